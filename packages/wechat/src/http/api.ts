import type { StoredToken, TokenStore } from '../auth/tokens.js';
import { isRetryable, verdictOf } from '../errors/verdicts.js';
import { textOf } from '../fields.js';
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
}
interface Call {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, string>;
  body?: object;
  /** A file instead of a JSON body, made anew for each try. */
  form?: () => FormData;
  /** False for calls that spend a single-use code: a second try could only fail. */
  repeatable?: boolean;
}

/** How api.weixin.qq.com speaks: HTTP 200 with `errcode`, JSON whatever the header says, an access token in the query. */
export class Api {
  constructor(readonly options: ApiOptions) {}

  /** A call without a token, such as code2Session. */
  async open(call: Call): Promise<WechatResult<Record<string, unknown>>> {
    const answer = await this.patiently(call, () => this.once(call, call.query ?? {}));
    return answer.ok ? readJson(nameOf(call), answer.value) : answer;
  }

  /** A call with the access token; a token that WeChat no longer takes is replaced once. */
  async json(call: Call): Promise<WechatResult<Record<string, unknown>>> {
    const answer = await this.withToken(call);
    return answer.ok ? readJson(nameOf(call), answer.value) : answer;
  }

  /** A call that answers one text, such as a link. */
  async text(call: Call, field: string): Promise<WechatResult<string>> {
    const answer = await this.json(call);
    if (!answer.ok) return answer;
    const value = textOf(answer.value[field]);
    return value === '' ? failed(unreadable(nameOf(call))) : done(value);
  }

  /** A call that answers nothing but errcode 0. */
  async done(call: Call): Promise<WechatResult<void>> {
    const answer = await this.json(call);
    return answer.ok ? done(undefined) : answer;
  }

  /** A call that answers bytes, such as a code's picture, or JSON when it is refused. */
  async bytes(call: Call): Promise<WechatResult<{ bytes: Buffer; contentType: string }>> {
    const answer = await this.withToken(call);
    if (!answer.ok) return answer;
    const { bytes, headers } = answer.value;
    return done({ bytes, contentType: headers.get('content-type') ?? 'application/octet-stream' });
  }

  /**
   * Has WeChat kill the access token and give another: after a leak only, at most 20 times a day and 30 s apart.
   * Source: 获取稳定版接口调用凭据, force_refresh.
   */
  async replaceToken(): Promise<WechatResult<void>> {
    const known = await this.options.tokens.read();
    const fresh = await this.options.tokens.refresh(known?.token ?? null, () => this.fetchToken(true));
    return fresh.ok ? done(undefined) : fresh;
  }

  private async withToken(call: Call): Promise<WechatResult<Answer>> {
    const token = await this.token(null);
    if (!token.ok) return token;
    const attempt = (used: string) => this.patiently(call, () => this.once(call, { ...call.query, access_token: used }));
    const first = await attempt(token.value.token);
    if (first.ok || !verdictOf(first.error).dropsToken) return first;
    const fresh = await this.token(token.value.token);
    return fresh.ok ? attempt(fresh.value.token) : fresh;
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
   */
  private async fetchToken(force = false): Promise<WechatResult<StoredToken>> {
    const { appid, secret, now } = this.options;
    const answer = await this.open({
      method: 'POST',
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid, secret, force_refresh: force },
    });
    if (!answer.ok) return answer;
    const { access_token: token, expires_in: seconds } = answer.value;
    if (typeof token !== 'string' || typeof seconds !== 'number') return failed(unreadable('POST /cgi-bin/stable_token'));
    return done({ token, expiresAt: new Date(now().getTime() + Math.max(60, seconds - 300) * 1000) });
  }

  /** Waits and tries again while WeChat is busy; once also what found no connection, whatever it was: it was never sent. */
  private async patiently(call: Call, attempt: () => Promise<WechatResult<Answer>>): Promise<WechatResult<Answer>> {
    for (let tries = 0; ; tries += 1) {
      const answer = await attempt();
      const wait = this.options.backoffMs[tries];
      if (answer.ok || wait === undefined) return answer;
      const again = answer.error.unsent ? tries === 0 : call.repeatable !== false && answer.error.code === busy;
      if (!again) return answer;
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

/** System busy: a moment later the same call may succeed. */
const busy = '-1';
const nameOf = (call: Call): string => `${call.method} ${call.path}`;
/** An answer that says yes and lacks what it must hold. */
export const unreadable = (api: string): WechatError => ({
  api,
  kind: 'invalid',
  code: 'UNREADABLE',
  message: 'The answer is not what the documentation says',
  retryable: false,
});

/** WeChat's no: an errcode in a JSON body, also where bytes were asked for; anything else than 200 is no answer of its. */
function refusal(api: string, status: number, bytes: Buffer): WechatError | undefined {
  if (status !== 200) {
    const known = { api, kind: 'http' as const, code: `HTTP_${status}`, status };
    return { ...known, message: `HTTP ${status}`, retryable: isRetryable(known) };
  }
  if (bytes[0] !== 0x7b) return undefined;
  const body = parse(bytes);
  const errcode = body?.errcode;
  if (typeof errcode !== 'number' || errcode === 0) return undefined;
  const message = String(body?.errmsg ?? '');
  const rid = /rid:\s*([\w-]+)/.exec(message)?.[1];
  const known = { api, kind: 'refused' as const, code: String(errcode), status };
  return { ...known, message, retryable: isRetryable(known), ...(rid ? { requestId: rid } : {}) };
}

function readJson(api: string, { bytes }: Answer): WechatResult<Record<string, unknown>> {
  const body = parse(bytes);
  return body ? done(body) : failed(unreadable(api));
}

function parse(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(exactNumbers(bytes.toString('utf8')));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** 64-bit numbers such as `msgid` as text: a JavaScript number would change their last digits. */
export const exactNumbers = (json: string): string =>
  json.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (found) => (found.startsWith('"') ? found : `"${found}"`));
