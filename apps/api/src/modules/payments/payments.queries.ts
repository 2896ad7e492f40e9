import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';

/** One try to pay. Amounts in fen. */
export interface Attempt {
  id: string;
  payableType: string;
  payableId: string;
  method: 'wechat' | 'cash';
  outTradeNo: string;
  amountFen: number;
  refundedFen: number;
  refundCount: number;
  status: 'created' | 'prepaid' | 'paid' | 'closed' | 'failed';
  description: string;
  openid: string | null;
  prepayId: string | null;
  prepaidAt: Date | null;
  transactionId: string | null;
  createdAt: Date;
  expiresAt: Date;
  paidAt: Date | null;
}

export interface Refund {
  id: string;
  attemptId: string;
  outTradeNo: string;
  outRefundNo: string;
  amountFen: number;
  totalFen: number;
  method: 'wechat' | 'cash';
  payableType: string;
  payableId: string;
  reason: string;
  automatic: boolean;
  status: 'pending' | 'succeeded' | 'failed';
  tries: number;
}

@Injectable()
export class PaymentsQueries {
  constructor(private readonly database: Database) {}

  async attempt(id: string): Promise<Attempt | undefined> {
    const [row] = await this.database.query<Attempt>('payments.attempt', `${attemptSql} where a.id = $1`, [id]);
    return row;
  }

  async attemptByNumber(outTradeNo: string): Promise<Attempt | undefined> {
    const [row] = await this.database.query<Attempt>('payments.attempt_by_number', `${attemptSql} where a.out_trade_no = $1`, [outTradeNo]);
    return row;
  }

  /** The attempt that may still be paid, if there is one. */
  async live(payableType: string, payableId: string): Promise<Attempt | undefined> {
    const [row] = await this.database.query<Attempt>('payments.live', `${attemptSql} ${liveSql}`, [payableType, payableId]);
    return row;
  }

  /** The paid attempts of a payable that still hold money, the oldest first. */
  async refundable(payableType: string, payableId: string): Promise<Attempt[]> {
    return this.database.query<Attempt>('payments.refundable', refundableSql, [payableType, payableId, 1]);
  }

  async refund(id: string): Promise<Refund | undefined> {
    const [row] = await this.database.query<Refund>('payments.refund', `${refundSql} where r.id = $1`, [id]);
    return row;
  }

  async refundByNumber(outRefundNo: string): Promise<Refund | undefined> {
    const [row] = await this.database.query<Refund>('payments.refund_by_number', `${refundSql} where r.out_refund_no = $1`, [outRefundNo]);
    return row;
  }

  /** Live attempts that no job looks after: it was lost, or its process died with it in hand. */
  async strayAttempts(): Promise<{ id: string }[]> {
    return this.database.query('payments.stray_attempts', strayAttemptsSql);
  }

  /** Undecided refunds, likewise. */
  async strayRefunds(): Promise<{ id: string }[]> {
    return this.database.query('payments.stray_refunds', strayRefundsSql);
  }
}

/** The same reads inside a transaction, with the row locked; lock the payable before. */
export async function lockAttempt(tx: Tx, id: string): Promise<Attempt | undefined> {
  const [row]: Attempt[] = await tx.query(`${attemptSql} where a.id = $1 for update`, [id]);
  return row;
}

export async function lockLive(tx: Tx, payableType: string, payableId: string): Promise<Attempt | undefined> {
  const [row]: Attempt[] = await tx.query(`${attemptSql} ${liveSql} for update`, [payableType, payableId]);
  return row;
}

/** The paid attempts that still hold so much money, the oldest first. */
export async function lockRefundable(tx: Tx, payableType: string, payableId: string, amountFen: number): Promise<Attempt[]> {
  return tx.query(`${refundableSql} for update`, [payableType, payableId, amountFen]);
}

export async function lockRefund(tx: Tx, id: string): Promise<Refund | undefined> {
  const [row]: Refund[] = await tx.query(`${refundSql} where r.id = $1 for update of r`, [id]);
  return row;
}

const attemptSql = `
  select a.id, a.payable_type as "payableType", a.payable_id as "payableId", a.method, a.out_trade_no as "outTradeNo",
         a.amount_fen::float8 as "amountFen", a.refunded_fen::float8 as "refundedFen", a.refund_count as "refundCount", a.status, a.description, a.openid,
         a.prepay_id as "prepayId", a.prepaid_at as "prepaidAt", a.transaction_id as "transactionId",
         a.created_at as "createdAt", a.expires_at as "expiresAt", a.paid_at as "paidAt"
    from payments_attempts a`;

const refundableSql = `
  ${attemptSql} where a.payable_type = $1 and a.payable_id = $2 and a.status = 'paid' and a.amount_fen - a.refunded_fen >= $3
  order by a.paid_at, a.id`;

const liveSql = `where a.payable_type = $1 and a.payable_id = $2 and a.status in ('created', 'prepaid')`;

const refundSql = `
  select r.id, r.attempt_id as "attemptId", a.out_trade_no as "outTradeNo", r.out_refund_no as "outRefundNo",
         r.amount_fen::float8 as "amountFen", a.amount_fen::float8 as "totalFen", a.method,
         a.payable_type as "payableType", a.payable_id as "payableId", r.reason, r.automatic, r.status, r.tries
    from payments_refunds r join payments_attempts a on a.id = r.attempt_id`;

/** A job that is waiting, or has been in hand for less than two minutes, looks after its row. */
const lookedAfter = (key: string) => `exists (
  select from graphile_worker.jobs j
   where j.key = ${key} and j.attempts < j.max_attempts and (j.locked_at is null or j.locked_at > now() - interval '2 minutes'))`;

const strayAttemptsSql = `
  select id from payments_attempts where status in ('created', 'prepaid') and not ${lookedAfter("'payments.poll:' || id")} order by created_at limit 500`;

const strayRefundsSql = `
  select id from payments_refunds where status = 'pending' and not ${lookedAfter("'payments.refund:' || id")} order by created_at limit 500`;
