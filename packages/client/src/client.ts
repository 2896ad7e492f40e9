import { type AnswerOf, type Given, type Method, type OptionsOf, type PathOf, prefix, type Upload } from './operations.ts';
import { Problem } from './problem.ts';

export interface Request {
  method: Uppercase<Method>;
  url: string;
  headers: Record<string, string>;
  body: object | undefined;
  file: Upload | undefined;
}
export interface Answer {
  status: number;
  /** JSON as a value; undefined when the answer has no body or is not JSON. */
  body: unknown;
}
/** Sends one request. Throws `Offline` when there is no answer. */
export type Transport = (request: Request) => Promise<Answer>;

/** Where a customer's token comes from. */
export interface TokenSource {
  current(): string | null;
  /** Signs in anew and keeps the token. Never called twice at once. */
  renew(): Promise<string>;
}

export interface ClientOptions {
  /** `https://shop.example.com`; empty for the host that served the page. */
  baseUrl?: string;
  transport: Transport;
  /** The language in which problems are told, `zh` or `en`. */
  locale?: () => string;
  /** Only for customers: a 401 leads to one silent sign-in, shared by all calls that wait for it, and is tried again once. */
  token?: TokenSource;
  /** Told of each 401 that stays one, with the path that was refused. */
  onUnauthorized?: (path: string) => void;
}

/** Calls by path; bodies, queries and answers have the types of the OpenAPI document. Failures are a `Problem` or `Offline`. */
export type Client = {
  [M in Method]: <const P extends PathOf<M>>(path: P, ...given: Given<OptionsOf<M, P>>) => Promise<AnswerOf<M, P>>;
} & {
  /** A token that is valid or fresh; parallel callers share one sign-in. */
  ensureToken(): Promise<string>;
  /** The address of a GET, for links and pictures. */
  url<const P extends PathOf<'get'>>(path: P, ...given: Given<OptionsOf<'get', P>>): string;
};

interface Call {
  params?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: object;
  file?: Upload;
  idempotencyKey?: string;
  open?: boolean;
}

/** `/orders/{id}` with `{id: 'a/b'}` → `/orders/a%2Fb`. */
const filled = (path: string, params: Call['params'] = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

/** `{a: 1, b: undefined}` → `?a=1`. A mini program has no URLSearchParams. */
function queryOf(query: Call['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** The API as programs see it. */
export function createClient({ baseUrl = '', transport, locale, token: source, onUnauthorized }: ClientOptions): Client {
  let renewing: Promise<string> | null = null;
  const renew = async (): Promise<string> => {
    if (!source) throw new Problem(401, 'common.unauthenticated', '');
    renewing ??= source.renew().finally(() => {
      renewing = null;
    });
    return renewing;
  };
  const ensureToken = async (): Promise<string> => source?.current() ?? (await renew());
  const addressOf = (path: string, { params, query }: Call = {}): string => baseUrl + prefix + filled(path, params) + queryOf(query);

  const send = (method: Method, path: string, call: Call, token: string | null): Promise<Answer> => {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (locale) headers['Accept-Language'] = locale();
    if (token) headers.Authorization = `Bearer ${token}`;
    if (call.idempotencyKey) headers['Idempotency-Key'] = call.idempotencyKey;
    if (call.body) headers['Content-Type'] = 'application/json';
    return transport({
      method: method.toUpperCase() as Uppercase<Method>,
      url: addressOf(path, call),
      headers,
      body: call.body,
      file: call.file,
    });
  };

  const ask = async (method: Method, path: string, call: Call = {}): Promise<unknown> => {
    let token = source ? (call.open ? source.current() : await ensureToken()) : null;
    let answer = await send(method, path, call, token);
    if (answer.status === 401 && source && (token || !call.open)) {
      // Another call may have signed in meanwhile: its token is then good for this one too.
      const current = source.current();
      token = current && current !== token ? current : await renew();
      answer = await send(method, path, call, token);
    }
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    if (answer.status === 401) onUnauthorized?.(path);
    throw Problem.of(answer.status, answer.body);
  };

  const of = (method: Method) => (path: string, call?: Call) => ask(method, path, call);
  return {
    get: of('get'),
    post: of('post'),
    put: of('put'),
    patch: of('patch'),
    delete: of('delete'),
    ensureToken,
    url: addressOf,
  } as Client;
}
