import type { StoredToken, TokenStore } from '../auth/tokens.js';
import { isRetryable, verdictOf } from '../errors/verdicts.js';
import { numberOf, textOf } from '../fields.js';
import { unfit } from '../limits.js';
import { done, failed, type WechatError, type WechatResult } from '../result.js';
import { type Answer, send } from './send.js';

export interface ApiOptions {
  appid: string;
  secret: string;
  tokens: TokenStore;
  baseUrl: string;
  fetch: typeof fetch;
  now: () => Date;
  timeoutMs: number;
  /** Waits between tries of a call that found WeChat busy, ms. */
  backoffMs: readonly number[];
  /** Hears each error that is answered to a caller: `verdictOf` says which a person must see. */
  onError?: (error: WechatError) => void;
}
interface Call {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, string>;
  body?: object;
  /** A file instead of a JSON body, made anew for each try. */
  form?: () => FormData;
  /** False for calls that must not be made twice; `once` for those that spend a single-use code: the second try tells whether it was spent. */
  repeatable?: boolean | 'once';
  /** Codes that are an ordinary answer to this call, and are not told to `onError`. */
  ordinary?: readonly string[];
}
type Failed = { ok: false; error: WechatError };

/** How api.weixin.qq.com speaks: HTTP 200 with `errcode`, JSON whatever the header says, an access token in the query. */
export class Api {
  constructor(readonly options: ApiOptions) {}

  /** A call without a token, such as code2Session. */
  async open(call: Call): Promise<WechatResult<Record<string, unknown>>> {
    const answer = await this.patiently(call, () => this.once(call, call.query ?? {}));
    return answer.ok ? this.readJson(call, answer.value) : this.tell(answer, call);
  }

  /** A call with the access token; a token that WeChat no longer takes is replaced once. */
  async json(call: Call): Promise<WechatResult<Record<string, unknown>>> {
    const answer = await this.withToken(call);
    return answer.ok ? this.readJson(call, answer.value) : answer;
  }

  /** A call that answers one text, such as a link. */
  async text(call: Call, field: string): Promise<WechatResult<string>> {
    const answer = await this.json(call);
    if (!answer.ok) return answer;
    const value = textOf(answer.value[field]);
    return value === '' ? this.unreadable(nameOf(call)) : done(value);
  }

  /** A call that answers nothing but errcode 0. */
  async done(call: Call): Promise<WechatResult<void>> {
    const answer = await this.json(call);
    return answer.ok ? done(undefined) : answer;
  }

  /** A call that answers bytes, such as a code's picture, or JSON when it is refused: told apart by header and first byte. */
  async bytes(call: Call): Promise<WechatResult<{ bytes: Buffer; contentType: string }>> {
    const answer = await this.withToken(call);
    if (!answer.ok) return answer;
    const { bytes, headers } = answer.value;
    const contentType = headers.get('content-type') ?? 'application/octet-stream';
    if (bytes.length === 0 || isJson(bytes) || /^(application\/json|text\/)/i.test(contentType)) return this.unreadable(nameOf(call));
    return done({ bytes, contentType });
  }

  /** An answer that says yes and lacks what it must hold. */
  unreadable(api: string, message = 'The answer is not what the documentation says'): Failed {
    return this.tell(failed({ api, kind: 'invalid', code: 'UNREADABLE', message, retryable: false }));
  }

  /** See `unfit`. */
  unfit(api: string, rules: Readonly<Record<string, boolean>>): Failed | undefined {
    const broken = unfit(api, rules);
    return broken && this.tell(broken);
  }

  private tell(failure: Failed, { ordinary = [] }: Pick<Call, 'ordinary'> = {}): Failed {
    if (!ordinary.includes(failure.error.code)) this.options.onError?.(failure.error);
    return failure;
  }

  /**
   * Has WeChat kill the access token and give another: after a leak only, at most 20 times a day and 30 s apart.
   * Errors: NOT_REPLACED (too soon after the one before: the old one still lives), and those of the token.
   * Source: 获取稳定版接口调用凭据, POST /cgi-bin/stable_token, force_refresh.
   */
  async replaceToken(): Promise<WechatResult<void>> {
    const { tokens } = this.options;
    let killed = false;
    const kill = () => {
      killed = true;
      return this.fetchToken(true);
    };
    const leaked = await tokens.read();
    let [old, fresh] = [leaked?.token, await tokens.refresh(leaked?.token ?? null, kill)];
    // Somebody has fetched another one meanwhile, in the ordinary way: that may be the leaked one.
    if (fresh.ok && !killed) [old, fresh] = [fresh.value.token, await tokens.refresh(fresh.value.token, kill)];
    if (!fresh.ok) return fresh;
    return fresh.value.token === old ? this.tell(failed(notReplaced)) : done(undefined);
  }

  private async withToken(call: Call): Promise<WechatResult<Answer>> {
    const token = await this.token(null);
    if (!token.ok) return token;
    const attempt = (used: string) => this.patiently(call, () => this.once(call, { ...call.query, access_token: used }));
    const first = await attempt(token.value.token);
    if (first.ok) return first;
    if (!verdictOf(first.error).dropsToken) return this.tell(first, call);
    const fresh = await this.token(token.value.token);
    if (!fresh.ok) return fresh;
    const second = await attempt(fresh.value.token);
    return second.ok ? second : this.tell(second, call);
  }

  private async token(stale: string | null): Promise<WechatResult<StoredToken>> {
    const { tokens } = this.options;
    if (stale === null) {
      const known = await tokens.read();
      if (known && known.expiresAt > this.options.now()) return done(known);
    }
    return tokens.refresh(stale, () => this.fetchToken());
  }

  /**
   * POST /cgi-bin/stable_token in normal mode: every caller is given the same token while it is valid.
   * It is given up five minutes early, when WeChat renews it; both work in between.
   * Limits: 10,000 calls a minute, 500,000 a day. Errors: 40125 and 40001 secret, 40013 appid, 40164 the server's address is
   * not in the list, 40243 the secret is frozen, 50004 and 50007 the account, 89503 to 89507 the administrator must agree.
   * Source: 获取稳定版接口调用凭据.
   */
  private async fetchToken(force = false): Promise<WechatResult<StoredToken>> {
    const { appid, secret, now } = this.options;
    const answer = await this.open({
      ...stableToken,
      body: { grant_type: 'client_credential', appid, secret, force_refresh: force },
    });
    if (!answer.ok) return answer;
    const token = textOf(answer.value.access_token);
    const seconds = numberOf(answer.value.expires_in);
    if (token === '' || !(seconds > 0)) return this.unreadable(nameOf(stableToken));
    return done({ token, expiresAt: new Date(now().getTime() + Math.max(60, Math.min(seconds, 7200) - 300) * 1000) });
  }

  private readJson(call: Call, { bytes }: Answer): WechatResult<Record<string, unknown>> {
    const body = parse(bytes);
    return body ? done(body) : this.unreadable(nameOf(call));
  }

  /** Waits and tries again while WeChat is busy; once also what found no connection, whatever it was: it was never sent. */
  private async patiently(call: Call, attempt: () => Promise<WechatResult<Answer>>): Promise<WechatResult<Answer>> {
    for (let tries = 0; ; tries += 1) {
      const answer = await attempt();
      const wait = this.options.backoffMs[tries];
      if (answer.ok || wait === undefined) return answer;
      const most = answer.error.unsent
        ? 1
        : call.repeatable === false || !busy.has(answer.error.code)
          ? 0
          : call.repeatable === 'once'
            ? 1
            : 3;
      if (tries >= most) return answer;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  private async once(call: Call, query: Record<string, string>): Promise<WechatResult<Answer>> {
    const { baseUrl, fetch, timeoutMs } = this.options;
    const api = nameOf(call);
    const search = new URLSearchParams(query).toString();
    const answer = await send({
      api,
      url: `${baseUrl}${call.path}${search ? `?${search}` : ''}`,
      method: call.method,
      ...(call.body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(call.body) } : {}),
      ...(call.form ? { body: call.form() } : {}),
      timeoutMs,
      fetch,
    });
    if (!answer.ok) return answer;
    const { status, bytes } = answer.value;
    const error = refusal(api, status, bytes);
    return error ? failed(error) : answer;
  }
}

const stableToken = { method: 'POST', path: '/cgi-bin/stable_token' } as const;
/** System busy (200001: the template library's): a moment later the same call may succeed. */
const busy = new Set(['-1', '200001']);
const nameOf = (call: Pick<Call, 'method' | 'path'>): string => `${call.method} ${call.path}`;

/** WeChat's no: an errcode in a JSON body, also where bytes were asked for; anything else than 200 is no answer of its. */
function refusal(api: string, status: number, bytes: Buffer): WechatError | undefined {
  if (status !== 200) {
    const known = { api, kind: 'http' as const, code: `HTTP_${status}`, status };
    return { ...known, message: `HTTP ${status}`, retryable: isRetryable(known) };
  }
  if (!isJson(bytes)) return undefined;
  const body = parse(bytes);
  const errcode = textOf(body?.errcode);
  if (errcode === '' || errcode === '0') return undefined;
  const message = textOf(body?.errmsg);
  const rid = /rid:\s*([\w-]+)/.exec(message)?.[1];
  const known = { api, kind: 'refused' as const, code: errcode, status };
  return { ...known, message, retryable: isRetryable(known), ...(rid ? { requestId: rid } : {}) };
}

const notReplaced: WechatError = {
  api: nameOf(stableToken),
  kind: 'invalid',
  code: 'NOT_REPLACED',
  message: 'WeChat gave the old token again: it is too soon after the one before',
  retryable: true,
};

/** Pictures begin with bytes of their own, never with a brace (behind blanks or a byte-order mark). */
const isJson = (bytes: Buffer): boolean => /^[\uFEFF\s]*\{/.test(bytes.subarray(0, 16).toString('utf8'));

function parse(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(exactNumbers(bytes.toString('utf8').replace(/^\uFEFF/, '')));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** 64-bit numbers such as `msgid` as text: a JavaScript number would change their last digits. */
export const exactNumbers = (json: string): string =>
  json.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (found) => (found.startsWith('"') ? found : `"${found}"`));
