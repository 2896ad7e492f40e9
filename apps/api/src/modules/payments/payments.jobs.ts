import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Cron, Job, Jobs } from '../../platform/jobs/jobs.js';
import { PaymentsQueries } from './payments.queries.js';
import { PaymentsWechat } from './payments-wechat.service.js';

/** When an attempt is asked for after its beginning, in seconds, as WeChat advises; after the last it is closed. */
const askAfter = [5, 30, 60, 180, 300, 600, 1800];
/** When a refund is asked for, in seconds after the try before; the last holds for all later ones. */
const askRefundAfter = [5, 60, 300, 600, 1200, 1800, 3600];

/** Looks after what is open at WeChat: nothing waits for a notification that may never come. */
@Injectable()
export class PaymentsJobs {
  private readonly log = new Logger('payments');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly queries: PaymentsQueries,
    private readonly outside: PaymentsWechat,
    private readonly clock: Clock,
  ) {}

  @Job('payments.poll')
  async poll({ attemptId, step }: { attemptId: string; step: number }): Promise<void> {
    const attempt = await this.queries.attempt(attemptId);
    if (!attempt || (attempt.status !== 'created' && attempt.status !== 'prepaid')) return;
    const next = step + 1;
    const expired = attempt.expiresAt <= this.clock.now();
    const after = askAfter[next];
    if (expired || after === undefined) {
      await this.quietly(() => this.outside.close(attempt));
    } else {
      await this.quietly(() => this.outside.look(attempt));
    }
    const due = after === undefined ? this.clock.now().getTime() + 1_800_000 : attempt.createdAt.getTime() + after * 1000;
    const still = await this.queries.attempt(attemptId);
    if (still?.status !== 'created' && still?.status !== 'prepaid') return;
    await this.database.transaction((tx) =>
      this.jobs.add(tx, 'payments.poll', { attemptId, step: next }, { runAt: new Date(due), jobKey: `payments.poll:${attemptId}` }),
    );
  }

  /** Sends a refund to WeChat, then asks until it is decided. */
  @Job('payments.refund')
  async refund({ refundId }: { refundId: string }): Promise<void> {
    const refund = await this.queries.refund(refundId);
    if (!refund || refund.status !== 'pending') return;
    const decided = await this.quietly(() => (refund.tries === 0 ? this.outside.refund(refund) : this.outside.lookRefund(refund)));
    if (decided) return;
    const seconds = askRefundAfter[Math.min(refund.tries, askRefundAfter.length - 1)] ?? 3600;
    await this.database.transaction(async (tx) => {
      await tx.query('update payments_refunds set tries = tries + 1 where id = $1', [refundId]);
      await this.jobs.add(tx, 'payments.refund', { refundId }, { runAt: new Date(this.clock.now().getTime() + seconds * 1000), jobKey: `payments.refund:${refundId}` });
    });
  }

  /** Finds what lost its job, whatever the reason. */
  @Cron('*/10 * * * *', 'payments.sweep')
  async sweep(): Promise<void> {
    const now = this.clock.now().getTime();
    const attempts = await this.queries.strayAttempts(new Date(now - 30 * 60_000));
    const refunds = await this.queries.strayRefunds(new Date(now - 2 * 3_600_000));
    await this.database.transaction(async (tx) => {
      for (const { id } of attempts) await this.jobs.add(tx, 'payments.poll', { attemptId: id, step: askAfter.length }, { jobKey: `payments.poll:${id}` });
      for (const { id } of refunds) await this.jobs.add(tx, 'payments.refund', { refundId: id }, { jobKey: `payments.refund:${id}` });
    });
  }

  /** WeChat's silence is no failure of the job: its own next step comes by the schedule. */
  private async quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.log.warn(error.message);
      return undefined;
    }
  }
}
