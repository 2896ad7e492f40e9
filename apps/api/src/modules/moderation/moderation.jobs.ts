import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Cron, Job, Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage/storage.js';
import { type MiniProgram, Wechat, type WechatError, type WechatResult } from '../../platform/wechat/wechat.js';
import { ModeratedKinds } from './moderated-kinds.js';
import { ModerationDecisions } from './moderation-decisions.js';
import { outcomeOfError, outcomeOfVerdict, type ModerationOutcome } from './moderation-outcome.js';
import { alone, type Check, lockCheck, ModerationQueries, uncheckedUrl } from './moderation.queries.js';
import { moderationStates } from './moderation.state.js';

/** What WeChat thinks, of a text at once, of a picture later. `code` where it could not judge. */
interface Heard {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
  code: string | null;
}
/** How long the event of a picture may take; then it is taken for lost and a person looks. WeChat names half an hour. */
const answerWithinMs = 30 * 60_000;
/** Decided checks are kept so long, with their pictures. */
const keptMs = 180 * 86_400_000;

/** Asks WeChat after the commit. To ask twice does no harm: the later trace counts, the verdict of the earlier is nobody's. */
@Injectable()
export class ModerationJobs {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly wechat: Wechat,
    private readonly storage: Storage,
    private readonly kinds: ModeratedKinds,
    private readonly decisions: ModerationDecisions,
    private readonly queries: ModerationQueries,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Job('moderation.ask')
  async ask({ checkId }: { checkId: string }): Promise<void> {
    const check = await this.queries.check(checkId);
    if (check?.status !== 'waiting' || check.askedAt) return;
    const { scene } = this.kinds.get(check.kind);
    const security = this.security;
    if (!security) return this.refused(checkId, noWechat);
    if (check.text !== null) {
      const answer = await security.checkText(check.openid, check.text, scene);
      return answer.ok ? this.conclude(check, { ...answer.value, code: null }) : this.refused(checkId, answer.error);
    }
    const url = this.config.publicUrl + uncheckedUrl(check.pictureSecret ?? '');
    const answer: WechatResult<{ traceId: string }> = await security.checkMedia(check.openid, url, scene);
    return answer.ok ? this.asked(checkId, answer.value.traceId) : this.refused(checkId, answer.error);
  }

  /** Applies the verdict of a picture, which WeChat's event brought. */
  @Job('moderation.conclude')
  async concludePicture({ checkId }: { checkId: string }): Promise<void> {
    const check = await this.queries.check(checkId);
    if (!check?.traceId) return;
    const [heard] = await this.database.query<Heard>(
      'moderation.heard',
      'select suggest, label, code from moderation_verdicts where trace_id = $1',
      [check.traceId],
    );
    if (heard) await this.conclude(check, heard);
  }

  @Job('moderation.withdraw')
  async withdraw({ url }: { url: string }): Promise<void> {
    await this.decisions.withdraw(url);
  }

  @Job('moderation.forget-pictures')
  async forgetPictures({ keys }: { keys: string[] }): Promise<void> {
    for (const key of keys) await this.storage.remove(key);
  }

  /** Finds checks whose job was lost, and pictures whose event did not come in time. */
  @Cron('* * * * *', 'moderation.sweep')
  async sweep(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.transaction(async (tx) => {
      const lost: { id: string }[] = await tx.query(lostSql, [new Date(now - 120_000)]);
      for (const { id } of lost) await this.jobs.add(tx, 'moderation.ask', { checkId: id }, { jobKey: `moderation.ask:${id}` });
      const heard: { id: string }[] = await tx.query(heardSql);
      for (const { id } of heard) await this.jobs.add(tx, 'moderation.conclude', { checkId: id }, { jobKey: `moderation.conclude:${id}` });
      const silent: { id: string }[] = await tx.query(silentSql, [new Date(now - answerWithinMs)]);
      for (const { id } of silent) {
        const check = await lockCheck(tx, id);
        if (check?.status === 'waiting') await this.apply(tx, check, { event: 'doubt', doubt: 'no_answer' }, null);
      }
    });
  }

  /** Lets go of what was decided long ago, and of verdicts that nobody waits for. */
  @Cron('17 19 * * *', 'moderation.tidy')
  async tidy(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.transaction(async (tx) => {
      const [old]: [{ key: string | null }[], number] = await tx.query(
        `delete from moderation_checks where status not in ('waiting', 'in_doubt') and coalesce(decided_at, created_at) < $1 returning picture_key as key`,
        [new Date(now - keptMs)],
      );
      const keys = old.flatMap(({ key }) => key ?? []);
      if (keys.length > 0) await this.jobs.add(tx, 'moderation.forget-pictures', { keys });
      await tx.query('delete from moderation_verdicts where heard_at < $1', [new Date(now - 86_400_000)]);
    });
  }

  /** WeChat took the question about a picture. Its verdict may be here already: then it is not waited for. */
  private asked(checkId: string, traceId: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await alone(tx, traceId);
      const check = await lockCheck(tx, checkId);
      if (check?.status !== 'waiting') return;
      await tx.query('update moderation_checks set asked_at = $2, trace_id = $3, tries = tries + 1, code = null where id = $1', [
        checkId,
        this.clock.now(),
        traceId,
      ]);
      const early: unknown[] = await tx.query('select from moderation_verdicts where trace_id = $1', [traceId]);
      if (early.length > 0) await this.jobs.add(tx, 'moderation.conclude', { checkId }, { jobKey: `moderation.conclude:${checkId}` });
    });
  }

  private async conclude(check: Check, heard: Heard): Promise<void> {
    const outcome = outcomeOfVerdict(heard, heard.code);
    const publicUrl = outcome.event === 'pass' ? await this.decisions.publish(check) : null;
    let shown = false;
    try {
      shown = await this.database.transaction(async (tx) => {
        const locked = await lockCheck(tx, check.id);
        if (!locked || !waitsForWechat(locked)) return false;
        await tx.query('update moderation_checks set suggest = $2, label = $3, code = $4 where id = $1', [
          check.id,
          heard.suggest,
          heard.label,
          heard.code,
        ]);
        return this.apply(tx, locked, outcome, publicUrl);
      });
    } finally {
      if (publicUrl && !shown) await this.decisions.withdraw(publicUrl);
    }
  }

  private refused(checkId: string, error: WechatError): Promise<void> {
    return this.database.transaction(async (tx) => {
      const check = await lockCheck(tx, checkId);
      if (check?.status !== 'waiting' || check.askedAt) return;
      const tries = check.tries + 1;
      await tx.query('update moderation_checks set tries = $2, code = $3 where id = $1', [checkId, tries, error.code]);
      await this.apply(tx, check, outcomeOfError(error, tries), null);
    });
  }

  /** @returns whether it is shown now */
  private async apply(tx: Tx, check: Check, outcome: ModerationOutcome, publicUrl: string | null): Promise<boolean> {
    const { id, status } = check;
    if (outcome.event === 'again') {
      const runAt = new Date(this.clock.now().getTime() + outcome.seconds * 1000);
      await this.jobs.add(tx, 'moderation.ask', { checkId: id }, { runAt, jobKey: `moderation.ask:${id}` });
      return false;
    }
    const next = moderationStates.next(status, outcome.event);
    // In doubt for want of an answer; now WeChat doubts too, and says why.
    if (!next && outcome.event !== 'doubt') return false;
    if (outcome.event === 'doubt') {
      await tx.query(`update moderation_checks set status = 'in_doubt', doubt = $2 where id = $1`, [id, outcome.doubt]);
    } else {
      if (next === 'passed') await this.decisions.show(tx, check, publicUrl);
      else await tx.query(`update moderation_checks set status = 'refused' where id = $1`, [id]);
      await this.decisions.sign(tx, id, { decidedAt: this.clock.now(), decidedBy: null, reason: null });
    }
    await this.decisions.tell(tx, check);
    return next === 'passed';
  }

  private get security(): MiniProgram['security'] | undefined {
    try {
      return this.wechat.miniProgram.security;
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }
}

/** Undecided, or given to a person only because WeChat was silent: its late word counts as long as nobody decided. */
const waitsForWechat = ({ status, doubt }: Check): boolean => status === 'waiting' || (status === 'in_doubt' && doubt === 'no_answer');

const noWechat: WechatError = {
  api: '',
  kind: 'http',
  code: 'not_configured',
  message: 'The credentials of WeChat are not set yet',
  status: 503,
  retryable: true,
};

const noJob = (task: string) => `not exists (select from graphile_worker.jobs j where j.key = '${task}:' || m.id)`;
const lostSql = `
  select m.id from moderation_checks m where m.status = 'waiting' and m.asked_at is null and m.created_at < $1 and ${noJob('moderation.ask')} order by m.id limit 500`;
const heardSql = `
  select m.id from moderation_checks m join moderation_verdicts v on v.trace_id = m.trace_id
   where m.status = 'waiting' and ${noJob('moderation.conclude')} order by m.id limit 500`;
const silentSql = `
  select m.id from moderation_checks m where m.status = 'waiting' and m.asked_at < $1
     and not exists (select from moderation_verdicts v where v.trace_id = m.trace_id) order by m.id limit 500`;
