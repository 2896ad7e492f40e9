import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Cron, Job, Jobs } from '../../platform/jobs/jobs.js';
import { type Attempt, PaymentsQueries } from './payments.queries.js';
import { PaymentsWechat } from './payments-wechat.service.js';

/** When an attempt is asked for after its beginning, in seconds, as WeChat advises; then every half an hour. */
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

  /** Asks how an attempt stands; closes it once its time ran out. Goes on until it is over. */
  @Job('payments.poll')
  async poll({ attemptId }: { attemptId: string }): Promise<void> {
    const attempt = await this.queries.attempt(attemptId);
    if (!attempt || !isLive(attempt)) return;
    const expired = attempt.expiresAt <= this.clock.now();
    await this.quietly(() => (expired ? this.outside.close(attempt) : this.outside.look(attempt)));
    const still = await this.queries.attempt(attemptId);
    if (!still || !isLive(still)) return;
    await this.database.transaction((tx) =>
      this.jobs.add(tx, 'payments.poll', { attemptId }, { runAt: this.nextLook(attempt), jobKey: `payments.poll:${attemptId}` }),
    );
  }

  private nextLook({ createdAt, expiresAt }: Attempt): Date {
    const now = this.clock.now().getTime();
    const bySchedule = askAfter.map((seconds) => createdAt.getTime() + seconds * 1000).find((due) => due > now) ?? now + 1_800_000;
    const toClose = Math.max(expiresAt.getTime(), now + 30_000);
    return new Date(Math.min(bySchedule, toClose));
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
      await this.jobs.add(
        tx,
        'payments.refund',
        { refundId },
        { runAt: new Date(this.clock.now().getTime() + seconds * 1000), jobKey: `payments.refund:${refundId}` },
      );
    });
  }

  /** Finds what lost its job: a process that is killed takes those in its hands along for hours. */
  @Cron('* * * * *', 'payments.sweep')
  async sweep(): Promise<void> {
    const [attempts, refunds] = [await this.queries.strayAttempts(), await this.queries.strayRefunds()];
    await this.database.transaction(async (tx) => {
      for (const { id } of attempts) await this.jobs.add(tx, 'payments.poll', { attemptId: id }, { jobKey: `payments.poll:${id}` });
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

const isLive = (attempt: Attempt): boolean => attempt.status === 'created' || attempt.status === 'prepaid';
