/**
 * The messages between a phone and the h5 mini program in its frame:
 * `{type: 'pailou:<what>', id, …}` is answered by `{type: 'pailou:<what>:result', id, …}`.
 * Only the frame's own window at the shop's origin is heard, and only it is answered.
 * @param handlers what → function of the message, giving the fields of the answer
 * @returns stops listening
 */
export function listen(frame, shopOrigin, handlers) {
  const hear = async (event) => {
    const { type, id } = event.data ?? {};
    if (event.source !== frame.contentWindow || event.origin !== shopOrigin() || typeof type !== 'string') return;
    const handler = handlers[type];
    if (!handler) return;
    const answer = await handler(event.data);
    event.source.postMessage({ ...answer, type: `${type}:result`, id }, event.origin);
  };
  addEventListener('message', hear);
  return () => removeEventListener('message', hear);
}

/**
 * Asks the mini program in a frame: `<type>` is answered by `<type>:result` with the same id.
 * @returns the answer, or null when none comes within a second: the page is another's, or still loading
 */
export function askFrame(frame, origin, type) {
  if (!origin) return Promise.resolve(null);
  const id = String(Math.random());
  return new Promise((resolve) => {
    const hear = (event) => {
      const fits = event.source === frame.contentWindow && event.data?.type === `${type}:result` && event.data.id === id;
      if (fits) end(event.data);
    };
    const end = (answer) => {
      removeEventListener('message', hear);
      clearTimeout(patience);
      resolve(answer);
    };
    const patience = setTimeout(() => end(null), 1000);
    addEventListener('message', hear);
    frame.contentWindow.postMessage({ type, id }, origin);
  });
}
