import type { Transport } from './client.ts';
import { Offline } from './problem.ts';

/** Requests over `fetch`, of browsers and Node. */
export const fetchTransport =
  (init: Pick<RequestInit, 'credentials'> = {}): Transport =>
  async ({ method, url, headers, body, file }) => {
    let payload: string | FormData | undefined = body && JSON.stringify(body);
    if (file) {
      if (!(file instanceof Blob)) throw new TypeError('A file on a phone goes by uniTransport.');
      payload = new FormData();
      payload.set('file', file);
    }
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(url, { ...init, method, headers, ...(payload === undefined ? {} : { body: payload }) });
      text = await answer.text();
    } catch {
      throw new Offline();
    }
    return { status: answer.status, body: read(text) };
  };

/** JSON as a value, anything else (a proxy's page, a picture) as undefined. */
export function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
