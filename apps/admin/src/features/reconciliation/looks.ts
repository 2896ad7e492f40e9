import type { BillDayState, MoneyTaskKind, MoneyTaskStatus } from '@pailou/contracts';
import type { Shape, Tone } from '../../ui/StatusTag.vue';
import { entryWord } from '../../ui/bills/entry';
import { t } from './texts';

type Look = { tone: Tone; shape: Shape };

export const dayStates: readonly BillDayState[] = ['differing', 'failing', 'waiting', 'matched'];
export const dayLooks: Readonly<Record<BillDayState, Look>> = {
  matched: { tone: 'good', shape: 'check' },
  differing: { tone: 'bad', shape: 'triangle' },
  failing: { tone: 'warn', shape: 'cross' },
  waiting: { tone: 'plain', shape: 'ring' },
};

export const taskStatuses: readonly MoneyTaskStatus[] = ['open', 'closed'];
export const taskLooks: Readonly<Record<MoneyTaskStatus, Look>> = {
  open: { tone: 'bad', shape: 'triangle' },
  closed: { tone: 'plain', shape: 'check' },
};

/** What somebody must do about soonest stands first. */
export const taskKinds: readonly MoneyTaskKind[] = [
  'refund_failed',
  'payment_mismatch',
  'missing_here',
  'missing_there',
  'amount',
  'state',
  'duplicate',
  'fee',
  'fee_rate',
  'fund_missing',
  'fund_amount',
  'fund_unknown',
  'fund_fee',
  'balance',
  'bill_sum',
];

const states = [
  'created',
  'prepaid',
  'paid',
  'closed',
  'failed',
  'pending',
  'succeeded',
  'SUCCESS',
  'PROCESSING',
  'FAIL',
  'CHANGE',
  'ABNORMAL',
  'CLOSED',
] as const;

/** A state of either side in words; one that is not known, or that carries a code, keeps it. */
export function stateWord(state: string): string {
  const [name, ...rest] = state.split(': ');
  const known = states.find((one) => one === name);
  const word = known ? t(`state_${known}`) : entryWord({ kind: 'other', business: name ?? '' });
  return rest.length > 0 ? `${word} · ${rest.map(stateWord).join(': ')}` : word;
}
