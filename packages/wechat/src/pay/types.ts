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
const fen = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) ? value : 0);

/** Reads WeChat's fields; null when one that must be there is not. */
export function readTransaction(body: Record<string, unknown>): Transaction | null {
  const amount = (body.amount ?? {}) as Record<string, unknown>;
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
    payerOpenid: text((body.payer as Record<string, unknown> | undefined)?.openid),
    successAt: instant(body.success_time),
  };
}

/** Reads a refund; in notifications its state is called `refund_status`. */
export function readRefund(body: Record<string, unknown>): Refund | null {
  const amount = (body.amount ?? {}) as Record<string, unknown>;
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
  };
}
