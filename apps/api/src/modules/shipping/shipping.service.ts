import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import { type OperatorCaller, seesStore } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { OnEvent, type StoredEvent } from '../../platform/outbox/listeners.js';
import { OnPush } from '../../platform/wechat/push.js';
import type { PushMessage, WechatError } from '../../platform/wechat/wechat.js';
import { Payments } from '../payments/index.js';
import { shippingProblems } from './shipping.errors.js';
import { lockReport, type Report } from './shipping.queries.js';
import { shippingVerdict } from './shipping-verdict.js';

/** How orders reach their customers, in WeChat's words: a table and the counter are places where one fetches. */
const logisticsOf = { pickup: 'pickup', dine_in: 'pickup', delivery: 'local' } as const;

/** Tells WeChat how each order reached its customer, once it did. */
@Injectable()
export class ShippingReports {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly payments: Payments,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Reported when it was handed over and not before: until then it may still be cancelled, and a report can be corrected only once. */
  @OnEvent('order.completed', 'shipping.report')
  async completed({ payload }: StoredEvent, tx: Tx): Promise<void> {
    const { orderId, number, fulfilment } = payload as { orderId: string; number: string; fulfilment: keyof typeof logisticsOf };
    for (const paid of await this.payments.paidThroughWechat(tx, 'order', orderId)) {
      await tx.query(
        `insert into shipping_reports (attempt_id, order_id, order_number, out_trade_no, openid, logistics, description, status, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8) on conflict do nothing`,
        [paid.attemptId, orderId, number, paid.outTradeNo, paid.openid, logisticsOf[fulfilment], paid.description, this.clock.now()],
      );
      await this.later(tx, paid.attemptId);
    }
  }

  /** What was marked as handed over by mistake is not reported. What WeChat was already told stays: it was only too early. */
  @OnEvent('order.taken_back', 'shipping.take-back')
  async takenBack({ payload }: StoredEvent, tx: Tx): Promise<void> {
    const { orderId, status } = payload as { orderId: string; status: string };
    if (status === 'ready') await tx.query(`delete from shipping_reports where order_id = $1 and status = 'waiting'`, [orderId]);
  }

  /** What is to be told now; null when there is nothing (any more). */
  take(attemptId: string): Promise<Report | null> {
    return this.database.transaction(async (tx) => {
      const report = await lockReport(tx, attemptId);
      if (report?.status !== 'waiting') return null;
      if (report.leftFen > 0) return report;
      await this.end(tx, attemptId, 'not_needed', null);
      return null;
    });
  }

  /** Nothing is told for an account that WeChat does not hold the money of. */
  notNeeded(attemptId: string): Promise<void> {
    return this.database.transaction((tx) => this.end(tx, attemptId, 'not_needed', null));
  }

  /** Records how WeChat took a report, and when to try again. */
  record(attemptId: string, error: WechatError | null): Promise<void> {
    return this.database.transaction(async (tx) => {
      const report = await lockReport(tx, attemptId);
      if (report?.status !== 'waiting') return;
      const tries = report.tries + 1;
      await tx.query('update shipping_reports set tries = $2 where attempt_id = $1', [attemptId, tries]);
      const verdict = shippingVerdict(error, tries, this.clock.now());
      if (verdict.kind === 'reported') return this.end(tx, attemptId, 'reported', null);
      if (verdict.kind === 'failed') return this.end(tx, attemptId, 'failed', error);
      await tx.query('update shipping_reports set code = $2, message = $3 where attempt_id = $1', [
        attemptId,
        error?.code ?? null,
        error?.message.slice(0, 300) ?? null,
      ]);
      await this.later(tx, attemptId, verdict.minutes);
    });
  }

  /** WeChat says that the money of an order is (not) ours now. */
  @OnPush('trade_manage_order_settlement')
  async settled({ fields }: PushMessage, tx: Tx): Promise<void> {
    if (fields.settlement_time === undefined) return;
    await tx.query(
      `update shipping_reports set status = 'settled', settled_at = $2 where out_trade_no = $1 and status in ('reported', 'handled')`,
      [String(fields.merchant_trade_no), this.clock.now()],
    );
  }

  /** Tries a failed report once more, now. Throws `shipping.not_found` (404), `shipping.not_failed` (409). */
  retry(caller: OperatorCaller, attemptId: string): Promise<void> {
    return this.onFailed(caller, attemptId, async (tx, report) => {
      await tx.query(`update shipping_reports set status = 'waiting', tries = 0, code = null, message = null where attempt_id = $1`, [
        attemptId,
      ]);
      await this.later(tx, attemptId);
      await this.audit.record(
        tx,
        caller,
        'shipping.retry',
        'shipping_report',
        attemptId,
        { status: 'failed' },
        { order: report.orderNumber },
      );
    });
  }

  /** Puts a failed report aside: it was settled in WeChat's console. Throws as `retry`. */
  handle(caller: OperatorCaller, attemptId: string, reason: string): Promise<void> {
    return this.onFailed(caller, attemptId, async (tx, report) => {
      await tx.query(`update shipping_reports set status = 'handled', handled_by = $2, handled_reason = $3 where attempt_id = $1`, [
        attemptId,
        caller.name,
        reason,
      ]);
      await this.audit.record(
        tx,
        caller,
        'shipping.handle',
        'shipping_report',
        attemptId,
        { status: 'failed' },
        { order: report.orderNumber, reason },
      );
    });
  }

  private onFailed(caller: OperatorCaller, attemptId: string, work: (tx: Tx, report: Report) => Promise<void>): Promise<void> {
    return this.database.transaction(async (tx) => {
      const report = await lockReport(tx, attemptId);
      if (!report || !seesStore(caller, report.storeId)) throw new Problem(shippingProblems.not_found);
      if (report.status !== 'failed') throw new Problem(shippingProblems.not_failed);
      await work(tx, report);
    });
  }

  private later(tx: Tx, attemptId: string, minutes = 0): Promise<void> {
    return this.jobs.add(
      tx,
      'shipping.report',
      { attemptId },
      { runAt: new Date(this.clock.now().getTime() + minutes * 60_000), jobKey: `shipping.report:${attemptId}` },
    );
  }

  private async end(tx: Tx, attemptId: string, status: 'reported' | 'failed' | 'not_needed', error: WechatError | null): Promise<void> {
    const reportedAt = status === 'reported' ? this.clock.now() : null;
    await tx.query(
      'update shipping_reports set status = $2, code = $3, message = $4, reported_at = coalesce($5, reported_at) where attempt_id = $1',
      [attemptId, status, error?.code ?? null, error?.message.slice(0, 300) ?? null, reportedAt],
    );
  }
}
