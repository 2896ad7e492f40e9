import { done, failed, type WechatResult } from '../result.js';
import { Bills } from './bills.js';
import { paymentMessage, sealFor, signRsa } from './crypto.js';
import { type IncomingHeaders, readNotification, readTransferNotification } from './notification.js';
import { nonce, PayApi, type PayOptions, unreadable } from './pay-api.js';
import { Transfers, type TransferNews } from './transfers.js';
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
  /** Comes back in the query and the notification; at most 128 characters. */
  attach?: string;
  /** For coupons that are bound to some orders (订单优惠标记). */
  goodsTag?: string;
  /** Shows the entry to an electronic fapiao (电子发票入口). */
  fapiao?: boolean;
  /** What is bought, for coupons of single goods; prices in fen. */
  goods?: readonly { id: string; name?: string; quantity: number; unitPriceFen: number }[];
  /** Of the customer. */
  clientIp?: string;
  /** Told only together with the customer's address `clientIp`. */
  store?: { id: string; name?: string; areaCode?: string; address?: string };
  profitSharing?: boolean;
  limitPay?: readonly ('no_balance' | 'no_credit' | 'no_debit' | 'balance_only')[];
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
  /** Where the money is taken from: the balance, or only what is not settled yet. WeChat chooses when absent. */
  account?: 'AVAILABLE' | 'UNSETTLED';
  /** Or several; together they are the refund. */
  from?: readonly { account: 'AVAILABLE' | 'UNAVAILABLE'; amountFen: number }[];
}
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
    ...more
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
      ...detailsOf(more),
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

  /** A paid order by WeChat's number. Errors: ORDER_NOT_EXIST. Source: 微信支付订单号查询订单. */
  async queryById(transactionId: string): Promise<WechatResult<Transaction>> {
    const api = 'GET /v3/pay/transactions/id/{transaction_id}';
    const target = `/v3/pay/transactions/id/${encodeURIComponent(transactionId)}?mchid=${this.api.options.mchid}`;
    const answer = await this.api.call('GET', target, api);
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
   * Source: 申请退款, POST /v3/refund/domestic/refunds; within 365 days, at most 50 parts, a minute apart.
   */
  async refund({
    outTradeNo,
    outRefundNo,
    refundFen,
    totalFen,
    reason,
    notifyUrl,
    account,
    from,
  }: RefundInput): Promise<WechatResult<Refund>> {
    const path = '/v3/refund/domestic/refunds';
    const answer = await this.api.call('POST', path, path, {
      out_trade_no: outTradeNo,
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

  /**
   * Finds another way for a refund that is ABNORMAL. Errors: INVALID_REQUEST (it is not), RESOURCE_NOT_EXISTS.
   * Source: 发起异常退款, POST /v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund.
   */
  async refundOtherwise(refundId: string, outRefundNo: string, way: RefundWay): Promise<WechatResult<Refund>> {
    const api = 'POST /v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund';
    let card = {};
    if (way.to === 'customer') {
      const key = await this.api.sealingKey();
      if (!key)
        return failed({
          api,
          kind: 'invalid',
          code: 'NO_PLATFORM_KEY',
          message: 'There is no key of WeChat Pay to seal for',
          retryable: false,
        });
      card = { bank_type: way.bankType, bank_account: sealFor(way.account, key), real_name: sealFor(way.name, key) };
    }
    const target = `/v3/refund/domestic/refunds/${encodeURIComponent(refundId)}/apply-abnormal-refund`;
    const type = way.to === 'customer' ? 'USER_BANK_CARD' : 'MERCHANT_BANK_CARD';
    const answer = await this.api.call('POST', target, api, { out_refund_no: outRefundNo, type, ...card });
    if (!answer.ok) return answer;
    const refund = readRefund(answer.value);
    return refund ? done(refund) : unreadable(api);
  }

  /** Verifies and opens what was posted to `notify_url`: headers in lower case, body as the raw bytes. */
  readNotification(headers: IncomingHeaders, rawBody: Buffer): WechatResult<PayNotification> {
    return readNotification(this.api.verifier, this.api.options.apiV3Key, headers, rawBody);
  }

  /** The same for a transfer's `notifyUrl`, which must be its own. */
  readTransferNotification(headers: IncomingHeaders, rawBody: Buffer): WechatResult<TransferNews> {
    return readTransferNotification(this.api.verifier, this.api.options.apiV3Key, headers, rawBody);
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

type Details = Pick<PrepayInput, 'goodsTag' | 'fapiao' | 'goods' | 'clientIp' | 'store' | 'profitSharing' | 'limitPay'>;

/** The parts of an order that only some shops use. */
function detailsOf({ goodsTag, fapiao, goods, clientIp, store, profitSharing, limitPay }: Details): object {
  const lines = goods?.map(({ id, name, quantity, unitPriceFen }) => ({
    merchant_goods_id: id,
    ...(name ? { goods_name: name } : {}),
    quantity,
    unit_price: unitPriceFen,
  }));
  const place = store && {
    id: store.id,
    ...(store.name ? { name: store.name } : {}),
    ...(store.areaCode ? { area_code: store.areaCode } : {}),
    ...(store.address ? { address: store.address } : {}),
  };
  return {
    ...(goodsTag ? { goods_tag: goodsTag } : {}),
    ...(fapiao === undefined ? {} : { support_fapiao: fapiao }),
    ...(lines ? { detail: { goods_detail: lines } } : {}),
    // `payer_client_ip` must be there whenever the scene is told.
    ...(clientIp ? { scene_info: { payer_client_ip: clientIp, ...(place ? { store_info: place } : {}) } } : {}),
    ...(profitSharing === undefined ? {} : { settle_info: { profit_sharing: profitSharing } }),
    ...(limitPay ? { limit_pay: limitPay } : {}),
  };
}
