import type { OrderStatus } from '@pailou/contracts';
import { defineStates } from '../../kernel/state-machine.js';

export type OrderEvent = 'pay' | 'pay_late' | 'accept' | 'ready' | 'complete' | 'cancel' | 'cancel_by_customer' | 'expire';

/** What may happen to an order when. Refunds are kept apart: money can go back in any state after it came. */
export const orderStates = defineStates<OrderStatus, OrderEvent>({
  pay: { from: ['unpaid'], to: 'paid' },
  /** The money came after the expiry, and there was still enough of everything. */
  pay_late: { from: ['expired'], to: 'paid' },
  accept: { from: ['paid'], to: 'accepted' },
  ready: { from: ['accepted'], to: 'ready' },
  complete: { from: ['ready'], to: 'completed' },
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
  cancel: 'cancelled',
  cancel_by_customer: 'cancelled',
  expire: 'expired',
};
