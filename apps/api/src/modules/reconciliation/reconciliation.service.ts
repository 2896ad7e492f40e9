import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import { mustSeeAllStores, type OperatorCaller } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { addDays, chinaDay, keptDays } from './china-day.js';
import { reconciliationProblems } from './reconciliation.errors.js';
import { lockDay, lockTask, type LockedTask } from './reconciliation.queries.js';

/** What an operator does about the bills. All throw `common.all_stores` (403) for a role that is limited to stores. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Puts a task aside with a reason. Throws `reconciliation.not_found` (404), `reconciliation.not_open` (409). */
  close(caller: OperatorCaller, id: string, reason: string): Promise<void> {
    return this.onTask(caller, id, async (tx, task) => {
      if (task.status !== 'open') throw new Problem(reconciliationProblems.not_open);
      await tx.query(`update reconciliation_tasks set status = 'closed', closed_at = $2, closed_by = $3, reason = $4 where id = $1`, [
        id,
        this.clock.now(),
        caller.name,
        reason,
      ]);
      await this.audit.record(tx, caller, 'reconciliation.close', 'money_task', id, { status: 'open' }, { kind: task.kind, reason });
    });
  }

  /** Takes a closed task up again. Throws `reconciliation.not_found` (404), `reconciliation.not_closed` (409). */
  reopen(caller: OperatorCaller, id: string): Promise<void> {
    return this.onTask(caller, id, async (tx, task) => {
      if (task.status !== 'closed') throw new Problem(reconciliationProblems.not_closed);
      await tx.query(`update reconciliation_tasks set status = 'open', closed_at = null, closed_by = null, reason = null where id = $1`, [
        id,
      ]);
      await this.audit.record(
        tx,
        caller,
        'reconciliation.reopen',
        'money_task',
        id,
        { reason: task.reason },
        { kind: task.kind, status: 'open' },
      );
    });
  }

  /** Asks WeChat for the bills of a day once more, from a job. Throws `reconciliation.not_found` (404), `reconciliation.too_old` (409). */
  async fetchAgain(caller: OperatorCaller, day: string): Promise<void> {
    mustSeeAllStores(caller);
    await this.database.transaction(async (tx) => {
      if (!(await lockDay(tx, day))) throw new Problem(reconciliationProblems.not_found);
      const now = this.clock.now();
      if (day < addDays(chinaDay(now), -keptDays)) throw new Problem(reconciliationProblems.too_old);
      await tx.query('update reconciliation_days set next_try_at = $2, tries = 0 where day = $1', [day, now]);
      await this.jobs.add(tx, 'reconciliation.run', {}, { jobKey: 'reconciliation.run' });
      await this.audit.record(tx, caller, 'reconciliation.fetch', 'bill', day, null, { day });
    });
  }

  private async onTask(caller: OperatorCaller, id: string, work: (tx: Tx, task: LockedTask) => Promise<void>): Promise<void> {
    mustSeeAllStores(caller);
    await this.database.transaction(async (tx) => {
      const task = await lockTask(tx, id);
      if (!task) throw new Problem(reconciliationProblems.not_found);
      await work(tx, task);
    });
  }
}
