/** Without a live line the page asks by itself, so often, ms. */
const POLL_MS = 5000;
/** Waits before the line is tried again, ms. */
const RETRY_MS = [1000, 3000, 8000, 20_000];

export interface Following {
  /** The address with topics and token; asked anew for each try, because a token ends. */
  url: () => Promise<string>;
  /** Something changed, or may have: load again. */
  changed: () => void;
  /** Whether changes come by themselves now. */
  live: (on: boolean) => void;
}

/** Follows a topic until the returned function is called: by WebSocket, and by asking while there is none. */
export function follow({ url, changed, live }: Following): () => void {
  let stopped = false;
  let tries = 0;
  let socket: UniApp.SocketTask | null = null;
  let retry: ReturnType<typeof setTimeout> | null = null;
  const poll = setInterval(() => {
    if (!socket) changed();
  }, POLL_MS);

  function again() {
    socket = null;
    live(false);
    if (stopped) return;
    retry = setTimeout(() => void open(), RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
    tries += 1;
  }
  async function open() {
    try {
      const address = await url();
      if (stopped) return;
      // `complete` makes uni-app give the task back instead of a promise.
      const task = uni.connectSocket({ url: address, complete: () => undefined });
      task.onOpen(() => {
        socket = task;
        tries = 0;
        live(true);
        // What happened while nobody listened.
        changed();
      });
      task.onMessage(() => changed());
      task.onClose(again);
      task.onError(() => undefined);
    } catch {
      again();
    }
  }
  void open();
  return () => {
    stopped = true;
    clearInterval(poll);
    if (retry) clearTimeout(retry);
    socket?.close({});
  };
}
