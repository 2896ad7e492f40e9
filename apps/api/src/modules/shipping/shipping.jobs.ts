import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Cron, Job, Jobs } from '../../platform/jobs/jobs.js';
import { Wechat } from '../../platform/wechat/wechat.js';
import { ShippingReports } from './shipping.service.js';

/** Whether the account is under shipping management changes rarely: asked once a day. */
const askAgainMs = 86_400_000;

/** Sends what is to be told. The same told twice is well with WeChat, so a job that is cut off runs again. */
@Injectable()
export class ShippingJobs {
  private managed: { is: boolean; at: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly reports: ShippingReports,
    private readonly wechat: Wechat,
    private readonly clock: Clock,
  ) {}

  @Job('shipping.report')
  async report({ attemptId }: { attemptId: string }): Promise<void> {
    const report = await this.reports.take(attemptId);
    if (!report) return;
    if ((await this.isManaged()) === false) return this.reports.notNeeded(attemptId);
    const answer = await this.wechat.miniProgram.shipping.upload({
      order: { mchid: this.wechat.mchid, outTradeNo: report.outTradeNo },
      openid: report.openid,
      logistics: report.logistics,
      parcels: [{ description: report.description }],
      at: this.clock.now(),
    });
    await this.reports.record(attemptId, answer.ok ? null : answer.error);
  }

  /** Finds reports whose job was lost. */
  @Cron('*/15 * * * *', 'shipping.sweep')
  async sweep(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const lost: { id: string }[] = await tx.query(
        `select attempt_id as id from shipping_reports where status = 'waiting' and created_at < $1
            and not exists (select from graphile_worker.jobs j where j.key = 'shipping.report:' || attempt_id) limit 500`,
        [new Date(this.clock.now().getTime() - 300_000)],
      );
      for (const { id } of lost) await this.jobs.add(tx, 'shipping.report', { attemptId: id }, { jobKey: `shipping.report:${id}` });
    });
  }

  /** Undefined when WeChat does not say: then the report itself will tell. */
  private async isManaged(): Promise<boolean | undefined> {
    const now = this.clock.now().getTime();
    if (!this.managed || now - this.managed.at > askAgainMs) {
      const answer = await this.wechat.miniProgram.shipping.isManaged();
      if (!answer.ok) return undefined;
      this.managed = { is: answer.value, at: now };
    }
    return this.managed.is;
  }
}
