import type { ProblemView } from '@pailou/contracts';
import { locale } from './i18n';
import { c } from './texts';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An answer that is not 2xx, as the API explains it, or no answer at all (`status` 0). */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** By path, such as `variants.0.priceFen`; the path of a field in the form. */
    readonly fields: Readonly<Record<string, string>> = {},
    readonly requestId?: string,
  ) {
    super(message);
  }
}

/** `/name/0/zh`, `name[0].zh` and `name.0.zh` are the same field. */
export function fieldPath(path: string): string {
  return path.replace(/^[/.]+/, '').replaceAll(/\[(\w+)\]/g, '.$1').replaceAll('/', '.');
}

/** Makes a problem of the body of a failed answer, whether it is problem+json or not. */
export function problemOf(status: number, body: unknown): Problem {
  if (!isProblemView(body)) return new Problem(status, 'unexpected', c('unexpected'));
  const fields: Record<string, string> = {};
  for (const error of body.errors ?? []) fields[fieldPath(error.path)] ??= error.message;
  const message = body.detail && body.detail !== body.title ? `${body.title} ${body.detail}` : body.title;
  return new Problem(status, body.code, message, fields, body.requestId);
}

function isProblemView(body: unknown): body is ProblemView {
  return typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string' && 'code' in body && typeof body.code === 'string';
}

/** What to tell a person about any failure. */
export function messageOf(error: unknown): string {
  return error instanceof Problem ? error.message : c('unexpected');
}

/** The errors at the fields, empty if the failure was of another kind. */
export function fieldsOf(error: unknown): Readonly<Record<string, string>> {
  return error instanceof Problem ? error.fields : {};
}

const signedOutListeners = new Set<() => void>();
/** Calls `listener` when the API says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  signedOutListeners.add(listener);
}

export function urlOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

interface Options {
  query?: Query | undefined;
  /** A POST that moves money: the same key for each try of the same intent. */
  idempotencyKey?: string | undefined;
}

async function request<T>(method: string, path: string, body?: unknown, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': locale.value === 'zh' ? 'zh-CN' : 'en' };
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(urlOf(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new Problem(0, 'offline', c('offline'));
  }
  const text = await response.text();
  let answer: unknown;
  try {
    answer = text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new Problem(response.status, 'unexpected', c('unexpected'));
  }
  if (response.ok) return answer as T;
  // A wrong password is a 401 too, but it does not end a session.
  if (response.status === 401 && !path.startsWith('/admin/sign-in')) for (const listener of signedOutListeners) listener();
  throw problemOf(response.status, answer);
}

/** The REST API. `T` is the contract of the answer; failures are a `Problem`. */
export const api = {
  get: <T>(path: string, query?: Query) => request<T>('GET', path, undefined, { query }),
  post: <T>(path: string, body?: unknown, options?: Options) => request<T>('POST', path, body, options),
  put: <T>(path: string, body: unknown) => request<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, body),
  delete: <T = void>(path: string) => request<T>('DELETE', path),
  /** Sends one file as the multipart field `file`. */
  upload: <T>(path: string, file: File, query?: Query) => {
    const form = new FormData();
    form.set('file', file);
    return request<T>('POST', path, form, { query });
  },
};
