/** How each state looks and what may be done in it; the API has the last word. */
import type { AdminOrderView, OrderStatus } from '@pailou/contracts';
import { minutesSince } from '../../lib/format';

export type Action = 'accept' | 'ready' | 'complete' | 'cancel' | 'cash';

export { looks } from '../../ui/orders/states';

const actions: Readonly<Record<OrderStatus, readonly Action[]>> = {
  unpaid: ['cash', 'cancel'],
  paid: ['accept', 'cancel'],
  accepted: ['ready', 'cancel'],
  ready: ['complete', 'cancel'],
  completed: [],
  cancelled: [],
  expired: [],
};

export function actionsOf(status: OrderStatus): readonly Action[] {
  return actions[status];
}

/** Money can be given back once it came in, until all of it is back. */
export function refundable(order: Pick<AdminOrderView, 'paidAt' | 'totalFen' | 'refundedFen'>): boolean {
  return order.paidAt !== null && order.refundedFen < order.totalFen;
}

/** Minutes after which a ticket on the board asks for attention. */
export const lateAfterMinutes: Readonly<Partial<Record<OrderStatus, number>>> = { paid: 3, accepted: 15, ready: 20 };

/** Whether an order waits longer than it should, at `now` (milliseconds); counted from its payment. */
export function isLate(order: Pick<AdminOrderView, 'status' | 'paidAt' | 'createdAt'>, now: number): boolean {
  return minutesSince(order.paidAt ?? order.createdAt, now) >= (lateAfterMinutes[order.status] ?? Number.POSITIVE_INFINITY);
}
