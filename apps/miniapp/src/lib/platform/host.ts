import { config } from '../config';
import { newKey } from '../ids';

/** True when the sandbox's phone shows us in its frame. */
export const onPhone = () => window.parent !== window && config.sandbox !== '';

/** The phone page's origin; its address may carry a path. */
const hostOrigin = () => new URL(config.sandbox || window.location.href, window.location.href).origin;

/**
 * Asks the hosting page by message and waits for `<type>:result` with the same id. The
 * message goes to the sandbox's origin only, and only its answer is heard.
 */
export function askHost(type: string, payload: object): Promise<Record<string, unknown>> {
  const id = newKey();
  return new Promise((resolve) => {
    const hear = (event: MessageEvent) => {
      const data = event.data as Record<string, unknown> | null;
      if (event.source !== window.parent || data?.type !== `${type}:result` || data.id !== id) return;
      window.removeEventListener('message', hear);
      resolve(data);
    };
    window.addEventListener('message', hear);
    // Reactive state cannot be cloned into a message; plain data can.
    window.parent.postMessage(JSON.parse(JSON.stringify({ type, id, ...payload })), hostOrigin());
  });
}

/** Answers what the hosting page asks us: `<type>` with `<type>:result` and the same id. */
export function answerHost(type: string, answer: () => object): void {
  window.addEventListener('message', (event: MessageEvent) => {
    const data = event.data as Record<string, unknown> | null;
    if (event.source !== window.parent || event.origin !== hostOrigin() || data?.type !== type) return;
    window.parent.postMessage({ ...answer(), type: `${type}:result`, id: data.id }, hostOrigin());
  });
}
