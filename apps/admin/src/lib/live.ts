import { onScopeDispose, ref, watch, type Ref } from 'vue';

export interface LiveMessage {
  topic: string;
  data: unknown;
}

export function isLiveMessage(value: unknown): value is LiveMessage {
  return typeof value === 'object' && value !== null && 'topic' in value && typeof value.topic === 'string' && 'data' in value;
}

/** How long to wait before try number `attempt` (from 0): 1 s doubling to 30 s, in milliseconds. */
export function backoff(attempt: number): number {
  return Math.min(30_000, 1000 * 2 ** attempt);
}

/**
 * Follows topics over the WebSocket for as long as the component lives. After a break
 * `onBack` is called, so that what was missed can be read again.
 * @returns whether the line is up now
 */
export function useLive(topics: Ref<readonly string[]>, onMessage: (message: LiveMessage) => void, onBack: () => void): Ref<boolean> {
  const connected = ref(false);
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let broke = false;

  function close(): void {
    clearTimeout(timer);
    const old = socket;
    socket = undefined;
    old?.close();
    connected.value = false;
  }

  function open(): void {
    close();
    if (topics.value.length === 0) return;
    const origin = location.origin.replace(/^http/, 'ws');
    const mine = new WebSocket(`${origin}/api/v1/live?topics=${encodeURIComponent(topics.value.join(','))}`);
    socket = mine;
    mine.onopen = () => {
      connected.value = true;
      attempt = 0;
      if (broke) onBack();
      broke = false;
    };
    mine.onmessage = (event: MessageEvent<unknown>) => {
      const message: unknown = typeof event.data === 'string' ? parse(event.data) : undefined;
      if (isLiveMessage(message)) onMessage(message);
    };
    mine.onclose = () => {
      if (socket !== mine) return;
      connected.value = false;
      broke = true;
      timer = setTimeout(open, backoff(attempt++));
    };
  }

  watch(() => topics.value.join(','), open, { immediate: true });
  onScopeDispose(close);
  return connected;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
