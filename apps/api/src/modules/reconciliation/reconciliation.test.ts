import { describe, expect, it } from 'vitest';
import { feeAt, feeFits, rateOf, usualRate } from './bill-fees.js';
import { billsOf } from './bill-rows.js';
import { addDays, chinaDay, instantOf, lastBilledDay, startOf } from './china-day.js';
import type { FundRow, TradeRow } from './difference.js';
import { accountOf, matchFunds } from './fund-match.js';
import { bookedPayment, bookedRefund, tradeBooks, tradeRow } from './reconciliation.samples.js';
import { matchTrades, type TradeBooks } from './trade-match.js';

const at = (text: string) => new Date(text);
const kinds = (books: TradeBooks) => matchTrades(books).differences.map(({ kind, key }) => `${kind} ${key}`);

describe('a day of the bill', () => {
  it('is China’s, wherever the store and the server are', () => {
    expect(chinaDay(at('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(chinaDay(at('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(startOf('2026-11-22').toISOString()).toBe('2026-11-21T16:00:00.000Z');
    expect([addDays('2026-02-28', 1), addDays('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31']);
    expect(instantOf('2026-11-21 00:00:05')?.toISOString()).toBe('2026-11-20T16:00:05.000Z');
    expect(instantOf('nonsense')).toBeNull();
  });
  it('has its bill from ten in the morning in China on', () => {
    expect(lastBilledDay(at('2026-11-22T01:59:59Z'))).toBe('2026-11-20');
    expect(lastBilledDay(at('2026-11-22T02:00:00Z'))).toBe('2026-11-21');
    expect(lastBilledDay(at('2026-11-22T16:30:00Z'))).toBe('2026-11-21');
  });
});

describe('a fee', () => {
  it('is the rate of the amount, exactly, rounded either way', () => {
    expect([rateOf('0.60%'), rateOf('0.6%'), rateOf('39.00%'), rateOf('x'), rateOf('')]).toEqual([
      600_000n,
      600_000n,
      39_000_000n,
      null,
      null,
    ]);
    expect(feeAt(1800, rateOf('0.60%')!)).toBe(11);
    expect([10, 11, 12].map((fee) => feeFits(fee, 1800, rateOf('0.60%')!))).toEqual([true, true, false]);
    expect([9, 60, 61].map((fee) => feeFits(fee, 10_000, rateOf('0.60%')!))).toEqual([false, true, false]);
    expect(feeAt(100_000_000_00, rateOf('0.60%')!)).toBe(60_000_000);
    expect(usualRate(['0.60%', '1.00%', '0.60%', ''])).toBe('0.60%');
    expect(usualRate([])).toBeNull();
  });
  it('that is not is told, and one rate unlike the days before is told once', () => {
    const wrong = tradeRow({ number: 'n1', amountFen: 1800, feeFen: 20 });
    expect(kinds(tradeBooks({ rows: [wrong], payments: [bookedPayment({ outTradeNo: 'n1' })] }))).toEqual(['fee payment:n1']);
    const dear = ['n1', 'n2'].map((number) => tradeRow({ number, amountFen: 1800, feeFen: 18, feeRate: '1.00%' }));
    const payments = ['n1', 'n2'].map((outTradeNo) => bookedPayment({ outTradeNo }));
    const found = matchTrades(tradeBooks({ rows: dear, payments, rateBefore: '0.60%' })).differences;
    expect(found).toMatchObject([
      {
        kind: 'fee_rate',
        key: '1.00%',
        ours: { rate: '0.60%', feeFen: 22 },
        theirs: { rate: '1.00%', feeFen: 36, count: 2 },
        differenceFen: 14,
      },
    ]);
  });
  it('with parts of a fen is kept in whole ones', () => {
    const row = {
      kind: 'payment',
      appid: 'wx',
      at: '',
      transactionId: 't',
      outTradeNo: 'n',
      openid: '',
      totalFen: 100,
      refundId: '',
      outRefundNo: '',
      refundFen: 0,
      refundStatus: '',
      description: '',
      feeRate: '0.60%',
      mchid: '1900',
      tradeType: 'JSAPI',
      bankType: 'OTHERS',
      settledFen: 100,
      couponFen: 0,
      askedFen: 0,
      couponRefundFen: 0,
      refundType: '',
      attach: '',
    } as const;
    const fees = [0.6, 0.5, 0.4, -0.5, -0.6].map(
      (feeFen) => billsOf({ rows: [{ ...row, feeFen }], count: 1, settledFen: 100, refundedFen: 0, feeFen }, []).trades[0]!.feeFen,
    );
    expect(fees).toEqual([1, 1, 0, -1, -1]);
  });
});

describe('a payment', () => {
  it('that agrees is no difference', () => {
    const { differences, matched, ours, theirs } = matchTrades(
      tradeBooks({ rows: [tradeRow({ number: 'n1' })], payments: [bookedPayment({ outTradeNo: 'n1' })] }),
    );
    expect([differences, matched]).toEqual([[], 1]);
    expect(ours).toEqual(theirs);
  });
  it.each([['created'], ['prepaid'], ['closed'], ['failed']] as const)('paid at WeChat and %s here', (status) => {
    const payments = [bookedPayment({ outTradeNo: 'n1', status, paidAt: null })];
    expect(kinds(tradeBooks({ rows: [tradeRow({ number: 'n1' })], payments }))).toEqual(['state payment:n1']);
  });
  it('of another app under the same merchant is counted and left alone', () => {
    const found = matchTrades(tradeBooks({ rows: [tradeRow({ number: 'n1', appid: 'wxother' })] }));
    expect([found.differences, found.otherApps, found.theirs.payments]).toEqual([[], 1, 0]);
  });
  it('near midnight waits for the next bill, and stands on either day', () => {
    const late = bookedPayment({ outTradeNo: 'n1', paidAt: at('2026-11-21T15:59:59Z') });
    const books = tradeBooks({ rows: [], payments: [late] });
    expect([kinds(books), matchTrades(books).waiting]).toEqual([[], 1]);
    const next = { ...books, fetched: new Set([...books.fetched, '2026-11-22']) };
    expect([kinds(next), matchTrades(next).waiting]).toEqual([['missing_there payment:n1'], 0]);
    const there = { ...next, elsewhere: new Set(['payment:n1']) };
    expect([kinds(there), matchTrades(there).waiting]).toEqual([[], 0]);
    // And on the bill of the day on which WeChat booked it, it is matched although we count it to the day before.
    expect(kinds(tradeBooks({ day: '2026-11-22', rows: [tradeRow({ number: 'n1' })], payments: [late] }))).toEqual([]);
  });
  it('that stands on two bills is told', () => {
    const books = tradeBooks({
      rows: [tradeRow({ number: 'n1' })],
      payments: [bookedPayment({ outTradeNo: 'n1' })],
      elsewhere: new Set(['payment:n1']),
    });
    expect(kinds(books)).toEqual(['duplicate payment:n1']);
  });
});

describe('a refund', () => {
  const row = (state: string) => tradeRow({ kind: 'refund', number: 'r1', outTradeNo: 'n1', amountFen: 500, feeFen: -3, state });
  it.each([
    ['SUCCESS', 'succeeded', false, true],
    ['SUCCESS', 'pending', false, false],
    ['SUCCESS', 'failed', true, false],
    ['PROCESSING', 'pending', false, true],
    ['PROCESSING', 'succeeded', false, true],
    ['PROCESSING', 'failed', true, false],
    ['FAIL', 'failed', false, true],
    ['FAIL', 'failed', true, false],
    ['FAIL', 'succeeded', false, false],
  ] as const)('%s there, %s here (released: %s): agrees %s', (theirs, status, released, agrees) => {
    const refunds = [bookedRefund({ outRefundNo: 'r1', amountFen: 500, status, released })];
    expect(kinds(tradeBooks({ rows: [row(theirs)], refunds }))).toEqual(agrees ? [] : ['state refund:r1']);
  });
  it('is looked for on every bill since it was asked for', () => {
    const refunds = [bookedRefund({ outRefundNo: 'r1', createdAt: at('2026-11-18T04:00:00Z'), settledAt: at('2026-11-21T04:00:00Z') })];
    const some = tradeBooks({ rows: [], refunds, fetched: new Set(['2026-11-18', '2026-11-20', '2026-11-21', '2026-11-22']) });
    expect([kinds(some), matchTrades(some).waiting]).toEqual([[], 1]);
    const all = { ...some, fetched: new Set([...some.fetched, '2026-11-19']) };
    expect(kinds(all)).toEqual(['missing_there refund:r1']);
    expect(kinds({ ...all, elsewhere: new Set(['refund:r1']) })).toEqual([]);
  });
});

it('a file that was cut off is told by the bill’s own sums', () => {
  const books = tradeBooks({
    rows: [tradeRow({ number: 'n1' })],
    payments: [bookedPayment({ outTradeNo: 'n1' })],
    summary: { count: 2, refundsFen: 0, feeFen: 22 },
  });
  expect(matchTrades(books).differences).toMatchObject([
    { kind: 'bill_sum', ours: { count: 1, feeFen: 11 }, theirs: { count: 2, feeFen: 22 } },
  ]);
});

describe('the account', () => {
  const move = (business: string, kind: FundRow['kind'], amountFen: number, balanceFen: number, wechatNumber = 't1'): FundRow => ({
    kind,
    at: null,
    number: 'n1',
    wechatNumber,
    business,
    amountFen,
    balanceFen,
  });
  const funds = [
    move('交易', 'payment', 1800, 11_800),
    move('扣除交易手续费', 'fee', -11, 11_789),
    move('提现', 'other', -11_000, 789, 'w1'),
  ];
  const trades: TradeRow[] = [tradeRow({ number: 'n1', wechatNumber: 't1' })];
  const books = {
    day: '2026-11-21',
    appid: 'wxours',
    trades,
    funds,
    tradesElsewhere: new Map(),
    fundsElsewhere: new Set<string>(),
    held: new Set<string>(),
    fetched: new Set(['2026-11-21', '2026-11-22']),
    closingBefore: 10_000 as number | null,
    payments: new Map(),
    refunds: new Map(),
  };
  const found = (change: Partial<typeof books>) => matchFunds({ ...books, ...change }).differences.map(({ kind }) => kind);

  it('agrees with the trades and with itself, whichever way the file goes', () => {
    expect(matchFunds(books)).toEqual({ differences: [], waiting: 0 });
    expect(found({ funds: [...funds].reverse() })).toEqual([]);
    expect(accountOf(funds)).toEqual({ openingFen: 10_000, closingFen: 789 });
    expect(accountOf([...funds].reverse())).toEqual({ openingFen: 10_000, closingFen: 789 });
    expect(accountOf([])).toBeNull();
  });
  it('differs by amount, by what nobody knows, by fees, by a balance that jumps', () => {
    expect(found({ trades: [tradeRow({ number: 'n1', wechatNumber: 't1', amountFen: 1900 })] })).toEqual(['fund_amount']);
    expect(found({ trades: [] })).toEqual(['fund_unknown']);
    expect(found({ trades: [], tradesElsewhere: new Map([['t1', 1800]]) })).toEqual([]);
    expect(found({ trades: [tradeRow({ number: 'n1', wechatNumber: 't1', feeFen: 12 })] })).toEqual(['fund_fee']);
    expect(found({ closingBefore: 9_999 })).toEqual(['balance']);
    expect(found({ funds: [funds[0]!, funds[2]!] })).toEqual(['fund_fee', 'balance']);
  });
  it('waits for money that WeChat holds, and for the next bill', () => {
    const rest = { funds: [], closingBefore: null };
    expect(matchFunds({ ...books, ...rest, held: new Set(['n1']) })).toEqual({ differences: [], waiting: 1 });
    expect(matchFunds({ ...books, ...rest, fetched: new Set(['2026-11-21']) })).toEqual({ differences: [], waiting: 1 });
    expect(found(rest)).toEqual(['fund_missing']);
    expect(found({ ...rest, fundsElsewhere: new Set(['t1']) })).toEqual([]);
  });
});
