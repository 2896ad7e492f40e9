import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto';
import { send } from '../http/send.js';
import { done, failed, type WechatError, type WechatResult } from '../result.js';
import { paymentMessage, requestMessage, signRsa } from './crypto.js';
import { type IncomingHeaders, readNotification } from './notification.js';
import { type PayNotification, type Refund, readRefund, readTransaction, type Transaction } from './types.js';
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
  /** All that may sign: both while the merchant moves from the certificate to the public key. The first is asked for. */
  platformKeys: PlatformKey[];
  /** `https://api.mch.weixin.qq.com` unless a stand-in answers. */
  baseUrl?: string;
  fetch?: typeof fetch;
  now?: () => Date;
  timeoutMs?: number;
}
export interface PrepayInput {
  /** 6 to 32 of digits, letters, `_-|*`: unique per merchant; the same again with the same fields is safe. */
  outTradeNo: string;
  /** Shown on the payment sheet and the bill; cut at 127 characters. */
  description: string;
  amountFen: number;
  openid: string;
  /** https, public, without a query. */
  notifyUrl: string;
  /** At least one minute ahead. Expiry does not close the order: close it. */
  expiresAt: Date;
  attach?: string;
}
export interface RefundInput {
  outTradeNo: string;
  /** At most 64 characters; the same again with the same fields is safe, and the only way to try again. */
  outRefundNo: string;
  refundFen: number;
  /** Of the whole order. */
  totalFen: number;
  /** Shown to the customer; cut at 80 bytes. */
  reason?: string;
  notifyUrl: string;
}
/** What wx.requestPayment takes. */
export interface PaymentParams {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

/** Codes after which the same call may be made again as it is. Source: wechat pay v3, 错误码. */
const retryableCodes = new Set(['SYSTEM_ERROR', 'BANK_ERROR', 'FREQUENCY_LIMITED', 'FREQUENCY_LIMIT_EXCEED', 'RATELIMIT_EXCEED', 'NOT_ENOUGH']);

/** WeChat Pay v3 of a direct merchant (直连商户): orders of a mini program and their refunds. */
export class Pay {
  private readonly options: Required<PayOptions>;
  private readonly key: KeyObject;
  private readonly verifier: Verifier;

  constructor(options: PayOptions) {
    this.options = { baseUrl: 'https://api.mch.weixin.qq.com', fetch: globalThis.fetch, now: () => new Date(), timeoutMs: 10_000, ...options };
    this.key = createPrivateKey(options.privateKey);
    this.verifier = new Verifier(options.platformKeys, this.options.now);
  }

  /**
   * Makes an order that a customer can pay (valid two hours).
   * Errors: OUT_TRADE_NO_USED (the number with other fields), ORDERPAID, APPID_MCHID_NOT_MATCH, PARAM_ERROR, NO_AUTH.
   * Source: JSAPI/小程序下单, POST /v3/pay/transactions/jsapi.
   */
  async prepay({ outTradeNo, description, amountFen, openid, notifyUrl, expiresAt, attach }: PrepayInput): Promise<WechatResult<{ prepayId: string }>> {
    const path = '/v3/pay/transactions/jsapi';
    const answer = await this.call('POST', path, path, {
      appid: this.options.appid,
      mchid: this.options.mchid,
      description: [...description].slice(0, 127).join(''),
      out_trade_no: outTradeNo,
      time_expire: `${new Date(expiresAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`,
      notify_url: notifyUrl,
      amount: { total: amountFen, currency: 'CNY' },
      payer: { openid },
      ...(attach ? { attach } : {}),
    });
    if (!answer.ok) return answer;
    const { prepay_id: prepayId } = answer.value;
    return typeof prepayId === 'string' ? done({ prepayId }) : unreadable(`POST ${path}`);
  }

  /** Signs what wx.requestPayment takes; made anew for each try. Source: 小程序调起支付. */
  paymentParams(prepayId: string): PaymentParams {
    const timeStamp = this.seconds();
    const nonceStr = nonce();
    const packageText = `prepay_id=${prepayId}`;
    return { timeStamp, nonceStr, package: packageText, signType: 'RSA', paySign: signRsa(paymentMessage(this.options.appid, timeStamp, nonceStr, packageText), this.key) };
  }

  /** The order as it is. Errors: ORDER_NOT_EXIST. Source: 商户订单号查询订单. */
  async query(outTradeNo: string): Promise<WechatResult<Transaction>> {
    const api = 'GET /v3/pay/transactions/out-trade-no/{out_trade_no}';
    const answer = await this.call('GET', `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}?mchid=${this.options.mchid}`, api);
    if (!answer.ok) return answer;
    const transaction = readTransaction(answer.value);
    return transaction ? done(transaction) : unreadable(api);
  }

  /** Closes an unpaid order; again does no harm. Errors: ORDERPAID (query it), ORDER_NOT_EXIST. Source: 关闭订单. */
  async close(outTradeNo: string): Promise<WechatResult<null>> {
    const answer = await this.call('POST', `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}/close`, 'POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close', { mchid: this.options.mchid });
    return answer.ok ? done(null) : answer;
  }

  /**
   * Asks for a refund. Done means accepted: its end comes by notification or by `refundQuery`.
   * Errors: NOT_ENOUGH (the merchant's balance: later, the same number), USER_ACCOUNT_ABNORMAL, INVALID_REQUEST, RESOURCE_NOT_EXISTS.
   * Source: 申请退款, POST /v3/refund/domestic/refunds; within 365 days, at most 50 parts.
   */
  async refund({ outTradeNo, outRefundNo, refundFen, totalFen, reason, notifyUrl }: RefundInput): Promise<WechatResult<Refund>> {
    const path = '/v3/refund/domestic/refunds';
    const answer = await this.call('POST', path, path, {
      out_trade_no: outTradeNo,
      out_refund_no: outRefundNo,
      notify_url: notifyUrl,
      amount: { refund: refundFen, total: totalFen, currency: 'CNY' },
      ...(reason ? { reason: cutBytes(reason, 80) } : {}),
    });
    if (!answer.ok) return answer;
    const refund = readRefund(answer.value);
    return refund ? done(refund) : unreadable(`POST ${path}`);
  }

  /** A refund as it is. Errors: RESOURCE_NOT_EXISTS. Source: 查询单笔退款. */
  async refundQuery(outRefundNo: string): Promise<WechatResult<Refund>> {
    const api = 'GET /v3/refund/domestic/refunds/{out_refund_no}';
    const answer = await this.call('GET', `/v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`, api);
    if (!answer.ok) return answer;
    const refund = readRefund(answer.value);
    return refund ? done(refund) : unreadable(api);
  }

  /** Verifies and opens what was posted to `notify_url`: headers in lower case, body as the raw bytes. */
  readNotification(headers: IncomingHeaders, rawBody: Buffer): WechatResult<PayNotification> {
    return readNotification(this.verifier, this.options.apiV3Key, headers, rawBody);
  }

  private async call(method: 'GET' | 'POST', target: string, name: string, body?: object): Promise<WechatResult<Record<string, unknown>>> {
    const api = name.startsWith('/') ? `${method} ${name}` : name;
    const { mchid, serial, baseUrl, fetch, timeoutMs, platformKeys } = this.options;
    const text = body ? JSON.stringify(body) : '';
    const [timestamp, nonceStr] = [this.seconds(), nonce()];
    const signature = signRsa(requestMessage(method, target, timestamp, nonceStr, text), this.key);
    const answer = await send({
      api,
      url: baseUrl + target,
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'pailou',
        authorization: `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonceStr}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`,
        ...(platformKeys[0] ? { 'wechatpay-serial': platformKeys[0].id } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: text } : {}),
      timeoutMs,
      fetch,
    });
    if (!answer.ok) return answer;
    const { status, headers, bytes } = answer.value;
    const requestId = headers.get('request-id');
    const known = { api, status, ...(requestId ? { requestId } : {}) };
    // Gateways refuse without a signature: an error is heard, but nothing in it is trusted as a fact.
    if (status >= 300) return failed(refusal(known, bytes));
    const fault = this.verifier.fault((header) => headers.get(header) ?? undefined, bytes);
    if (fault) return failed({ ...known, kind: 'invalid', code: fault, message: 'The answer is not signed by WeChat Pay', retryable: false });
    if (bytes.length === 0) return done({});
    const value = parse(bytes);
    return value ? done(value) : unreadable(api);
  }

  private seconds(): string {
    return String(Math.floor(this.options.now().getTime() / 1000));
  }
}

function refusal(known: { api: string; status: number; requestId?: string }, bytes: Buffer): WechatError {
  const body = parse(bytes);
  const code = typeof body?.code === 'string' ? body.code : `HTTP_${known.status}`;
  return { ...known, kind: body?.code ? 'refused' : 'http', code, message: String(body?.message ?? `HTTP ${known.status}`), retryable: known.status >= 500 || known.status === 429 || retryableCodes.has(code) };
}

const unreadable = (api: string) => failed({ api, kind: 'invalid', code: 'UNREADABLE', message: 'The answer is not what the documentation says', retryable: false });
const nonce = (): string => randomBytes(16).toString('hex').toUpperCase();

function parse(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts text so that it fits in so many bytes of UTF-8, between characters. */
function cutBytes(text: string, most: number): string {
  let cut = '';
  for (const character of text) {
    if (Buffer.byteLength(cut + character) > most) break;
    cut += character;
  }
  return cut;
}
