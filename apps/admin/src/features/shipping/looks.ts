import type { ShippingStatus } from '@pailou/contracts';
import type { Shape, Tone } from '../../ui/StatusTag.vue';

export const statuses: readonly ShippingStatus[] = ['failed', 'waiting', 'reported', 'settled', 'handled', 'not_needed'];
export const looks: Readonly<Record<ShippingStatus, { tone: Tone; shape: Shape }>> = {
  waiting: { tone: 'gold', shape: 'ring' },
  reported: { tone: 'good', shape: 'circle' },
  settled: { tone: 'good', shape: 'check' },
  failed: { tone: 'bad', shape: 'cross' },
  handled: { tone: 'plain', shape: 'check' },
  not_needed: { tone: 'plain', shape: 'ring' },
};
