import type { BillDaySums } from '@pailou/contracts';
import type { BookedPayment, BookedRefund } from '../payments/index.js';
import { feeAt, feeFits, rateOf, usualRate } from './bill-fees.js';
import { addDays, chinaDay, startOf } from './china-day.js';
import { about, type Difference, type Findings, ofAccount, paymentSide, refundSide, theirSide, type TradeRow } from './difference.js';

/** A day's trade bill, and what our books hold of its numbers and of that day. */
export interface TradeBooks {
  day: string;
  appid: string;
  rows: readonly TradeRow[];
  /** The bill's own last line; null when it has none, as on an empty day. */
  summary: { count: number; refundsFen: number; feeFen: number } | null;
  /** All whose number is on the bill, and all that were paid on this day. */
  payments: readonly BookedPayment[];
  /** All whose number is on the bill, and all that succeeded on this day. */
  refunds: readonly BookedRefund[];
  /** Which of these numbers (`payment:…`, `refund:…`) stand on another day's bill. */
  elsewhere: ReadonlySet<string>;
  /** The days whose bills are here. */
  fetched: ReadonlySet<string>;
  /** The rate of the days before; null when there were none. */
  rateBefore: string | null;
}

export interface TradeFindings extends Findings {
  matched: number;
  otherApps: number;
  theirs: BillDaySums;
  ours: BillDaySums;
}

/** Clocks differ, and who is told of a payment is told a little later: within this of midnight the next bill decides. */
const nearMidnightMs = 3_600_000;

/** Compares a trade bill with our books, row by row and both ways. Pure: the same books, the same findings. */
export function matchTrades(books: TradeBooks): TradeFindings {
  const own = books.rows.filter((row) => row.appid === books.appid);
  const rate = books.rateBefore ?? usualRate(own.map((row) => row.feeRate));
  const payments = new Map(books.payments.map((one) => [one.outTradeNo, one]));
  const refunds = new Map(books.refunds.map((one) => [one.outRefundNo, one]));
  const seen = new Set<string>();
  const differences: Difference[] = [];
  let matched = 0;
  const ours = emptySums();
  for (const [key, group] of byKey(own)) {
    const [row] = group as [TradeRow];
    seen.add(key);
    const payment = row.kind === 'payment' ? payments.get(row.number) : undefined;
    const refund = row.kind === 'refund' ? refunds.get(row.number) : undefined;
    if (payment?.status === 'paid') add(ours, 'payment', payment.amountFen, rate);
    if (refund && !refund.released) add(ours, 'refund', refund.amountFen, rate);
    const found = [
      ...repeated(row, group.length, payment ?? refund, books.elsewhere.has(key)),
      ...(row.kind === 'payment' ? comparePayment(row, payment) : compareRefund(row, refund)),
      ...compareFee(row, payment ?? refund),
    ];
    if (found.length === 0) matched += 1;
    differences.push(...found);
  }
  const absent = missingThere(books, seen);
  for (const { subject, ours: side } of absent.differences) if (subject !== 'account') add(ours, subject, side?.amountFen ?? 0, rate);
  return {
    differences: [...differences, ...absent.differences, ...otherRates(own, rate), ...wrongSums(books)],
    waiting: absent.waiting,
    matched,
    otherApps: books.rows.length - own.length,
    theirs: sumsOf(own),
    ours,
  };
}

function byKey(rows: readonly TradeRow[]): Map<string, TradeRow[]> {
  const groups = new Map<string, TradeRow[]>();
  for (const row of rows) {
    const key = `${row.kind}:${row.number}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** A refund may stand on two days' bills, as it goes on; a payment never. */
function repeated(row: TradeRow, count: number, booked: BookedPayment | BookedRefund | undefined, elsewhere: boolean): Difference[] {
  const times = count + (elsewhere && row.kind === 'payment' ? 1 : 0);
  if (times === 1) return [];
  const theirs = { ...theirSide(row), amountFen: row.amountFen * times, count: times };
  const ours = booked ? { amountFen: booked.amountFen, count: 1 } : null;
  return [about('duplicate', row.kind, row.number, { transactionId: row.wechatNumber, ours, theirs }, booked)];
}

function comparePayment(row: TradeRow, payment: BookedPayment | undefined): Difference[] {
  const rest = { transactionId: row.wechatNumber, ours: payment ? paymentSide(payment) : null, theirs: theirSide(row) };
  if (!payment) return [about('missing_here', 'payment', row.number, rest, undefined)];
  const found: Difference[] = [];
  if (payment.amountFen !== row.amountFen) found.push(about('amount', 'payment', row.number, rest, payment));
  if (payment.status !== 'paid') found.push(about('state', 'payment', row.number, rest, payment));
  return found;
}

function compareRefund(row: TradeRow, refund: BookedRefund | undefined): Difference[] {
  const rest = { transactionId: row.wechatNumber, ours: refund ? refundSide(refund) : null, theirs: theirSide(row) };
  if (!refund) return [about('missing_here', 'refund', row.number, rest, undefined)];
  const found: Difference[] = [];
  if (refund.amountFen !== row.amountFen) found.push(about('amount', 'refund', row.number, rest, refund));
  if (!agrees(refund, row.state)) found.push(about('state', 'refund', row.number, rest, refund));
  return found;
}

/** The bill says how it stood in the night; what went on since is no difference, what went another way is. */
function agrees({ status, released }: BookedRefund, theirs: string): boolean {
  if (theirs === 'SUCCESS') return status === 'succeeded';
  if (theirs === 'FAIL' || theirs === 'CHANGE') return status !== 'succeeded' && !released;
  return !released;
}

/** By the row's own rate and our amount, so that a wrong amount is told once, as such; what we do not know is told already. */
function compareFee(row: TradeRow, booked: BookedPayment | BookedRefund | undefined): Difference[] {
  const rate = rateOf(row.feeRate);
  const feeFen = row.kind === 'refund' ? 0 - row.feeFen : row.feeFen;
  if (!booked || rate === null || feeFits(feeFen, booked.amountFen, rate)) return [];
  const ours = { feeFen: feeAt(booked.amountFen, rate), rate: row.feeRate };
  const sides = { transactionId: row.wechatNumber, ours, theirs: { feeFen, rate: row.feeRate } };
  return [{ ...about('fee', row.kind, row.number, sides, booked), differenceFen: feeFen - ours.feeFen }];
}

/** Rates unlike the usual one, each told once for the day. */
function otherRates(rows: readonly TradeRow[], usual: string | null): Difference[] {
  if (usual === null) return [];
  const others = new Set(rows.map((row) => row.feeRate).filter((rate) => rateOf(rate) !== null && rate !== usual));
  return [...others].map((rate) => {
    const of = rows.filter((row) => row.feeRate === rate);
    const feeFen = of.reduce((sum, row) => sum + row.feeFen, 0);
    const expected = of.reduce((sum, row) => sum + feeOf(row.kind, row.amountFen, usual), 0);
    return ofAccount('fee_rate', rate, { rate: usual, feeFen: expected }, { rate, feeFen, count: of.length }, feeFen - expected);
  });
}

/** What we hold as paid or given back on this day and no bill tells of. */
function missingThere(books: TradeBooks, seen: ReadonlySet<string>): Findings {
  const ends = startOf(addDays(books.day, 1)).getTime();
  const next = books.fetched.has(addDays(books.day, 1));
  const differences: Difference[] = [];
  let waiting = 0;
  const missing = (key: string, at: Date, found: Difference, bills: boolean): void => {
    if (seen.has(key) || books.elsewhere.has(key) || at < startOf(books.day) || at.getTime() >= ends) return;
    if (!bills || (!next && ends - at.getTime() <= nearMidnightMs)) waiting += 1;
    else differences.push(found);
  };
  for (const payment of books.payments) {
    if (payment.status !== 'paid' || !payment.paidAt) continue;
    const rest = { transactionId: payment.transactionId, ours: paymentSide(payment), theirs: null };
    missing(`payment:${payment.outTradeNo}`, payment.paidAt, about('missing_there', 'payment', payment.outTradeNo, rest, payment), true);
  }
  for (const refund of books.refunds) {
    if (refund.status !== 'succeeded' || !refund.settledAt) continue;
    const rest = { transactionId: refund.refundId, ours: refundSide(refund), theirs: null };
    const found = about('missing_there', 'refund', refund.outRefundNo, rest, refund);
    missing(`refund:${refund.outRefundNo}`, refund.settledAt, found, hasAllSince(books, refund.createdAt));
  }
  return { differences, waiting };
}

/** A refund stands on the bill of the day on which WeChat took it: any since we asked. */
function hasAllSince({ day, fetched }: TradeBooks, from: Date): boolean {
  for (let at = addDays(day, -1); at >= chinaDay(from); at = addDays(at, -1)) if (!fetched.has(at)) return false;
  return true;
}

/** The bill's own last line against its rows: a file that was cut off would else look like money that is missing. */
function wrongSums({ rows, summary }: TradeBooks): Difference[] {
  if (!summary) return [];
  const sums = sumsOf(rows);
  // Fees have parts of a fen in the rows, which we round.
  const right =
    summary.count === rows.length &&
    summary.refundsFen === sums.refundsFen &&
    Math.abs(summary.feeFen - sums.feeFen) <= rows.length / 2 + 1;
  if (right) return [];
  const ours = { count: rows.length, amountFen: sums.refundsFen, feeFen: sums.feeFen };
  return [
    ofAccount('bill_sum', 'trade', ours, { count: summary.count, amountFen: summary.refundsFen, feeFen: Math.round(summary.feeFen) }, null),
  ];
}

const emptySums = (): BillDaySums => ({ payments: 0, paymentsFen: 0, refunds: 0, refundsFen: 0, feeFen: 0 });

function feeOf(kind: 'payment' | 'refund', amountFen: number, rate: string | null): number {
  const parts = rate === null ? null : rateOf(rate);
  if (parts === null) return 0;
  return kind === 'payment' ? feeAt(amountFen, parts) : 0 - feeAt(amountFen, parts);
}

function add(sums: BillDaySums, kind: 'payment' | 'refund', amountFen: number, rate: string | null): void {
  if (kind === 'payment') {
    sums.payments += 1;
    sums.paymentsFen += amountFen;
  } else {
    sums.refunds += 1;
    sums.refundsFen += amountFen;
  }
  sums.feeFen += feeOf(kind, amountFen, rate);
}

function sumsOf(rows: readonly TradeRow[]): BillDaySums {
  const sums = emptySums();
  for (const row of rows) {
    add(sums, row.kind, row.amountFen, null);
    sums.feeFen += row.feeFen;
  }
  return sums;
}
