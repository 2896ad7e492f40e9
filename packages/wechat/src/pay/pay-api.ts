import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto';
import { isRetryable } from '../errors/verdicts.js';
import { type Answer, send } from '../http/send.js';
import { unfit } from '../limits.js';
import { done, failed, type WechatError, type WechatResult } from '../result.js';
import { readCertificates } from './certificates.js';
import { requestMessage, signRsa } from './crypto.js';
import { type PlatformKey, Verifier } from './verifier.js';

export interface PayOptions {
  appid: string;
  mchid: string;
  /** Serial of the merchant's API certificate, upper-case hex. */
  serial: string;
  /** The merchant's private key, PEM. */
  privateKey: string;
  /** 32 ASCII characters. */
  apiV3Key: string;
  /**
   * All that may sign: public key and certificate both while the merchant moves from one to the other. The public key is
   * asked for where there is one; with certificates alone, later ones are learned.
   */
  platformKeys: PlatformKey[];
  /** `https://api.mch.weixin.qq.com` unless a stand-in answers. */
  baseUrl?: string;
  /** Asked where no connection to the first is made; `https://api2.mch.weixin.qq.com` unless a stand-in answers, null for none. */
  backupUrl?: string | null;
  fetch?: typeof fetch;
  now?: () => Date;
  timeoutMs?: number;
  /** Hears each error that a caller is given; `verdictOf` says which a person must see. */
  onError?: (error: WechatError) => void;
}
type Failed = { ok: false; error: WechatError };

const mainHost = 'https://api.mch.weixin.qq.com';
const backupHost = 'https://api2.mch.weixin.qq.com';

/** After certificates were fetched in vain, so long until the next try, milliseconds: a forger must not make us ask. */
const learnAgainMs = 300_000;

/** How api.mch.weixin.qq.com speaks: signed both ways. */
export class PayApi {
  readonly options: Required<PayOptions>;
  readonly key: KeyObject;
  readonly verifier: Verifier;
  private learnedAt = Number.NEGATIVE_INFINITY;
  private learning: Promise<boolean> | null = null;

  constructor(options: PayOptions) {
    this.options = {
      baseUrl: mainHost,
      backupUrl: (options.baseUrl ?? mainHost) === mainHost ? backupHost : null,
      fetch: globalThis.fetch,
      now: () => new Date(),
      timeoutMs: 10_000,
      onError: () => {},
      ...options,
    };
    this.key = createPrivateKey(options.privateKey);
    this.verifier = new Verifier(options.platformKeys, this.options.now);
  }

  /**
   * One call whose answer is JSON and signed. A platform certificate that is not known yet is fetched, once in a while. An
   * answer that WeChat Pay signed wrongly on purpose (`PROBE`) is not believed and asked for once more: each call names what
   * it is about by our own number, so that the same again is the same.
   */
  async call(method: 'GET' | 'POST', target: string, name: string, body?: object): Promise<WechatResult<Record<string, unknown>>> {
    const api = name.startsWith('/') ? `${method} ${name}` : name;
    let answer = await this.verified(method, target, api, body);
    if (!answer.ok && answer.error.code === 'PROBE') answer = await this.verified(method, target, api, body);
    return answer.ok ? answer : this.tell(answer);
  }

  private async verified(
    method: 'GET' | 'POST',
    target: string,
    api: string,
    body?: object,
  ): Promise<WechatResult<Record<string, unknown>>> {
    const answer = await this.send(method, target, api, body);
    if (!answer.ok) return answer;
    const { status, headers, bytes } = answer.value;
    const read = (header: string) => headers.get(header) ?? undefined;
    let fault = this.verifier.fault(read, bytes);
    if (fault === 'UNKNOWN_SERIAL' && (await this.learn())) fault = this.verifier.fault(read, bytes);
    if (fault) {
      const code = read('wechatpay-signature')?.startsWith(probe) ? 'PROBE' : fault;
      const known = { api, status, ...requestIdOf(headers), kind: 'invalid' as const, code };
      return failed({ ...known, message: 'The answer is not signed by WeChat Pay', retryable: isRetryable(known) });
    }
    if (bytes.length === 0) return done({});
    const value = parse(bytes);
    return value ? done(value) : failed(invalid(api, 'UNREADABLE', 'The answer is not what the documentation says'));
  }

  /** A file behind a link that WeChat gave: asked for with a signature, answered without one (账单下载). */
  async download(target: string, api: string): Promise<WechatResult<Buffer>> {
    const answer = await this.send('GET', target, api);
    return answer.ok ? done(answer.value.bytes) : this.tell(answer);
  }

  /** An answer that says yes and lacks what it must hold. */
  unreadable(api: string, message = 'The answer is not what the documentation says'): Failed {
    return this.tell(failed(invalid(api, 'UNREADABLE', message)));
  }

  /** See `unfit`. */
  unfit(api: string, rules: Readonly<Record<string, boolean>>): Failed | undefined {
    const broken = unfit(api, rules);
    return broken && this.tell(broken);
  }

  /** A field cannot be sealed, and is not sent open. */
  withoutKey(api: string): Failed {
    return this.tell(failed(invalid(api, 'NO_PLATFORM_KEY', 'There is no key of WeChat Pay to seal for')));
  }

  /** A file that is not what was promised: it may be the next time. */
  damaged(api: string, code: 'BAD_HASH' | 'UNREADABLE', message: string): Failed {
    return this.tell(failed({ ...invalid(api, code, message), retryable: true }));
  }

  private tell(failure: Failed): Failed {
    this.options.onError(failure.error);
    return failure;
  }

  /**
   * Fetches the platform certificates and takes their keys, those of before stay; true when there is a new one.
   * The answer proves itself: only WeChat can seal it under the API v3 key. A merchant with certificates alone calls this
   * every twelve hours, so that the next one is known before it signs. Source: 获取平台证书列表, GET /v3/certificates.
   */
  learn(): Promise<boolean> {
    if (this.options.now().getTime() - this.learnedAt < learnAgainMs) return this.learning ?? Promise.resolve(false);
    this.learnedAt = this.options.now().getTime();
    this.learning = this.fetchCertificates().finally(() => {
      this.learning = null;
    });
    return this.learning;
  }

  /** The key that sensitive fields are sealed for; the same that the header `Wechatpay-Serial` names. */
  async sealingKey(): Promise<KeyObject | undefined> {
    if (!this.verifier.preferred()) await this.learn();
    return this.verifier.preferred()?.key;
  }

  private async fetchCertificates(): Promise<boolean> {
    const answer = await this.send('GET', '/v3/certificates', 'GET /v3/certificates');
    if (!answer.ok) return false;
    const keys = readCertificates(parse(answer.value.bytes) ?? {}, this.options.apiV3Key, this.options.now());
    return this.verifier.add(keys);
  }

  private async send(method: 'GET' | 'POST', target: string, api: string, body?: object): Promise<WechatResult<Answer>> {
    const { mchid, serial, baseUrl, backupUrl, fetch, timeoutMs } = this.options;
    const text = body ? JSON.stringify(body) : '';
    const [timestamp, nonceStr] = [this.seconds(), nonce()];
    const signature = signRsa(requestMessage(method, target, timestamp, nonceStr, text), this.key);
    const wanted = this.verifier.preferred()?.id;
    const outgoing = {
      api,
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'pailou',
        authorization: `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonceStr}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`,
        ...(wanted ? { 'wechatpay-serial': wanted } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: text } : {}),
      timeoutMs,
      fetch,
    };
    let answer = await send({ ...outgoing, url: baseUrl + target });
    // The host is not signed: what nobody has heard may go to the other one as it is.
    if (!answer.ok && answer.error.unsent && backupUrl) answer = await send({ ...outgoing, url: backupUrl + target });
    if (!answer.ok) return answer;
    const { status, headers, bytes } = answer.value;
    // Gateways refuse without a signature: an error is heard, but nothing in it is trusted as a fact.
    return status >= 300 ? failed(refusal({ api, status, ...requestIdOf(headers) }, bytes)) : answer;
  }

  seconds(): string {
    return String(Math.floor(this.options.now().getTime() / 1000));
  }
}

const requestIdOf = (headers: Headers): { requestId?: string } => {
  const requestId = headers.get('request-id');
  return requestId ? { requestId } : {};
};

function refusal(known: { api: string; status: number; requestId?: string }, bytes: Buffer): WechatError {
  const body = parse(bytes);
  const code = typeof body?.code === 'string' ? body.code : `HTTP_${known.status}`;
  const error = { ...known, kind: typeof body?.code === 'string' ? ('refused' as const) : ('http' as const), code };
  return { ...error, message: String(body?.message ?? `HTTP ${known.status}`), retryable: isRetryable(error) };
}

function invalid(api: string, code: string, message: string): WechatError {
  const known = { api, kind: 'invalid' as const, code };
  return { ...known, message, retryable: isRetryable(known) };
}
/** What the signatures of probes (签名探测流量) begin with. */
const probe = 'WECHATPAY/SIGNTEST/';
export const nonce = (): string => randomBytes(16).toString('hex').toUpperCase();

function parse(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
