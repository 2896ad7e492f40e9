import { failed, type WechatResult } from '../result.js';

export interface Outgoing {
  /** The call without its query, for errors. */
  api: string;
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | FormData;
  timeoutMs: number;
  fetch: typeof fetch;
}
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** Sends one request and reads the whole answer; a network error or timeout is a result, not an exception. */
export async function send({ api, url, method, headers, body, timeoutMs, fetch }: Outgoing): Promise<WechatResult<Answer>> {
  try {
    const answer = await fetch(url, {
      method,
      headers: headers ?? {},
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { ok: true, value: { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) } };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return failed({
      api,
      kind: 'network',
      code: timedOut ? 'TIMEOUT' : 'UNREACHABLE',
      message: timedOut ? `No answer within ${timeoutMs} ms` : 'The line broke or was never there',
      retryable: true,
      ...(neverLeft(error) ? { unsent: true } : {}),
    });
  }
}

/** Names that were not found and hosts that did not answer the connection: nothing was written yet. */
const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

function neverLeft(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && noConnection.has(String(cause.code));
}
