import type { OrderView } from '@pailou/contracts';
import type { Messages } from './text';

/** The steps of an order that goes well, in their order. */
export const steps = ['paid', 'accepted', 'ready', 'completed'] as const;

/** What state the order is in, as its customer would say it. */
export function statusText(order: Pick<OrderView, 'status' | 'fulfilment'>, t: Messages): string {
  return order.status === 'ready' ? t.orders.readyFor[order.fulfilment] : t.orders.status[order.status];
}

/** How many steps are done: 0 before it is paid, 4 when it was handed over; null when it will not go on. */
export function stepsDone({ status }: Pick<OrderView, 'status'>): number | null {
  if (status === 'unpaid') return 0;
  const index = steps.indexOf(status as (typeof steps)[number]);
  return index === -1 ? null : index + 1;
}

/** `桂花乌龙 等 3 件`, or the one product's name. */
export function summary(order: Pick<OrderView, 'lines'>, local: (text: { zh: string; en: string }) => string, t: Messages): string {
  const count = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const [first] = order.lines;
  if (!first) return '';
  return count === 1 ? local(first.name) : t.orders.more(local(first.name), count);
}

/** Whether the customer may still give it up: unpaid, or paid and not yet accepted. */
export const canCancel = ({ status }: Pick<OrderView, 'status'>): boolean => status === 'unpaid' || status === 'paid';
