import { objectOf, objectsOf } from '../fields.js';

/** A coupon that paid a part of an order. Amounts in fen. */
export interface Promotion {
  couponId: string;
  name: string;
  /** GLOBAL: of the whole order; SINGLE: of some goods. */
  scope: string;
  /** CASH: the merchant gets the money all the same; NOCASH: it does not. */
  type: string;
  amountFen: number;
  stockId: string;
  /** Who gave it. */
  wechatFen: number;
  merchantFen: number;
  otherFen: number;
}

/** An order as WeChat Pay knows it. Amounts in fen, instants UTC. Source: 查询订单. */
export interface Transaction {
  outTradeNo: string;
  /** WeChat's number; null before it was paid. */
  transactionId: string | null;
  /** REFUND also when only a part was refunded. */
  state: 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR';
  appid: string;
  mchid: string;
  /** What was asked, before coupons; 0 when WeChat does not say (unpaid). */
  totalFen: number;
  currency: string;
  payerOpenid: string | null;
  successAt: Date | null;
  /** JSAPI, NATIVE, APP, MICROPAY, MWEB, FACEPAY; null before it was paid. */
  tradeType: string | null;
  /** In WeChat's words. */
  stateWords: string | null;
  bankType: string | null;
  attach: string | null;
  /** What the customer paid after coupons; null before. */
  payerFen: number | null;
  promotions: Promotion[];
}

/** A refund as WeChat Pay knows it. Source: 申请退款, 查询单笔退款. */
export interface Refund {
  outTradeNo: string;
  outRefundNo: string;
  refundId: string;
  /** PROCESSING ends in one of the others; ABNORMAL: the money found no way back. */
  state: 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';
  refundFen: number;
  totalFen: number;
  successAt: Date | null;
  transactionId: string | null;
  /** When it was asked for; notifications do not say. */
  createdAt: Date | null;
  /** ORIGINAL, BALANCE, OTHER_BALANCE, OTHER_BANKCARD. */
  channel: string | null;
  /** Where the money goes, such as `招商银行信用卡0403`. */
  receivedBy: string | null;
  /** Which money it is taken from: UNSETTLED, AVAILABLE, UNAVAILABLE … */
  account: string | null;
  /** What the customer gets back after coupons, and what goes off the merchant's settlement; null when it is not said. */
  payerFen: number | null;
  settlementFen: number | null;
}

export type PayNotification = { id: string; eventType: string; createdAt: Date } & (
  | { kind: 'transaction'; transaction: Transaction }
  | { kind: 'refund'; mchid: string; refund: Refund }
);

const transactionStates = ['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR'] as const;
const refundStates = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'] as const;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const instant = (value: unknown): Date | null => {
  const at = typeof value === 'string' ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
};
const fenOrNull = (value: unknown): number | null => (typeof value === 'number' && Number.isSafeInteger(value) ? value : null);
const fen = (value: unknown): number => fenOrNull(value) ?? 0;

/** Reads WeChat's fields; null when one that must be there is not. */
export function readTransaction(body: Record<string, unknown>): Transaction | null {
  const amount = objectOf(body.amount);
  const state = transactionStates.find((one) => one === body.trade_state);
  const [outTradeNo, appid, mchid] = [text(body.out_trade_no), text(body.appid), text(body.mchid)];
  if (!state || !outTradeNo || !appid || !mchid) return null;
  return {
    outTradeNo,
    appid,
    mchid,
    state,
    transactionId: text(body.transaction_id),
    totalFen: fen(amount.total),
    currency: text(amount.currency) ?? 'CNY',
    payerOpenid: text(objectOf(body.payer).openid),
    successAt: instant(body.success_time),
    tradeType: text(body.trade_type),
    stateWords: text(body.trade_state_desc),
    bankType: text(body.bank_type),
    attach: text(body.attach),
    payerFen: fenOrNull(amount.payer_total),
    promotions: objectsOf(body.promotion_detail).map((one) => ({
      couponId: text(one.coupon_id) ?? '',
      name: text(one.name) ?? '',
      scope: text(one.scope) ?? '',
      type: text(one.type) ?? '',
      amountFen: fen(one.amount),
      stockId: text(one.stock_id) ?? '',
      wechatFen: fen(one.wechatpay_contribute),
      merchantFen: fen(one.merchant_contribute),
      otherFen: fen(one.other_contribute),
    })),
  };
}

/** Reads a refund; in notifications its state is called `refund_status`. */
export function readRefund(body: Record<string, unknown>): Refund | null {
  const amount = objectOf(body.amount);
  const state = refundStates.find((one) => one === (body.status ?? body.refund_status));
  const [outTradeNo, outRefundNo, refundId] = [text(body.out_trade_no), text(body.out_refund_no), text(body.refund_id)];
  if (!state || !outTradeNo || !outRefundNo || !refundId) return null;
  return {
    outTradeNo,
    outRefundNo,
    refundId,
    state,
    refundFen: fen(amount.refund),
    totalFen: fen(amount.total),
    successAt: instant(body.success_time),
    transactionId: text(body.transaction_id),
    createdAt: instant(body.create_time),
    channel: text(body.channel),
    receivedBy: text(body.user_received_account),
    account: text(body.funds_account),
    payerFen: fenOrNull(amount.payer_refund),
    settlementFen: fenOrNull(amount.settlement_refund),
  };
}
