import { Injectable } from '@nestjs/common';
import { Cron } from '../../platform/jobs/jobs.js';
import { ReconciliationIntake } from './reconciliation-intake.service.js';

/** Looks every five minutes whether a bill is due: it is there from 10:00 in China on, and what failed is tried again. */
@Injectable()
export class ReconciliationJobs {
  constructor(private readonly intake: ReconciliationIntake) {}

  @Cron('*/5 * * * *', 'reconciliation.run')
  async run(): Promise<void> {
    await this.intake.plan();
    await this.intake.fetchDue();
    await this.intake.lookAgain();
  }
}
