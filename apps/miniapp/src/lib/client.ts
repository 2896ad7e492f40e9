import type { ProblemView } from '@pailou/contracts';

/** An answer that is not 2xx: `code` for the program, `title` for the person. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly errors: NonNullable<ProblemView['errors']> = [],
  ) {
    super(title);
    this.name = 'Problem';
  }
}

/** No answer at all: no network, or nothing listens. */
export class Offline extends Error {
  constructor() {
    super('offline');
    this.name = 'Offline';
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export interface Call {
  query?: Record<string, string | number | undefined>;
  body?: object;
  idempotencyKey?: string;
  /** Public routes are called without waiting for a sign-in. */
  open?: boolean;
}
export interface RawAnswer {
  status: number;
  body: unknown;
}
export interface Transport {
  (request: { method: Method; url: string; body: object | undefined; headers: Record<string, string> }): Promise<RawAnswer>;
}
export interface ClientOptions {
  apiUrl: string;
  transport: Transport;
  locale: () => string;
  token: () => string | null;
  /** Signs in anew and keeps the token. Never called twice at once. */
  signIn: () => Promise<string>;
}
export interface Client {
  call<T>(method: Method, path: string, call?: Call): Promise<T>;
  /** A token that is valid or fresh; parallel callers share one sign-in. */
  ensureToken(): Promise<string>;
}

const isProblem = (body: unknown): body is ProblemView =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body;

/** `{a: 1, b: undefined}` → `?a=1`. URLSearchParams does not exist in a mini program. */
export function queryString(query: Call['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return pairs.length ? `?${pairs.join('&')}` : '';
}

/**
 * The API as the app sees it. A 401 leads to one silent sign-in, shared by all calls that
 * wait for it, and the call is repeated once.
 */
export function createClient(options: ClientOptions): Client {
  let signingIn: Promise<string> | null = null;

  const signInOnce = () => {
    signingIn ??= options.signIn().finally(() => {
      signingIn = null;
    });
    return signingIn;
  };
  const ensureToken = async () => options.token() ?? (await signInOnce());

  const send = (method: Method, path: string, call: Call, token: string | null) => {
    const headers: Record<string, string> = { 'Accept-Language': options.locale() };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (call.idempotencyKey) headers['Idempotency-Key'] = call.idempotencyKey;
    if (call.body) headers['Content-Type'] = 'application/json';
    return options.transport({ method, url: options.apiUrl + path + queryString(call.query), body: call.body, headers });
  };

  return {
    ensureToken,
    async call<T>(method: Method, path: string, call: Call = {}) {
      let token = call.open ? options.token() : await ensureToken();
      let answer = await send(method, path, call, token);
      if (answer.status === 401 && (token || !call.open)) {
        // Another call may have signed in meanwhile: its token is then good for this one too.
        const current = options.token();
        token = current && current !== token ? current : await signInOnce();
        answer = await send(method, path, call, token);
      }
      if (answer.status >= 200 && answer.status < 300) return answer.body as T;
      if (isProblem(answer.body)) throw new Problem(answer.status, answer.body.code, answer.body.title, answer.body.errors);
      throw new Problem(answer.status, 'unknown', '');
    },
  };
}
