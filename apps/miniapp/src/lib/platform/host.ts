import { config } from '../config';
import { newKey } from '../ids';

/** True when a page (the sandbox's phone) shows us in a frame. */
export const inFrame = () => window.parent !== window;

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
