import type { Attempt } from './payments.queries.js';

/** WeChat takes so many refunds of one payment. Source: 申请退款, 50 次. */
export const mostRefunds = 50;
/** And none later than so many days after it. Source: 申请退款, 一年. */
export const refundDays = 365;

export type RefundRefusal = 'too_many_refunds' | 'refund_too_late';
export type Refunded = Pick<Attempt, 'method' | 'refundCount' | 'paidAt'>;

/** The last instant at which WeChat gives a payment back; null for cash, which has no end. */
export function refundableUntil({ method, paidAt }: Refunded): Date | null {
  return method === 'wechat' && paidAt ? new Date(paidAt.getTime() + refundDays * 86_400_000) : null;
}

/** Why WeChat would not take one more refund of this payment; null when it would. The drawer has no such limits. */
export function refundRefusal(attempt: Refunded, now: Date): RefundRefusal | null {
  if (attempt.method !== 'wechat') return null;
  const until = refundableUntil(attempt);
  if (until && now > until) return 'refund_too_late';
  return attempt.refundCount >= mostRefunds ? 'too_many_refunds' : null;
}
