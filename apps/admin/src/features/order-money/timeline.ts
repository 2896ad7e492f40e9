import type { OrderMoneyAttempt, OrderMoneyView } from '@pailou/contracts';
import type { Shape, Tone } from '../../ui/StatusTag.vue';
import { money } from '../../lib/format';
import { t } from './texts';

/** Something that happened to the money of an order. */
export interface Happening {
  id: string;
  at: string;
  word: string;
  tone: Tone;
  shape: Shape;
  /** Fen that moved, negative when they went back; absent where none did, so that all of them add up to what is kept. */
  amountFen?: number;
  /** Said small beside the word. */
  details: string[];
  numbers: { label: string; value: string }[];
}

type Attempt = OrderMoneyAttempt;
type Refund = Attempt['refunds'][number];
const plain = { tone: 'plain', shape: 'ring' } as const;
const numbers = (...all: [string, string | null][]) => all.flatMap(([label, value]) => (value ? [{ label, value }] : []));
const heard = (by: Attempt['heardBy']) => (by ? [t(`heard_${by}`)] : []);
const codes = (code: string | null) => (code ? [t('code', { code })] : []);

/** WeChat tells its instants in whole seconds, so that no more than the second can be compared with ours. */
const second = (at: string) => at.slice(0, 19);

/** All that happened, the oldest first; what happened within one second in the order in which it must have. */
export function timelineOf(order: OrderMoneyView): Happening[] {
  const all: Happening[] = [
    {
      id: 'ordered',
      at: order.createdAt,
      word: t('ev_ordered'),
      tone: 'brand',
      shape: 'square',
      details: [money(order.totalFen)],
      numbers: [],
    },
    ...order.attempts.flatMap(ofAttempt),
  ];
  return all
    .map((one, index) => ({ one, index }))
    .sort((a, b) => second(a.one.at).localeCompare(second(b.one.at)) || a.index - b.index)
    .map(({ one }) => one);
}

function ofAttempt(attempt: Attempt): Happening[] {
  const { id, method, createdAt, prepaidAt, amountFen, outTradeNo } = attempt;
  const begun: Happening[] =
    method === 'cash'
      ? []
      : [
          {
            id: `${id}:begun`,
            at: createdAt,
            word: t('ev_begun'),
            ...plain,
            details: [money(amountFen)],
            numbers: numbers([t('outTradeNo'), outTradeNo]),
          },
          ...(prepaidAt ? [{ id: `${id}:prepaid`, at: prepaidAt, word: t('ev_prepaid'), ...plain, details: [], numbers: [] }] : []),
        ];
  return [...begun, ...endOf(attempt), ...noticesOf(attempt.notices), ...attempt.refunds.flatMap(ofRefund), ...shippingOf(attempt)];
}

function endOf({ id, method, status, paidAt, endedAt, amountFen, transactionId, heardBy, failure }: Attempt): Happening[] {
  if (status === 'paid' && paidAt) {
    const word = method === 'cash' ? t('ev_paid_cash') : t('ev_paid');
    return [
      {
        id: `${id}:paid`,
        at: paidAt,
        word,
        tone: 'good',
        shape: 'check',
        amountFen,
        details: method === 'cash' ? [] : heard(heardBy),
        numbers: numbers([t('transactionId'), transactionId]),
      },
    ];
  }
  if (!endedAt || (status !== 'closed' && status !== 'failed')) return [];
  const look = status === 'failed' ? ({ tone: 'bad', shape: 'cross' } as const) : plain;
  return [{ id: `${id}:ended`, at: endedAt, word: t(`ev_${status}`), ...look, details: codes(failure), numbers: [] }];
}

function noticesOf(notices: Attempt['notices']): Happening[] {
  return notices.map(({ id, eventType, outcome, receivedAt }) => ({
    id,
    at: receivedAt,
    word: outcome === 'applied' ? t('ev_notice') : t('ev_mismatch'),
    ...(outcome === 'applied' ? plain : ({ tone: 'bad', shape: 'triangle' } as const)),
    details: [eventType],
    numbers: numbers([t('noticeId'), id]),
  }));
}

function ofRefund(refund: Refund): Happening[] {
  const { id, automatic, createdAt, settledAt, amountFen, reason, outRefundNo, refundId, status } = refund;
  const begun: Happening = {
    id: `${id}:begun`,
    at: createdAt,
    word: automatic ? t('ev_refund_auto') : t('ev_refund_begun'),
    tone: 'gold',
    shape: 'diamond',
    details: [money(amountFen), reason],
    numbers: numbers([t('outRefundNo'), outRefundNo]),
  };
  const end = settledAt && status !== 'pending' ? [endOfRefund(refund, settledAt, refundId)] : [];
  return [begun, ...noticesOf(refund.notices), ...end];
}

function endOfRefund({ id, status, released, failure, heardBy, amountFen }: Refund, at: string, refundId: string | null): Happening {
  const done = status === 'succeeded';
  return {
    id: `${id}:ended`,
    at,
    word: done ? t('ev_refund_done') : t('ev_refund_failed'),
    ...(done ? ({ tone: 'good', shape: 'check' } as const) : ({ tone: 'bad', shape: 'cross' } as const)),
    ...(done ? { amountFen: -amountFen } : {}),
    details: done ? heard(heardBy) : [...codes(failure), released ? t('released') : t('stuck')],
    numbers: numbers([t('refundId'), refundId]),
  };
}

function shippingOf({ id, shipping }: Attempt): Happening[] {
  if (!shipping) return [];
  const { status, createdAt, reportedAt, settledAt, code } = shipping;
  const told =
    reportedAt && status !== 'failed'
      ? [{ id: `${id}:reported`, at: reportedAt, word: t('ev_reported'), ...plain, details: [], numbers: [] }]
      : [];
  const refused: Happening[] =
    status === 'failed'
      ? [
          {
            id: `${id}:refused`,
            at: reportedAt ?? createdAt,
            word: t('ev_report_failed'),
            tone: 'bad',
            shape: 'triangle',
            details: codes(code),
            numbers: [],
          },
        ]
      : [];
  const free: Happening[] = settledAt
    ? [{ id: `${id}:settled`, at: settledAt, word: t('ev_settled'), tone: 'good', shape: 'check', details: [], numbers: [] }]
    : [];
  return [...told, ...refused, ...free];
}
