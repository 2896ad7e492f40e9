import type { OrderStatus } from '@pailou/contracts';
import type { Shape, Tone } from '../StatusTag.vue';

/** How each state of an order looks, everywhere in the panel. */
export const looks: Readonly<Record<OrderStatus, { tone: Tone; shape: Shape }>> = {
  unpaid: { tone: 'plain', shape: 'ring' },
  paid: { tone: 'brand', shape: 'diamond' },
  accepted: { tone: 'warn', shape: 'triangle' },
  ready: { tone: 'good', shape: 'square' },
  completed: { tone: 'plain', shape: 'check' },
  cancelled: { tone: 'bad', shape: 'cross' },
  expired: { tone: 'plain', shape: 'cross' },
};
