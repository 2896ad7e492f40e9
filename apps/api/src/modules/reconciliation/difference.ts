import type { MoneySide, MoneyTaskKind } from '@pailou/contracts';
import type { BookedPayment, BookedRefund } from '../payments/index.js';

/** A row of a trade bill as it is kept. Amounts in whole fen. */
export interface TradeRow {
  kind: 'payment' | 'refund';
  appid: string;
  at: Date | null;
  /** Of the payment, also for a refund. */
  outTradeNo: string;
  /** Ours: of the payment, or of the refund. */
  number: string;
  /** WeChat's: of the payment, or of the refund. */
  wechatNumber: string;
  amountFen: number;
  feeFen: number;
  feeRate: string;
  state: string;
}

/** A movement of the account as it is kept, in the order of the file. */
export interface FundRow {
  kind: 'payment' | 'refund' | 'fee' | 'other';
  at: Date | null;
  number: string;
  wechatNumber: string;
  business: string;
  /** Negative when it went out. */
  amountFen: number;
  balanceFen: number;
}

/** Something that the two books do not say alike; the same every time for the same books. */
export interface Difference {
  kind: MoneyTaskKind;
  /** Names it among those of its kind and day. */
  key: string;
  subject: 'payment' | 'refund' | 'account';
  number: string;
  transactionId: string | null;
  payableType: string | null;
  payableId: string | null;
  about: string | null;
  ours: MoneySide | null;
  theirs: MoneySide | null;
  differenceFen: number | null;
}

export interface Findings {
  differences: Difference[];
  /** Rows of which a later bill decides. */
  waiting: number;
}

type Booked = Pick<BookedPayment, 'payableType' | 'payableId' | 'about'>;

/** A difference about a payment or a refund that we know, or not. */
export function about(
  kind: MoneyTaskKind,
  subject: 'payment' | 'refund',
  number: string,
  rest: { transactionId: string | null; ours: MoneySide | null; theirs: MoneySide | null },
  booked: Booked | undefined,
): Difference {
  const { ours, theirs } = rest;
  const both = ours?.amountFen !== undefined || theirs?.amountFen !== undefined;
  return {
    kind,
    key: `${subject}:${number || rest.transactionId}`,
    subject,
    number,
    payableType: booked?.payableType ?? null,
    payableId: booked?.payableId ?? null,
    about: booked?.about ?? null,
    ...rest,
    differenceFen: both ? (theirs?.amountFen ?? 0) - (ours?.amountFen ?? 0) : null,
  };
}

/** A difference about the account as a whole. */
export function ofAccount(kind: MoneyTaskKind, key: string, ours: MoneySide, theirs: MoneySide, differenceFen: number | null): Difference {
  return {
    kind,
    key,
    subject: 'account',
    number: '',
    transactionId: null,
    payableType: null,
    payableId: null,
    about: null,
    ours,
    theirs,
    differenceFen,
  };
}

const side = (amountFen: number, state: string, at: Date | null): MoneySide => ({
  amountFen,
  state,
  ...(at ? { at: at.toISOString() } : {}),
});
export const theirSide = (row: TradeRow): MoneySide => side(row.amountFen, row.state, row.at);
export const paymentSide = (payment: BookedPayment): MoneySide => side(payment.amountFen, payment.status, payment.paidAt);
export const refundSide = (refund: BookedRefund): MoneySide =>
  side(refund.amountFen, refund.failure ? `${refund.status}: ${refund.failure}` : refund.status, refund.settledAt ?? refund.createdAt);
