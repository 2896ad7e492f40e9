import { readFileSync } from 'node:fs';
import { OrderStatus } from '@pailou/contracts';
import { expect, it } from 'vitest';
import { type OrderEvent, orderStates, takeBackOf } from './order.state.js';

const events: OrderEvent[] = ['pay', 'pay_late', 'accept', 'ready', 'complete', 'cancel', 'cancel_by_customer', 'expire'];
/** What undoes a step, and the one state in which it may. */
const takenBack: Partial<Record<OrderStatus, { event: OrderEvent; to: OrderStatus }>> = {
  accepted: { event: 'take_back_accept', to: 'paid' },
  ready: { event: 'take_back_ready', to: 'accepted' },
  completed: { event: 'take_back_complete', to: 'ready' },
};
const backward: OrderEvent[] = ['take_back_accept', 'take_back_ready', 'take_back_complete'];

/** What each event makes of each state, written out whole; a dash refuses. */
const table: Record<OrderStatus, string> = {
  //          pay   pay_late accept   ready complete  cancel    by_customer expire
  unpaid: '   paid  -        -        -     -         cancelled cancelled   expired',
  paid: '     -     -        accepted -     -         cancelled cancelled   -',
  accepted: ' -     -        -        ready -         cancelled -           -',
  ready: '    -     -        -        -     completed cancelled -           -',
  completed: '-     -        -        -     -         -         -           -',
  cancelled: '-     -        -        -     -         -         -           -',
  expired: '  -     paid     -        -     -         -         -           -',
};

it.each(
  OrderStatus.options.flatMap((status) => events.map((event, index) => ({ status, event, to: table[status].trim().split(/ +/)[index] }))),
)('$status, $event: $to', ({ status, event, to }) => {
  expect(orderStates.next(status, event) ?? '-').toBe(to);
});

it.each(OrderStatus.options.flatMap((status) => backward.map((event) => ({ status, event }))))('$status, $event', ({ status, event }) => {
  expect(orderStates.next(status, event)).toBe(takenBack[status]?.event === event ? takenBack[status].to : undefined);
});

it('takes back the three steps of the board and nothing else', () => {
  const news = ['submitted', 'paid', 'accepted', 'ready', 'completed', 'cancelled', 'expired', 'refund_requested', 'taken_back'];
  expect(news.flatMap((one) => takeBackOf(one) ?? [])).toEqual(backward);
});

it('lets nothing but taking back follow on completed and cancelled, and every other state end', () => {
  const ends = new Set(['completed', 'cancelled']);
  for (const status of OrderStatus.options) {
    const onward = events.flatMap((event) => orderStates.next(status, event) ?? []);
    expect(onward.length === 0).toBe(ends.has(status));
  }
});

it('is drawn in the README as it is', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const drawn = [...readme.matchAll(/^  (\w+) --> (\w+): (\w+)/gm)].map(([, from, to, event]) => `${from} ${event} ${to}`);
  // A customer's cancellation is the operator's with fewer states: one arrow stands for both.
  const meant = orderStates
    .all()
    .filter(({ event }) => event !== 'cancel_by_customer')
    .map(({ from, event, to }) => `${from} ${event} ${to}`);
  expect(drawn.toSorted()).toEqual(meant.toSorted());
});
