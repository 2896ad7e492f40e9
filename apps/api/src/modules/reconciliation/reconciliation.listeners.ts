import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent, type StoredEvent } from '../../platform/outbox/listeners.js';
import { PaymentBook } from '../payments/index.js';
import { about, type Difference, paymentSide, refundSide } from './difference.js';

/** Money that goes wrong by day stands in the same list as what the bills tell of by night. */
@Injectable()
export class ReconciliationListeners {
  constructor(
    private readonly book: PaymentBook,
    private readonly clock: Clock,
  ) {}

  @OnEvent('payment.mismatch', 'reconciliation.mismatch')
  async mismatch({ payload }: StoredEvent, tx: Tx): Promise<void> {
    const { attemptId, wrong } = payload as { attemptId: string; wrong: string };
    const payment = await this.book.payment(tx, attemptId);
    if (!payment) return;
    const rest = { transactionId: payment.transactionId, ours: paymentSide(payment), theirs: { state: wrong } };
    await this.open(tx, { ...about('payment_mismatch', 'payment', payment.outTradeNo, rest, payment), differenceFen: null });
  }

  /** What did not match has been paid rightly after all. */
  @OnEvent('payment.paid', 'reconciliation.paid')
  async paid({ payload }: StoredEvent, tx: Tx): Promise<void> {
    const payment = await this.book.payment(tx, (payload as { attemptId: string }).attemptId);
    await tx.query(
      `update reconciliation_tasks set status = 'closed', closed_at = $2, reason = '后来已正常支付'
        where kind = 'payment_mismatch' and key = $1 and status = 'open'`,
      [`payment:${payment?.outTradeNo}`, this.clock.now()],
    );
  }

  @OnEvent('payment.refund_failed', 'reconciliation.refund_failed')
  async refundFailed({ payload }: StoredEvent, tx: Tx): Promise<void> {
    const { refundId, failure } = payload as { refundId: string; failure: string };
    const refund = await this.book.refund(tx, refundId);
    if (!refund) return;
    const rest = { transactionId: refund.refundId, ours: refundSide(refund), theirs: { state: failure } };
    await this.open(tx, { ...about('refund_failed', 'refund', refund.outRefundNo, rest, refund), differenceFen: null });
  }

  private async open(tx: Tx, found: Difference): Promise<void> {
    await tx.query(
      `insert into reconciliation_tasks (id, kind, key, subject, number, transaction_id, payable_type, payable_id, about, ours, theirs, status, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', $12)
       on conflict on constraint reconciliation_tasks_once do update
         set ours = excluded.ours, theirs = excluded.theirs, status = 'open', closed_at = null, closed_by = null, reason = null`,
      [
        newId(),
        found.kind,
        found.key,
        found.subject,
        found.number,
        found.transactionId,
        found.payableType,
        found.payableId,
        found.about,
        JSON.stringify(found.ours),
        JSON.stringify(found.theirs),
        this.clock.now(),
      ],
    );
  }
}
