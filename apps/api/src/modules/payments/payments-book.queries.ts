import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import type { HeardBy } from './payments-ledger.service.js';

/** A payment through WeChat as the book holds it. Amounts in fen. */
export interface BookedPayment {
  attemptId: string;
  payableType: string;
  payableId: string;
  /** What it was for, as WeChat shows it. */
  about: string;
  outTradeNo: string;
  transactionId: string | null;
  amountFen: number;
  status: 'created' | 'prepaid' | 'paid' | 'closed' | 'failed';
  paidAt: Date | null;
}

/** A refund through WeChat as the book holds it. Amounts in fen. */
export interface BookedRefund {
  id: string;
  attemptId: string;
  payableType: string;
  payableId: string;
  about: string;
  outTradeNo: string;
  transactionId: string | null;
  outRefundNo: string;
  /** WeChat's number; null while it has not given one. */
  refundId: string | null;
  amountFen: number;
  status: 'pending' | 'succeeded' | 'failed';
  /** Failed with the money still ours. */
  released: boolean;
  failure: string | null;
  createdAt: Date;
  settledAt: Date | null;
}

/** What WeChat told of a payment or a refund, each as it came in. */
export interface HeardNotice {
  id: string;
  eventType: string;
  outcome: 'applied' | 'mismatch';
  receivedAt: string;
}

/** One try to pay with all that followed. Instants ISO 8601, amounts in fen. */
export interface AttemptStory {
  id: string;
  method: 'wechat' | 'cash';
  outTradeNo: string;
  transactionId: string | null;
  amountFen: number;
  refundedFen: number;
  status: BookedPayment['status'];
  failure: string | null;
  heardBy: HeardBy | null;
  createdAt: string;
  prepaidAt: string | null;
  paidAt: string | null;
  endedAt: string | null;
  notices: HeardNotice[];
  refunds: {
    id: string;
    outRefundNo: string;
    refundId: string | null;
    amountFen: number;
    reason: string;
    automatic: boolean;
    status: BookedRefund['status'];
    released: boolean;
    failure: string | null;
    heardBy: HeardBy | null;
    createdAt: string;
    settledAt: string | null;
    notices: HeardNotice[];
  }[];
}

/** Reads of the book for who compares it with WeChat's, and for who explains an order's money. Never writes. */
@Injectable()
export class PaymentBook {
  constructor(private readonly database: Database) {}

  /** When the first payment through WeChat was begun; null before it. */
  async firstAttemptAt(): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date | null }>(
      'payments.first_attempt_at',
      `select min(created_at) as at from payments_attempts where method = 'wechat'`,
    );
    return row?.at ?? null;
  }

  /** Payments with one of these numbers, and all that were paid from `from` on and before `to`. */
  async payments(tx: Tx, numbers: readonly string[], from: Date, to: Date): Promise<BookedPayment[]> {
    return tx.query(
      `${bookedPaymentSql} where a.method = 'wechat' and (a.out_trade_no = any ($1) or (a.status = 'paid' and a.paid_at >= $2 and a.paid_at < $3)) order by a.id`,
      [numbers, from, to],
    );
  }

  /** Refunds with one of these numbers, and all that succeeded from `from` on and before `to`. */
  async refunds(tx: Tx, numbers: readonly string[], from: Date, to: Date): Promise<BookedRefund[]> {
    return tx.query(
      `${bookedRefundSql} where a.method = 'wechat' and (r.out_refund_no = any ($1) or (r.status = 'succeeded' and r.settled_at >= $2 and r.settled_at < $3)) order by r.id`,
      [numbers, from, to],
    );
  }

  async payment(tx: Tx, attemptId: string): Promise<BookedPayment | undefined> {
    const [row]: BookedPayment[] = await tx.query(`${bookedPaymentSql} where a.id = $1`, [attemptId]);
    return row;
  }

  async refund(tx: Tx, id: string): Promise<BookedRefund | undefined> {
    const [row]: BookedRefund[] = await tx.query(`${bookedRefundSql} where r.id = $1`, [id]);
    return row;
  }

  /** The payables of this type that a number belongs to: ours or WeChat's, of a payment or a refund. */
  async payablesOf(type: string, number: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'payments.payables_of',
      `select distinct a.payable_id as id from payments_attempts a left join payments_refunds r on r.attempt_id = a.id
        where a.payable_type = $1 and $2 in (a.out_trade_no, a.transaction_id, r.out_refund_no, r.refund_id) limit 20`,
      [type, number],
    );
    return rows.map(({ id }) => id);
  }

  /** Every try to pay a payable with its notices and refunds, the oldest first. */
  async story(type: string, id: string): Promise<AttemptStory[]> {
    return this.database.query<AttemptStory>('payments.story', storySql, [type, id]);
  }
}

const bookedPaymentSql = `
  select a.id as "attemptId", a.payable_type as "payableType", a.payable_id as "payableId", a.description as about,
         a.out_trade_no as "outTradeNo", a.transaction_id as "transactionId", a.amount_fen::float8 as "amountFen", a.status, a.paid_at as "paidAt"
    from payments_attempts a`;

const bookedRefundSql = `
  select r.id, r.attempt_id as "attemptId", a.payable_type as "payableType", a.payable_id as "payableId", a.description as about,
         a.out_trade_no as "outTradeNo", a.transaction_id as "transactionId", r.out_refund_no as "outRefundNo", r.refund_id as "refundId",
         r.amount_fen::float8 as "amountFen", r.status, r.released, r.failure, r.created_at as "createdAt", r.settled_at as "settledAt"
    from payments_refunds r join payments_attempts a on a.id = r.attempt_id`;

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const noticesSql = (number: string) => `coalesce((
  select json_agg(json_build_object('id', n.id, 'eventType', n.event_type, 'outcome', n.outcome, 'receivedAt', ${iso('n.received_at')}) order by n.received_at, n.id)
    from payments_notifications n where n.number = ${number}), '[]')`;

const storySql = `
  select a.id, a.method, a.out_trade_no as "outTradeNo", a.transaction_id as "transactionId", a.amount_fen::float8 as "amountFen",
         a.refunded_fen::float8 as "refundedFen", a.status, a.failure, a.heard_by as "heardBy", ${iso('a.created_at')} as "createdAt",
         ${iso('a.prepaid_at')} as "prepaidAt", ${iso('a.paid_at')} as "paidAt", ${iso('a.ended_at')} as "endedAt",
         ${noticesSql('a.out_trade_no')} as notices,
         coalesce((select json_agg(json_build_object(
             'id', r.id, 'outRefundNo', r.out_refund_no, 'refundId', r.refund_id, 'amountFen', r.amount_fen, 'reason', r.reason,
             'automatic', r.automatic, 'status', r.status, 'released', r.released, 'failure', r.failure, 'heardBy', r.heard_by,
             'createdAt', ${iso('r.created_at')}, 'settledAt', ${iso('r.settled_at')}, 'notices', ${noticesSql('r.out_refund_no')}) order by r.id)
            from payments_refunds r where r.attempt_id = a.id), '[]') as refunds
    from payments_attempts a where a.payable_type = $1 and a.payable_id = $2 order by a.created_at, a.id`;
