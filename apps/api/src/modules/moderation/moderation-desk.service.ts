import { Injectable } from '@nestjs/common';
import type { ModerationCheckView, ModerationStatus } from '@pailou/contracts';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { ModerationDecisions } from './moderation-decisions.js';
import { moderationProblems } from './moderation.errors.js';
import { type Before, type Check, lockCheck, ModerationQueries } from './moderation.queries.js';
import { moderationStates } from './moderation.state.js';

/** What operators decide where WeChat did not, or otherwise than WeChat did. */
@Injectable()
export class ModerationDesk {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly decisions: ModerationDecisions,
    private readonly queries: ModerationQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Shows it. Throws `moderation.not_found` (404), `moderation.not_decidable` (409) while WeChat is asked or when it has
   * passed, `moderation.outdated` (409) once its author wrote something else.
   */
  async approve(caller: OperatorCaller, id: string, reason: string): Promise<ModerationCheckView> {
    return this.decide(caller, id, 'approve', reason || null);
  }

  /** Does not show it, or no longer; its author reads the reason. Throws as `approve`. */
  async refuse(caller: OperatorCaller, id: string, reason: string): Promise<ModerationCheckView> {
    return this.decide(caller, id, 'reject', reason);
  }

  /** Puts back what an operator's last decision changed. Throws `moderation.nothing_to_undo` (409), and as `approve`. */
  async undo(caller: OperatorCaller, id: string): Promise<ModerationCheckView> {
    return this.change(id, 'undo', async (tx, check, publicUrl) => {
      const before = check.undo;
      if (!before) throw new Problem(moderationProblems.nothing_to_undo);
      await this.turn(tx, check, before.status, publicUrl);
      await this.decisions.sign(tx, id, before);
      await tx.query('update moderation_checks set undo = null where id = $1', [id]);
      await this.audit.record(tx, caller, 'moderation.undo', 'moderation_check', id, { status: check.status }, { status: before.status });
    });
  }

  private decide(caller: OperatorCaller, id: string, event: 'approve' | 'reject', reason: string | null): Promise<ModerationCheckView> {
    return this.change(id, event, async (tx, check, publicUrl) => {
      const { status, decidedAt, decidedBy } = check;
      const next = moderationStates.next(status, event);
      if (!next) throw new Problem(moderationProblems.not_decidable);
      await this.turn(tx, check, next, publicUrl);
      await this.decisions.sign(tx, id, { decidedAt: this.clock.now(), decidedBy: caller.name, reason });
      const before: Before = { status, decidedAt: decidedAt?.toISOString() ?? null, decidedBy, reason: check.reason };
      await tx.query('update moderation_checks set undo = $2 where id = $1', [id, JSON.stringify(before)]);
      await this.audit.record(tx, caller, `moderation.${event}`, 'moderation_check', id, { status }, { status: next, reason });
    });
  }

  /** One change of a check that is still its author's newest; a picture that may be shown is made public before. */
  private async change(
    id: string,
    event: 'approve' | 'reject' | 'undo',
    work: (tx: Tx, check: Check, publicUrl: string | null) => Promise<void>,
  ): Promise<ModerationCheckView> {
    const seen = await this.queries.check(id);
    if (!seen) throw new Problem(moderationProblems.not_found);
    const shows =
      event === 'approve' ? moderationStates.next(seen.status, 'approve') === 'passed' : event === 'undo' && seen.undo?.status === 'passed';
    const publicUrl = shows && seen.pictureKey ? await this.decisions.publish(seen) : null;
    let used = false;
    try {
      await this.database.transaction(async (tx) => {
        used = false;
        const check = await lockCheck(tx, id);
        if (!check) throw new Problem(moderationProblems.not_found);
        const newer: unknown[] = await tx.query('select from moderation_checks where kind = $1 and subject_id = $2 and id > $3 limit 1', [
          check.kind,
          check.subjectId,
          id,
        ]);
        if (newer.length > 0) throw new Problem(moderationProblems.outdated);
        await work(tx, check, publicUrl);
        await this.decisions.tell(tx, check);
        used = shows;
      });
    } catch (error) {
      used = false;
      throw error;
    } finally {
      if (publicUrl && !used) await this.decisions.withdraw(publicUrl);
    }
    return this.queries.one(id);
  }

  /** Brings what others see into line with the status to come. */
  private async turn(tx: Tx, check: Check, to: ModerationStatus, publicUrl: string | null): Promise<void> {
    if (to === 'passed') {
      // It was kept out of sight, and is not kept any more; or somebody else decided a moment ago.
      if (check.pictureKey && !publicUrl) throw new Problem(moderationProblems.picture_not_found);
      return this.decisions.show(tx, check, publicUrl);
    }
    if (check.status === 'passed') await this.decisions.hide(tx, check);
    await tx.query('update moderation_checks set status = $2 where id = $1', [check.id, to]);
  }
}
