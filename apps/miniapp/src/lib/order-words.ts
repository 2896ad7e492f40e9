import type { OrderView } from '@pailou/contracts';
import type { Messages } from './text';
import { clock } from './time';

/** The steps of an order that goes well, in their order. */
export const steps = ['paid', 'accepted', 'ready', 'completed'] as const;

/** What state the order is in, as its customer would say it. */
export function statusText(order: Pick<OrderView, 'status' | 'fulfilment'>, t: Messages): string {
  return order.status === 'ready' ? t.orders.readyFor[order.fulfilment] : t.orders.status[order.status];
}

type Step = (typeof steps)[number];
/** What a step is called: being ready means another thing for each way of getting it. */
export const stepWord = (step: Step, { fulfilment }: Pick<OrderView, 'fulfilment'>, t: Messages): string =>
  step === 'ready' ? t.orders.readyStep[fulfilment] : t.orders.steps[step];

/** When the step was done, `HH:MM`; empty before. */
export function stepTime(step: Step, { history }: Pick<OrderView, 'history'>): string {
  const entry = history.find(({ status }) => status === step);
  return entry ? clock(entry.at) : '';
}

/** What happens next, or what the customer does next; empty when all is said. */
export function nextText(order: Pick<OrderView, 'status' | 'fulfilment' | 'paidAt'>, t: Messages): string {
  const { next } = t.orders;
  if (order.status === 'paid' || order.status === 'expired') return next[order.status];
  if (order.status === 'accepted' || order.status === 'ready') return next[order.status][order.fulfilment];
  return order.status === 'cancelled' && order.paidAt ? next.cancelled : '';
}

/** Whether something is still to happen to it. */
export const isGoing = ({ status }: Pick<OrderView, 'status'>): boolean => !['completed', 'cancelled', 'expired'].includes(status);

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
