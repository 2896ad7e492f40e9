import { addDays } from './china-day.js';
import { about, type Difference, type Findings, type FundRow, ofAccount, type TradeRow } from './difference.js';
import type { BookedPayment, BookedRefund } from '../payments/index.js';

/** A day's fund flow bill beside its trade bill. */
export interface FundBooks {
  day: string;
  appid: string;
  trades: readonly TradeRow[];
  funds: readonly FundRow[];
  /** Amounts of trade rows of other days that movements of this day belong to, by WeChat's number. */
  tradesElsewhere: ReadonlyMap<string, number>;
  /** WeChat's numbers of this day's trades that moved the account on another day. */
  fundsElsewhere: ReadonlySet<string>;
  /** Our numbers of payments whose money WeChat still holds, as far as we know. */
  held: ReadonlySet<string>;
  fetched: ReadonlySet<string>;
  /** What the account came to at the end of the bill before; null when it is not known. */
  closingBefore: number | null;
  payments: ReadonlyMap<string, BookedPayment>;
  refunds: ReadonlyMap<string, BookedRefund>;
}

/** What sort of movement this is, by WeChat's name of it (业务名称). Fees that are given back have 手续费 in their name too. */
export function fundKind(business: string): FundRow['kind'] {
  if (business.includes('手续费')) return 'fee';
  if (business === '交易') return 'payment';
  return business === '退款' ? 'refund' : 'other';
}

/** Compares the movements of the account with the trades, and the account with itself. */
export function matchFunds(books: FundBooks): Findings {
  const moves = new Map<string, FundRow>();
  for (const row of books.funds) if (row.kind === 'payment' || row.kind === 'refund') moves.set(`${row.kind}:${row.wechatNumber}`, row);
  const absent = unmoved(books, moves);
  return {
    differences: [
      ...compareMoves(books, moves),
      ...absent.differences,
      ...compareFees(books, moves, absent.waiting),
      ...brokenBalance(books),
    ],
    waiting: absent.waiting,
  };
}

const bookedOf = ({ payments, refunds }: FundBooks, kind: string, number: string): BookedPayment | BookedRefund | undefined =>
  kind === 'payment' ? payments.get(number) : refunds.get(number);

function compareMoves(books: FundBooks, moves: ReadonlyMap<string, FundRow>): Difference[] {
  const here = new Map(books.trades.map((row) => [`${row.kind}:${row.wechatNumber}`, row.amountFen]));
  return [...moves].flatMap(([key, move]) => {
    const subject = move.kind === 'payment' ? 'payment' : 'refund';
    const moved = Math.abs(move.amountFen);
    const told = here.get(key) ?? books.tradesElsewhere.get(move.wechatNumber);
    if (told === moved) return [];
    const theirs = { amountFen: moved, state: move.business, ...(move.at ? { at: move.at.toISOString() } : {}) };
    const ours = told === undefined ? null : { amountFen: told };
    const kind = told === undefined ? 'fund_unknown' : 'fund_amount';
    const booked = bookedOf(books, subject, move.number);
    return [about(kind, subject, move.number, { transactionId: move.wechatNumber, ours, theirs }, booked)];
  });
}

/** Trades that moved nothing. Money that WeChat holds moves once it is released, and what is late stands on the next bill. */
function unmoved(books: FundBooks, moves: ReadonlyMap<string, FundRow>): Findings {
  const differences: Difference[] = [];
  let waiting = 0;
  const next = books.fetched.has(addDays(books.day, 1));
  const known = new Set<string>();
  for (const row of books.trades) {
    const key = `${row.kind}:${row.wechatNumber}`;
    if (row.appid !== books.appid || row.state === 'FAIL' || known.has(key)) continue;
    known.add(key);
    if (moves.has(key) || books.fundsElsewhere.has(row.wechatNumber)) continue;
    if (!next || books.held.has(row.outTradeNo)) {
      waiting += 1;
      continue;
    }
    const booked = bookedOf(books, row.kind, row.number);
    const rest = { transactionId: row.wechatNumber, ours: { amountFen: row.amountFen, state: row.state }, theirs: null };
    differences.push(about('fund_missing', row.kind, row.number, rest, booked));
  }
  return { differences, waiting };
}

/** Fees as the trade bill says against fees as they left the account: for the day as a whole, once all of its trades moved on it. */
function compareFees(books: FundBooks, moves: ReadonlyMap<string, FundRow>, waiting: number): Difference[] {
  const trades = new Map(books.trades.map((row) => [`${row.kind}:${row.wechatNumber}`, row]));
  if (waiting > 0 || moves.size !== trades.size || [...moves.keys()].some((key) => !trades.has(key))) return [];
  const told = [...trades.values()].reduce((sum, row) => sum + row.feeFen, 0);
  const moved = 0 - books.funds.reduce((sum, row) => sum + (row.kind === 'fee' ? row.amountFen : 0), 0);
  return told === moved ? [] : [ofAccount('fund_fee', 'fee', { feeFen: told }, { feeFen: moved }, moved - told)];
}

/** Each balance is the one before and the movement; the first follows the last of the bill before. The file may go either way. */
function brokenBalance({ funds, closingBefore }: FundBooks): Difference[] {
  if (funds.length === 0) return [];
  const [forward, backward] = [breakIn(funds, closingBefore), breakIn([...funds].reverse(), closingBefore)];
  const broken = forward && backward ? forward : null;
  if (!broken) return [];
  const theirs = { balanceFen: broken.row.balanceFen, amountFen: broken.row.amountFen, state: broken.row.business };
  return [
    ofAccount(
      'balance',
      'balance',
      { balanceFen: broken.expected },
      broken.row.at ? { ...theirs, at: broken.row.at.toISOString() } : theirs,
      broken.row.balanceFen - broken.expected,
    ),
  ];
}

function breakIn(rows: readonly FundRow[], before: number | null): { row: FundRow; expected: number } | null {
  let balance = before;
  for (const row of rows) {
    const expected = (balance ?? row.balanceFen - row.amountFen) + row.amountFen;
    if (expected !== row.balanceFen) return { row, expected };
    balance = row.balanceFen;
  }
  return null;
}

/** The account before the first movement and after the last; null without any. The order of the file is found by its own sums. */
export function accountOf(funds: readonly FundRow[]): { openingFen: number; closingFen: number } | null {
  if (funds.length === 0) return null;
  const rows = breakIn(funds, null) && !breakIn([...funds].reverse(), null) ? [...funds].reverse() : funds;
  const [first, last] = [rows[0]!, rows.at(-1)!];
  return { openingFen: first.balanceFen - first.amountFen, closingFen: last.balanceFen };
}
