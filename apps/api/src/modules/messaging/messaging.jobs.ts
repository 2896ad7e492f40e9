import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Cron, Job, Jobs } from '../../platform/jobs/jobs.js';
import { fitValue, nextTry, type SubscribeMessage, Wechat, type WechatResult } from '../../platform/wechat/wechat.js';
import { CustomerIdentities } from '../identity/index.js';
import { MessageGrants } from './message-grants.js';
import { MessageKinds } from './message-kinds.js';
import { lockMessage, MessagingQueries, templateOf } from './messaging.queries.js';
import { whenQuietEnds } from './quiet-hours.js';

/** News that is older says nothing any more, milliseconds. */
const staleAfterMs = 24 * 3_600_000;
const notAllowed = '43101';

type Intent = SubscribeMessage & { customerId: string };

/** Sends what was written down: at most once each, since WeChat knows no idempotency key. */
@Injectable()
export class MessagingJobs {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly wechat: Wechat,
    private readonly identities: CustomerIdentities,
    private readonly kinds: MessageKinds,
    private readonly grants: MessageGrants,
    private readonly queries: MessagingQueries,
    private readonly clock: Clock,
  ) {}

  @Job('messaging.send')
  async send({ messageId }: { messageId: string }): Promise<void> {
    const settings = await this.queries.settings();
    const intent = await this.database.transaction((tx) => this.intend(tx, messageId, settings));
    if (!intent) return;
    const { customerId, ...message } = intent;
    const result = await this.wechat.miniProgram.messages.send(message);
    await this.database.transaction((tx) => this.record(tx, messageId, customerId, message.templateId, result));
  }

  /** Messages whose process died while it sent: nobody knows, and they are not sent again. Messages whose job was lost go on. */
  @Cron('*/10 * * * *', 'messaging.sweep')
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 10 * 60_000);
    await this.database.transaction(async (tx) => {
      await tx.query(`update messaging_messages set status = 'unknown' where status = 'sending' and created_at < $1`, [before]);
      const lost: { id: string }[] = await tx.query(
        `select id from messaging_messages where status = 'waiting' and created_at < $1 and created_at > $2 limit 500`,
        [before, new Date(before.getTime() - staleAfterMs)],
      );
      for (const { id } of lost) await this.jobs.add(tx, 'messaging.send', { messageId: id }, { jobKey: `messaging.send:${id}` });
    });
  }

  /** Decides whether it goes out now, takes the permission, and notes that it is on its way. */
  private async intend(tx: Tx, id: string, settings: Parameters<typeof whenQuietEnds>[1]): Promise<Intent | null> {
    const message = await lockMessage(tx, id);
    if (message?.status === 'sending') await this.end(tx, id, 'unknown', null);
    if (message?.status !== 'waiting') return null;
    const skip = async (reason: string) => {
      await this.end(tx, id, 'skipped', reason);
      return null;
    };
    const kind = this.kinds.get(message.kind);
    const now = this.clock.now();
    const goes = kind && !kind.urgent ? whenQuietEnds(now, settings) : now;
    if (goes > now) {
      await this.jobs.add(tx, 'messaging.send', { messageId: id }, { runAt: goes, jobKey: `messaging.send:${id}` });
      return null;
    }
    if (now.getTime() - message.createdAt.getTime() > staleAfterMs) return skip('late');
    const template = await templateOf(tx, message.kind);
    if (!template) return skip('no_template');
    const openid = message.customerId ? await this.identities.openid(message.customerId, this.wechat.appid) : null;
    if (!message.customerId || !openid) return skip('no_openid');
    const data = Object.fromEntries(template.fields.map(({ key, value }) => [key, fitValue(key, message.values[value ?? ''] ?? '')]));
    if (Object.values(data).includes('')) return skip('empty_value');
    if (!(await this.grants.spend(tx, message.customerId, template.templateId))) return skip('no_grant');
    await tx.query(`update messaging_messages set status = 'sending', template_id = $2, data = $3, tries = tries + 1 where id = $1`, [
      id,
      template.templateId,
      JSON.stringify(data),
    ]);
    return { customerId: message.customerId, openid, templateId: template.templateId, data, page: message.page };
  }

  private async record(
    tx: Tx,
    id: string,
    customerId: string,
    templateId: string,
    result: WechatResult<{ messageId: string | null }>,
  ): Promise<void> {
    const message = await lockMessage(tx, id);
    if (message?.status !== 'sending') return;
    if (result.ok) {
      await tx.query(`update messaging_messages set status = 'sent', reason = null, wechat_id = $2, sent_at = $3 where id = $1`, [
        id,
        result.value.messageId,
        this.clock.now(),
      ]);
      return;
    }
    const { error } = result;
    // Without an answer it may have gone out, and the permission with it.
    if (error.kind === 'network' || error.kind === 'http') return this.end(tx, id, 'unknown', error.code);
    if (error.code === notAllowed) {
      await this.grants.none(tx, customerId, templateId);
      return this.end(tx, id, 'skipped', 'no_grant');
    }
    await this.grants.giveBack(tx, customerId, templateId);
    const runAt = nextTry(error, message.tries, this.clock.now());
    if (!runAt) return this.end(tx, id, 'failed', error.code);
    await tx.query(`update messaging_messages set status = 'waiting', reason = $2 where id = $1`, [id, error.code]);
    await this.jobs.add(tx, 'messaging.send', { messageId: id }, { runAt, jobKey: `messaging.send:${id}` });
  }

  private async end(tx: Tx, id: string, status: 'skipped' | 'failed' | 'unknown', reason: string | null): Promise<void> {
    await tx.query('update messaging_messages set status = $2, reason = $3 where id = $1', [id, status, reason]);
  }
}
