import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { OnPush } from '../../platform/wechat/push.js';
import { mediaVerdict, type PushMessage } from '../../platform/wechat/wechat.js';
import { alone } from './moderation.queries.js';

/** WeChat's verdicts of pictures: kept under their trace, whether or not we know the trace yet. */
@Injectable()
export class ModerationPushes {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @OnPush('wxa_media_check')
  async heard(message: PushMessage, tx: Tx): Promise<void> {
    const verdict = mediaVerdict(message);
    if (!verdict) return;
    const { traceId, suggest, label } = verdict;
    const errcode = Number(message.fields.errcode ?? 0);
    await alone(tx, traceId);
    // The first word counts: WeChat judges a picture once.
    const fresh: unknown[] = await tx.query(
      'insert into moderation_verdicts (trace_id, suggest, label, code, heard_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning 1',
      [traceId, suggest, label, errcode === 0 ? null : String(errcode), this.clock.now()],
    );
    if (fresh.length === 0) return;
    const [check]: { id: string }[] = await tx.query('select id from moderation_checks where trace_id = $1', [traceId]);
    if (check) await this.jobs.add(tx, 'moderation.conclude', { checkId: check.id }, { jobKey: `moderation.conclude:${check.id}` });
  }
}
