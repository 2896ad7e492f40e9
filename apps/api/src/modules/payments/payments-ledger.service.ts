import { Injectable, Logger } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Payables, type PayableState } from './payables.js';
import { paymentsProblems } from './payments.errors.js';
import { type Attempt, lockAttempt, lockRefund, lockRefundable, type Refund } from './payments.queries.js';
import { refundRefusal } from './refund-limits.js';

/** What WeChat says of a finished payment. */
export interface Receipt {
  transactionId: string | null;
  paidAt: Date;
}

/** How we came to know: WeChat told us by itself, or we asked; or it was our own drawer. */
export type HeardBy = 'notification' | 'query' | 'counter';

/** How a refund ended. `released`: the money is still ours and may be refunded anew. */
export type RefundEnd =
  | { status: 'succeeded'; refundId: string | null }
  | { status: 'failed'; refundId: string | null; failure: string; released: boolean };

/**
 * The book of payments: every change inside the caller's transaction, nothing outside.
 * The payable is locked first, then the attempt, then the refund; so no two of them can deadlock.
 */
@Injectable()
export class PaymentsLedger {
  private readonly log = new Logger('payments');

  constructor(
    private readonly payables: Payables,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Locks the payable. Throws `payments.not_found` (404). */
  async payable(tx: Tx, type: string, id: string): Promise<PayableState> {
    const state = await this.payables.get(type).describe(tx, id);
    if (!state) throw new Problem(paymentsProblems.not_found);
    return state;
  }

  /** Notes a try by WeChat, before WeChat hears of it, with the job that will look after it. */
  async begin(tx: Tx, type: string, id: string, state: PayableState, openid: string): Promise<Attempt> {
    const now = this.clock.now();
    const attemptId = newId();
    // WeChat refuses an expiry less than a minute ahead; the payable itself still ends when it says, by closing the attempt.
    const expiresAt = new Date(Math.max(state.expiresAt.getTime(), now.getTime() + 90_000));
    await tx.query(
      `insert into payments_attempts (id, payable_type, payable_id, method, out_trade_no, amount_fen, status, description, openid, created_at, expires_at)
       values ($1, $2, $3, 'wechat', $4, $5, 'created', $6, $7, $8, $9)`,
      [attemptId, type, id, number(attemptId), state.amountFen, [...state.description].slice(0, 40).join(''), openid, now, expiresAt],
    );
    await this.jobs.add(
      tx,
      'payments.poll',
      { attemptId },
      { runAt: new Date(now.getTime() + 5_000), jobKey: `payments.poll:${attemptId}` },
    );
    return (await lockAttempt(tx, attemptId))!;
  }

  /** Keeps WeChat's prepay id; false when the attempt ended meanwhile. */
  async prepaid(tx: Tx, attemptId: string, prepayId: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await tx.query(
      `update payments_attempts set status = 'prepaid', prepay_id = $2, prepaid_at = $3 where id = $1 and status in ('created', 'prepaid')`,
      [attemptId, prepayId, this.clock.now()],
    );
    return changed === 1;
  }

  /** Applies a payment once: a second telling of the same changes nothing. */
  async paid(tx: Tx, attempt: Attempt, receipt: Receipt, heardBy: HeardBy): Promise<void> {
    await this.payable(tx, attempt.payableType, attempt.payableId);
    const [, changed]: [unknown, number] = await tx.query(
      `update payments_attempts set status = 'paid', paid_at = $2, transaction_id = $3, ended_at = $4, heard_by = $5 where id = $1 and status <> 'paid'`,
      [attempt.id, receipt.paidAt, receipt.transactionId, this.clock.now(), heardBy],
    );
    if (changed === 1) await this.tell(tx, attempt, receipt.paidAt);
  }

  /** Records cash taken at the counter. */
  async cash(tx: Tx, type: string, id: string, amountFen: number, description: string): Promise<void> {
    const now = this.clock.now();
    const attemptId = newId();
    await tx.query(
      `insert into payments_attempts (id, payable_type, payable_id, method, out_trade_no, amount_fen, status, description, created_at, expires_at, paid_at, ended_at, heard_by)
       values ($1, $2, $3, 'cash', $4, $5, 'paid', $6, $7, $7, $7, $7, 'counter')`,
      [attemptId, type, id, number(attemptId), amountFen, description, now],
    );
    await this.tell(tx, (await lockAttempt(tx, attemptId))!, now);
  }

  private async tell(tx: Tx, attempt: Attempt, paidAt: Date): Promise<void> {
    const { id: attemptId, payableType, payableId, method, amountFen } = attempt;
    const verdict = await this.payables.get(payableType).paid(tx, payableId, { attemptId, method, amountFen, paidAt });
    await this.outbox.append(tx, 'payment.paid', {
      attemptId,
      payableType,
      payableId,
      method,
      amountFen,
      honoured: verdict === 'honoured',
    });
    if (verdict === 'refund') await this.giveBack(tx, attempt, newId(), amountFen, '支付未能生效，自动退款', true);
  }

  /** Ends an attempt without money; false when it was not alive any more. */
  async closed(tx: Tx, attempt: Attempt, status: 'closed' | 'failed', failure: string | null = null): Promise<boolean> {
    await this.payable(tx, attempt.payableType, attempt.payableId);
    const [, changed]: [unknown, number] = await tx.query(
      `update payments_attempts set status = $2, failure = $3, ended_at = $4 where id = $1 and status in ('created', 'prepaid')`,
      [attempt.id, status, failure, this.clock.now()],
    );
    if (changed === 1) await this.payables.get(attempt.payableType).closed(tx, attempt.payableId);
    return changed === 1;
  }

  /** Notes, once for each fault, that what WeChat holds under this number is not what we asked for: somebody must look. */
  async mismatch(tx: Tx, attempt: Attempt, wrong: string): Promise<void> {
    this.log.error(`The payment ${attempt.outTradeNo} does not match its attempt: ${wrong}`);
    const failure = `mismatch: ${wrong}`;
    const [, changed]: [unknown, number] = await tx.query(
      'update payments_attempts set failure = $2 where id = $1 and failure is distinct from $2',
      [attempt.id, failure],
    );
    if (changed === 0) return;
    await this.outbox.append(tx, 'payment.mismatch', {
      attemptId: attempt.id,
      payableType: attempt.payableType,
      payableId: attempt.payableId,
      wrong,
    });
  }

  /**
   * Gives money back for a payable: by WeChat from a job after the commit, in cash at once.
   * @param refundId an id made by the caller, by which `Payable.refunded` tells of it
   * @throws Problem `payments.nothing_to_refund` (409) when no payment holds so much, `payments.too_many_refunds` and
   *   `payments.refund_too_late` (409) when WeChat would refuse it for its limits
   */
  async refund(tx: Tx, type: string, id: string, input: { refundId: string; amountFen: number; reason: string }): Promise<void> {
    await this.payable(tx, type, id);
    const now = this.clock.now();
    const holding = await lockRefundable(tx, type, id, input.amountFen);
    const attempt = holding.find((one) => refundRefusal(one, now) === null);
    if (!attempt) {
      const refusal = holding[0] && refundRefusal(holding[0], now);
      throw new Problem(paymentsProblems[refusal ?? 'nothing_to_refund']);
    }
    await this.giveBack(tx, attempt, input.refundId, input.amountFen, input.reason, false);
  }

  private async giveBack(tx: Tx, attempt: Attempt, refundId: string, amountFen: number, reason: string, automatic: boolean): Promise<void> {
    await tx.query(
      `insert into payments_refunds (id, attempt_id, out_refund_no, amount_fen, reason, automatic, status, created_at) values ($1, $2, $3, $4, $5, $6, 'pending', $7)`,
      [refundId, attempt.id, number(refundId), amountFen, reason, automatic, this.clock.now()],
    );
    await this.payables
      .get(attempt.payableType)
      .refunded(tx, attempt.payableId, { refundId, amountFen, reason, automatic, status: 'pending', released: false });
    const refund = (await lockRefund(tx, refundId))!;
    if (attempt.method === 'cash') await this.refundEnded(tx, refund, { status: 'succeeded', refundId: null }, 'counter');
    else await this.jobs.add(tx, 'payments.refund', { refundId }, { jobKey: `payments.refund:${refundId}` });
  }

  /** Records how a refund ended, once. */
  async refundEnded(tx: Tx, refund: Refund, end: RefundEnd, heardBy: HeardBy): Promise<void> {
    const { id: refundId, attemptId, payableType, payableId, amountFen, reason, automatic } = refund;
    await this.payable(tx, payableType, payableId);
    await lockAttempt(tx, attemptId);
    const failure = end.status === 'failed' ? end.failure : null;
    const released = end.status === 'failed' && end.released;
    const [, changed]: [unknown, number] = await tx.query(
      `update payments_refunds set status = $2, refund_id = $3, failure = $4, released = $5, settled_at = $6, heard_by = $7 where id = $1 and status = 'pending'`,
      [refundId, end.status, end.refundId, failure, released, this.clock.now(), heardBy],
    );
    if (changed === 0) return;
    await this.payables.get(payableType).refunded(tx, payableId, { refundId, amountFen, reason, automatic, status: end.status, released });
    await this.outbox.append(tx, end.status === 'succeeded' ? 'payment.refund_succeeded' : 'payment.refund_failed', {
      refundId,
      attemptId,
      payableType,
      payableId,
      amountFen,
      automatic,
      ...(end.status === 'failed' ? { failure: end.failure, released } : {}),
    });
  }
}

/** WeChat allows 32 signs for a payment's number: a UUID without its dashes. */
const number = (id: string): string => id.replaceAll('-', '');
