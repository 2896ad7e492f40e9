import { done, type WechatResult } from '../result.js';
import { Bills } from './bills.js';
import { paymentMessage, signRsa } from './crypto.js';
import { type IncomingHeaders, readNotification } from './notification.js';
import { nonce, PayApi, type PayOptions, unreadable } from './pay-api.js';
import { Transfers } from './transfers.js';
import { type PayNotification, type Refund, readRefund, readTransaction, type Transaction } from './types.js';

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

/** WeChat Pay v3 of a direct merchant (直连商户): orders of a mini program and their refunds. */
export class Pay {
  private readonly api: PayApi;
  readonly bills: Bills;
  readonly transfers: Transfers;

  constructor(options: PayOptions) {
    this.api = new PayApi(options);
    this.bills = new Bills(this.api);
    this.transfers = new Transfers(this.api);
  }

  /**
   * Makes an order that a customer can pay (valid two hours).
   * Errors: OUT_TRADE_NO_USED (the number with other fields), ORDERPAID, APPID_MCHID_NOT_MATCH, PARAM_ERROR, NO_AUTH.
   * Source: JSAPI/小程序下单, POST /v3/pay/transactions/jsapi.
   */
  async prepay({
    outTradeNo,
    description,
    amountFen,
    openid,
    notifyUrl,
    expiresAt,
    attach,
  }: PrepayInput): Promise<WechatResult<{ prepayId: string }>> {
    const path = '/v3/pay/transactions/jsapi';
    const answer = await this.api.call('POST', path, path, {
      appid: this.api.options.appid,
      mchid: this.api.options.mchid,
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
    const timeStamp = this.api.seconds();
    const nonceStr = nonce();
    const packageText = `prepay_id=${prepayId}`;
    return {
      timeStamp,
      nonceStr,
      package: packageText,
      signType: 'RSA',
      paySign: signRsa(paymentMessage(this.api.options.appid, timeStamp, nonceStr, packageText), this.api.key),
    };
  }

  /** The order as it is. Errors: ORDER_NOT_EXIST. Source: 商户订单号查询订单. */
  async query(outTradeNo: string): Promise<WechatResult<Transaction>> {
    const api = 'GET /v3/pay/transactions/out-trade-no/{out_trade_no}';
    const answer = await this.api.call(
      'GET',
      `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}?mchid=${this.api.options.mchid}`,
      api,
    );
    if (!answer.ok) return answer;
    const transaction = readTransaction(answer.value);
    return transaction ? done(transaction) : unreadable(api);
  }

  /** Closes an unpaid order; again does no harm. Errors: ORDERPAID (query it), ORDER_NOT_EXIST. Source: 关闭订单. */
  async close(outTradeNo: string): Promise<WechatResult<null>> {
    const answer = await this.api.call(
      'POST',
      `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}/close`,
      'POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close',
      { mchid: this.api.options.mchid },
    );
    return answer.ok ? done(null) : answer;
  }

  /**
   * Asks for a refund. Done means accepted: its end comes by notification or by `refundQuery`.
   * Errors: NOT_ENOUGH (the merchant's balance: later, the same number), USER_ACCOUNT_ABNORMAL, INVALID_REQUEST, RESOURCE_NOT_EXISTS.
   * Source: 申请退款, POST /v3/refund/domestic/refunds; within 365 days, at most 50 parts.
   */
  async refund({ outTradeNo, outRefundNo, refundFen, totalFen, reason, notifyUrl }: RefundInput): Promise<WechatResult<Refund>> {
    const path = '/v3/refund/domestic/refunds';
    const answer = await this.api.call('POST', path, path, {
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
    const answer = await this.api.call('GET', `/v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`, api);
    if (!answer.ok) return answer;
    const refund = readRefund(answer.value);
    return refund ? done(refund) : unreadable(api);
  }

  /** Verifies and opens what was posted to `notify_url`: headers in lower case, body as the raw bytes. */
  readNotification(headers: IncomingHeaders, rawBody: Buffer): WechatResult<PayNotification> {
    return readNotification(this.api.verifier, this.api.options.apiV3Key, headers, rawBody);
  }

  /** Fetches the platform certificates, after `UNKNOWN_SERIAL`; at most every five minutes. True when there is a new one: read again. */
  learnCertificates(): Promise<boolean> {
    return this.api.learn();
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
