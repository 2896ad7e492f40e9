import type { OrderMoneyAttempt, OrderMoneyView } from '@pailou/contracts';
import type { z } from 'zod';

type Sums = OrderMoneyView['sums'];
type Attempt = z.output<typeof OrderMoneyAttempt>;
const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);

/** Where each fen of an order is: what is due, what came in, what went back, what is kept, and whose hands that is in. */
export function orderSums(order: Pick<OrderMoneyView, 'lines' | 'steps' | 'totalFen' | 'status'>, attempts: readonly Attempt[]): Sums {
  const paid = attempts.filter(({ status }) => status === 'paid');
  const refunds = paid.flatMap((attempt) => attempt.refunds);
  const of = (wanted: (refund: Attempt['refunds'][number]) => boolean) => sum(refunds.filter(wanted), ({ amountFen }) => amountFen);
  const paidFen = sum(paid, ({ amountFen }) => amountFen);
  const returningFen = of(({ status }) => status === 'pending');
  const returnedFen = of(({ status }) => status === 'succeeded');
  const strandedFen = of(({ status, released }) => status === 'failed' && !released);
  const keptFen = paidFen - returningFen - returnedFen - strandedFen;
  const left = (attempt: Attempt) => attempt.amountFen - attempt.refundedFen;
  const cash = paid.filter(({ method }) => method === 'cash');
  const settled = paid.filter(
    ({ method, shipping }) => method === 'wechat' && (shipping?.status === 'settled' || shipping?.status === 'not_needed'),
  );
  const [cashFen, settledFen] = [sum(cash, left), sum(settled, left)];
  const feeFen = feesOf(paid);
  // What is no more to be paid is given up, not owed.
  const owed = order.status === 'cancelled' || order.status === 'expired' ? 0 : order.totalFen;
  const honouredFen =
    paidFen -
    sum(
      refunds.filter(({ automatic, released }) => automatic && !released),
      ({ amountFen }) => amountFen,
    );
  return {
    linesFen: sum(order.lines, ({ totalFen }) => totalFen),
    stepsFen: sum(order.steps, ({ amountFen }) => amountFen),
    dueFen: order.totalFen,
    paidFen,
    returningFen,
    returnedFen,
    strandedFen,
    keptFen,
    feeFen,
    netFen: feeFen === null ? null : keptFen - feeFen,
    cashFen,
    heldFen: keptFen - cashFen - settledFen,
    settledFen,
    openFen: Math.max(0, owed - honouredFen),
  };
}

/** What WeChat took, by its trade bills; null while the bill of a payment or of a refund that arrived is still to come. */
function feesOf(paid: readonly Attempt[]): number | null {
  let feeFen = 0;
  for (const { method, outTradeNo, refunds, rows } of paid) {
    if (method === 'cash') continue;
    const numbers = [outTradeNo, ...refunds.filter(({ status }) => status === 'succeeded').map((refund) => refund.outRefundNo)];
    for (const number of numbers) {
      const row = rows.find((one) => one.bill === 'trade' && one.number === number);
      if (!row) return null;
      feeFen += row.feeFen ?? 0;
    }
  }
  return feeFen;
}
