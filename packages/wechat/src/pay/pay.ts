import { cutText, isAtMost, isFen, isWithin } from '../limits.js';
import { done, type WechatResult } from '../result.js';
import { Bills } from './bills.js';
import { paymentMessage, sealFor, signRsa } from './crypto.js';
import { type IncomingHeaders, readNotification, readTransferNotification } from './notification.js';
import { detailsOf, type OrderDetails, orderRules } from './order-details.js';
import { nonce, PayApi, type PayOptions } from './pay-api.js';
import { Transfers, type TransferNews } from './transfers.js';
import { type PayNotification, type Refund, readRefund, readTransaction, type Transaction } from './types.js';

export interface PrepayInput extends OrderDetails {
  /** 6 to 32 of digits, letters, `_-|*`: unique per merchant; the same again with the same fields is safe. */
  outTradeNo: string;
  /** Shown on the payment sheet and the bill; cut at 127 characters. */
  description: string;
  amountFen: number;
  openid: string;
  /** https, public, without a query; at most 255 characters. */
  notifyUrl: string;
  /** At least one minute ahead, and not long (15 days are quoted). Expiry does not close the order: close it. */
  expiresAt: Date;
  /** Comes back in the query and the notification; at most 128 characters. */
  attach?: string;
}
/** What is refunded: the order by our number, or by WeChat's. */
export type RefundInput = ({ outTradeNo: string } | { transactionId: string }) & {
  /** 1 to 64 of digits, letters, `_-|*@`; the same again with the same fields is safe, and the only way to try again. */
  outRefundNo: string;
  refundFen: number;
  /** Of the whole order. */
  totalFen: number;
  /** Shown to the customer; cut at 80 bytes. */
  reason?: string;
  /** As of an order, at most 256 characters. */
  notifyUrl: string;
  /** Where the money is taken from: the balance, or only what is not settled yet. WeChat chooses when absent. */
  account?: 'AVAILABLE' | 'UNSETTLED';
  /** Or several; together they are the refund. */
  from?: readonly { account: 'AVAILABLE' | 'UNAVAILABLE'; amountFen: number }[];
  /** The goods that are given back, where the order told its goods. */
  goods?: readonly { id: string; wechatId?: string; name?: string; unitPriceFen: number; refundFen: number; quantity: number }[];
};
/** A way for the money of an ABNORMAL refund: to another card of the customer's, or to the shop's own account. */
export type RefundWay = { to: 'merchant' } | { to: 'customer'; bankType: string; account: string; name: string };
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
   * Makes an order that a customer can pay (valid two hours); about 500 a second. Not sent: what breaks a limit of
   * `PrepayInput` (`UNFIT`).
   * Errors: OUT_TRADE_NO_USED (the number with other fields: query it, take a new one), ORDERPAID (query it), ORDER_CLOSED,
   * APPID_MCHID_NOT_MATCH, MCH_NOT_EXISTS, PARAM_ERROR, INVALID_REQUEST, NO_AUTH, RULE_LIMIT, ACCOUNT_ERROR, SIGN_ERROR;
   * FREQUENCY_LIMITED and SYSTEM_ERROR (the same again).
   * Source: JSAPI/小程序下单, POST /v3/pay/transactions/jsapi.
   */
  async prepay(order: PrepayInput): Promise<WechatResult<{ prepayId: string }>> {
    const { outTradeNo, description, amountFen, openid, notifyUrl, expiresAt, attach, ...more } = order;
    const path = '/v3/pay/transactions/jsapi';
    const broken = this.api.unfit(`POST ${path}`, {
      'out_trade_no is 6 to 32 of digits, letters and _-|*': /^[\w\-|*]{6,32}$/.test(outTradeNo),
      'description is not empty': description.trim() !== '',
      'total is one fen or more': isFen(amountFen),
      'openid has 1 to 128 characters': isWithin(openid, 1, 128),
      'notify_url has no query and at most 255 characters': isNotifyUrl(notifyUrl, 255),
      'attach has at most 128 characters': isAtMost(attach, 128),
      ...orderRules(more),
    });
    if (broken) return broken;
    const answer = await this.api.call('POST', path, path, {
      appid: this.api.options.appid,
      mchid: this.api.options.mchid,
      description: cutText(description, 127),
      out_trade_no: outTradeNo,
      time_expire: `${new Date(expiresAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`,
      notify_url: notifyUrl,
      amount: { total: amountFen, currency: 'CNY' },
      payer: { openid },
      ...(attach ? { attach } : {}),
      ...detailsOf(more),
    });
    if (!answer.ok) return answer;
    const { prepay_id: prepayId } = answer.value;
    return typeof prepayId === 'string' && prepayId !== '' ? done({ prepayId }) : this.api.unreadable(`POST ${path}`);
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

  /**
   * The order as it is. Without a notification ask after 5 s, 30 s, 1, 3, 5, 10 and 30 minutes, then close it.
   * Errors: ORDER_NOT_EXIST, FREQUENCY_LIMITED, SYSTEM_ERROR (again). Source: 商户订单号查询订单, GET /v3/pay/transactions/out-trade-no/{out_trade_no}.
   */
  async query(outTradeNo: string): Promise<WechatResult<Transaction>> {
    const api = 'GET /v3/pay/transactions/out-trade-no/{out_trade_no}';
    const answer = await this.api.call(
      'GET',
      `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}?mchid=${this.api.options.mchid}`,
      api,
    );
    if (!answer.ok) return answer;
    const transaction = readTransaction(answer.value);
    return transaction ? done(transaction) : this.api.unreadable(api);
  }

  /** A paid order by WeChat's number. Errors: ORDER_NOT_EXIST. Source: 微信支付订单号查询订单, GET /v3/pay/transactions/id/{transaction_id}. */
  async queryById(transactionId: string): Promise<WechatResult<Transaction>> {
    const api = 'GET /v3/pay/transactions/id/{transaction_id}';
    const target = `/v3/pay/transactions/id/${encodeURIComponent(transactionId)}?mchid=${this.api.options.mchid}`;
    const answer = await this.api.call('GET', target, api);
    if (!answer.ok) return answer;
    const transaction = readTransaction(answer.value);
    return transaction ? done(transaction) : this.api.unreadable(api);
  }

  /**
   * Closes an unpaid order; again does no harm. Errors: ORDERPAID or INVALID_REQUEST (it is paid: query it), FREQUENCY_LIMITED
   * (the customer is paying in this moment: query it), ORDER_NOT_EXIST.
   * Source: 关闭订单, POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close.
   */
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
   * Asks for a refund. Done means accepted: its end comes by notification or by `refundQuery` (after a minute, then 5, 10, 20
   * and 30). Limits: 365 days after the payment, 50 parts, a minute apart; 150 a second, 6 a second of those that fail. Not
   * sent: what breaks a limit of `RefundInput` (`UNFIT`).
   * Errors: NOT_ENOUGH (the merchant's balance: later, the same number), USER_ACCOUNT_ABNORMAL (by other means),
   * INVALID_REQUEST, PARAM_ERROR, RESOURCE_NOT_EXISTS (no such order), MCH_NOT_EXISTS, NO_AUTH, SIGN_ERROR; FREQUENCY_LIMITED
   * and SYSTEM_ERROR (the same number again).
   * Source: 申请退款, POST /v3/refund/domestic/refunds.
   */
  async refund(input: RefundInput): Promise<WechatResult<Refund>> {
    const { outRefundNo, refundFen, totalFen, reason, notifyUrl, account, from, goods } = input;
    const [field, number] =
      'transactionId' in input ? (['transaction_id', input.transactionId] as const) : (['out_trade_no', input.outTradeNo] as const);
    const path = '/v3/refund/domestic/refunds';
    const broken = this.api.unfit(`POST ${path}`, {
      'the order has a number of 1 to 32 characters': isWithin(number, 1, 32),
      'out_refund_no is 1 to 64 of digits, letters and _-|*@': /^[\w\-|*@]{1,64}$/.test(outRefundNo),
      'refund is one fen or more, and not more than the order': isFen(refundFen) && isFen(totalFen) && refundFen <= totalFen,
      'notify_url has no query and at most 256 characters': isNotifyUrl(notifyUrl, 256),
      'the parts are the refund': !from || from.reduce((sum, part) => sum + part.amountFen, 0) === refundFen,
    });
    if (broken) return broken;
    const answer = await this.api.call('POST', path, path, {
      [field]: number,
      out_refund_no: outRefundNo,
      notify_url: notifyUrl,
      amount: {
        refund: refundFen,
        total: totalFen,
        currency: 'CNY',
        ...(from ? { from: from.map((part) => ({ account: part.account, amount: part.amountFen })) } : {}),
      },
      ...(account ? { funds_account: account } : {}),
      ...(reason ? { reason: cutBytes(reason, 80) } : {}),
      ...(goods ? { goods_detail: goods.map(goodsOf) } : {}),
    });
    if (!answer.ok) return answer;
    const refund = readRefund(answer.value);
    return refund ? done(refund) : this.api.unreadable(`POST ${path}`);
  }

  /**
   * A refund as it is. Errors: RESOURCE_NOT_EXISTS (after a timeout: ask for the refund again, the same number).
   * Source: 查询单笔退款, GET /v3/refund/domestic/refunds/{out_refund_no}.
   */
  async refundQuery(outRefundNo: string): Promise<WechatResult<Refund>> {
    const api = 'GET /v3/refund/domestic/refunds/{out_refund_no}';
    const answer = await this.api.call('GET', `/v3/refund/domestic/refunds/${encodeURIComponent(outRefundNo)}`, api);
    if (!answer.ok) return answer;
    const refund = readRefund(answer.value);
    return refund ? done(refund) : this.api.unreadable(api);
  }

  /**
   * Finds another way for a refund that is ABNORMAL. Errors: INVALID_REQUEST (it is not), RESOURCE_NOT_EXISTS, PARAM_ERROR;
   * NO_PLATFORM_KEY (ours: there is none to seal the card's number for).
   * Source: 发起异常退款, POST /v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund.
   */
  async refundOtherwise(refundId: string, outRefundNo: string, way: RefundWay): Promise<WechatResult<Refund>> {
    const api = 'POST /v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund';
    let card = {};
    if (way.to === 'customer') {
      const key = await this.api.sealingKey();
      if (!key) return this.api.withoutKey(api);
      card = { bank_type: way.bankType, bank_account: sealFor(way.account, key), real_name: sealFor(way.name, key) };
    }
    const target = `/v3/refund/domestic/refunds/${encodeURIComponent(refundId)}/apply-abnormal-refund`;
    const type = way.to === 'customer' ? 'USER_BANK_CARD' : 'MERCHANT_BANK_CARD';
    const answer = await this.api.call('POST', target, api, { out_refund_no: outRefundNo, type, ...card });
    if (!answer.ok) return answer;
    const refund = readRefund(answer.value);
    return refund ? done(refund) : this.api.unreadable(api);
  }

  /** Verifies and opens what was posted to `notify_url`: headers in lower case, body as the raw bytes. See `readNotification` in `notification.ts`. */
  readNotification(headers: IncomingHeaders, rawBody: Buffer): WechatResult<PayNotification> {
    return readNotification(this.api.verifier, this.api.options.apiV3Key, headers, rawBody);
  }

  /** The same for a transfer's `notifyUrl`, which must be its own. */
  readTransferNotification(headers: IncomingHeaders, rawBody: Buffer): WechatResult<TransferNews> {
    return readTransferNotification(this.api.verifier, this.api.options.apiV3Key, headers, rawBody);
  }

  /**
   * Fetches the platform certificates, after `UNKNOWN_SERIAL`; at most every five minutes. True when there is a new one: read
   * again. Source: 下载平台证书, GET /v3/certificates.
   */
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

/** WeChat takes no query in an address that it calls. */
const isNotifyUrl = (url: string, most: number): boolean => isWithin(url, 1, most) && !/[?#]/.test(url);

const goodsOf = ({ id, wechatId, name, unitPriceFen, refundFen, quantity }: NonNullable<RefundInput['goods']>[number]): object => ({
  merchant_goods_id: id,
  ...(wechatId ? { wechatpay_goods_id: wechatId } : {}),
  ...(name ? { goods_name: cutText(name, 256) } : {}),
  unit_price: unitPriceFen,
  refund_amount: refundFen,
  refund_quantity: quantity,
});
