import type { OrderStatus } from '@pailou/contracts';
import { defineStates } from '../../kernel/state-machine.js';

export type OrderEvent =
  | 'pay'
  | 'pay_late'
  | 'accept'
  | 'ready'
  | 'complete'
  | 'take_back_accept'
  | 'take_back_ready'
  | 'take_back_complete'
  | 'cancel'
  | 'cancel_by_customer'
  | 'expire';

/** What may happen to an order when. Refunds are kept apart: money can go back in any state after it came. */
export const orderStates = defineStates<OrderStatus, OrderEvent>({
  pay: { from: ['unpaid'], to: 'paid' },
  /** The money came after the expiry, and there was still enough of everything. */
  pay_late: { from: ['expired'], to: 'paid' },
  accept: { from: ['paid'], to: 'accepted' },
  ready: { from: ['accepted'], to: 'ready' },
  complete: { from: ['ready'], to: 'completed' },
  /** A slip of the finger at the board, noticed within seconds. */
  take_back_accept: { from: ['accepted'], to: 'paid' },
  take_back_ready: { from: ['ready'], to: 'accepted' },
  take_back_complete: { from: ['completed'], to: 'ready' },
  cancel: { from: ['unpaid', 'paid', 'accepted', 'ready'], to: 'cancelled' },
  cancel_by_customer: { from: ['unpaid', 'paid'], to: 'cancelled' },
  expire: { from: ['unpaid'], to: 'expired' },
});

/** The news that each event makes: its name in the history, and in the outbox as `order.<name>`. */
export const newsOf: Record<OrderEvent, string> = {
  pay: 'paid',
  pay_late: 'paid',
  accept: 'accepted',
  ready: 'ready',
  complete: 'completed',
  take_back_accept: 'taken_back',
  take_back_ready: 'taken_back',
  take_back_complete: 'taken_back',
  cancel: 'cancelled',
  cancel_by_customer: 'cancelled',
  expire: 'expired',
};

/** How long a step at the board may be taken back, in milliseconds: ten seconds are offered, the rest is for a slow line. */
export const takeBackMs = 15_000;

/** What takes back the step that made this news; undefined for what stays. */
export function takeBackOf(news: string): OrderEvent | undefined {
  const steps: Readonly<Record<string, OrderEvent>> = {
    accepted: 'take_back_accept',
    ready: 'take_back_ready',
    completed: 'take_back_complete',
  };
  return steps[news];
}
