import type { BookedPayment, BookedRefund } from '../payments/index.js';
import { feeAt, rateOf } from './bill-fees.js';
import type { TradeRow } from './difference.js';
import type { TradeBooks } from './trade-match.js';

// Rows of both books for the tests of the matcher: a payment of 18 yuan at noon of 21 November in China, unless said otherwise.

const noon = new Date('2026-11-21T04:00:00Z');

export const bookedPayment = (change: Partial<BookedPayment> = {}): BookedPayment => ({
  attemptId: 'a1',
  payableType: 'order',
  payableId: 'o1',
  about: '春熙路店 1',
  outTradeNo: 'n1',
  transactionId: 't1',
  amountFen: 1800,
  status: 'paid',
  paidAt: noon,
  ...change,
});

export const bookedRefund = (change: Partial<BookedRefund> = {}): BookedRefund => ({
  id: 'i1',
  attemptId: 'a1',
  payableType: 'order',
  payableId: 'o1',
  about: '春熙路店 1',
  outTradeNo: 'n1',
  transactionId: 't1',
  outRefundNo: 'r1',
  refundId: 's1',
  amountFen: 500,
  status: 'succeeded',
  released: false,
  failure: null,
  createdAt: noon,
  settledAt: noon,
  ...change,
});

export function tradeRow(change: Partial<TradeRow> = {}): TradeRow {
  const row = {
    kind: 'payment' as const,
    appid: 'wxours',
    at: noon,
    outTradeNo: change.number ?? 'n1',
    number: 'n1',
    wechatNumber: `t-${change.number ?? 'n1'}`,
    amountFen: 1800,
    feeRate: '0.60%',
    state: 'SUCCESS',
    ...change,
  };
  const fee = feeAt(row.amountFen, rateOf(row.feeRate)!);
  return { feeFen: row.kind === 'payment' ? fee : 0 - fee, ...row };
}

export const tradeBooks = (change: Partial<TradeBooks> = {}): TradeBooks => ({
  day: '2026-11-21',
  appid: 'wxours',
  rows: [],
  summary: null,
  payments: [],
  refunds: [],
  elsewhere: new Set(),
  fetched: new Set(['2026-11-20', '2026-11-21']),
  rateBefore: null,
  ...change,
});
