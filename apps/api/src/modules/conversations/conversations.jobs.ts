import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Cron, Job, Jobs } from '../../platform/jobs/jobs.js';
import { Problem } from '../../platform/http/problem.js';
import { Storage } from '../../platform/storage/storage.js';
import { type MiniProgram, nextTry, Wechat, type WechatError, type WechatResult } from '../../platform/wechat/wechat.js';
import { ChatMedia, coverKey } from './chat-media.js';
import { ChatOutbox, leftOf } from './chat-outbox.js';
import { chatPicture, pictureKey } from './chat-pictures.js';
import { lockConversation } from './conversations.queries.js';
import { placeFor, stillOpen, type WindowKind } from './reply-allowance.js';

const sendApi = 'POST /cgi-bin/message/custom/send';
const mediaGone = '40007';
/** WeChat counted otherwise than we: the time is over, or the messages are used up. */
const notAllowed: readonly string[] = ['45015', '45047'];
/** What is not sent so soon is given up, milliseconds: whoever waits for the answer is told rather. */
const soonMs = 180_000;
/** How long WeChat keeps what a customer sent, milliseconds. */
const mediaLifeMs = 3 * 86_400_000;

interface Outgoing {
  id: string;
  conversationId: string;
  openid: string;
  kind: 'text' | 'image' | 'card';
  text: string | null;
  storageKey: string | null;
  card: { title: string; pagePath: string; coverUrl: string | null } | null;
  status: string;
  allowedBy: WindowKind;
  allowedFrom: Date;
  begunAt: Date | null;
  tries: number;
}

/** Speaks to WeChat after the commit: each message at most once, since WeChat knows no idempotency key. */
@Injectable()
export class ConversationsJobs {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly wechat: Wechat,
    private readonly media: ChatMedia,
    private readonly storage: Storage,
    private readonly outbox: ChatOutbox,
    private readonly clock: Clock,
  ) {}

  @Job('conversations.send')
  async send({ messageId }: { messageId: string }): Promise<void> {
    const [message] = await this.database.query<Outgoing>('conversations.outgoing', outgoingSql, [messageId]);
    if (message?.status !== 'sending') return;
    const { service } = this;
    if (!service) return this.record(messageId, noWechat);
    const prepared = message.begunAt ? undefined : await this.prepare(message);
    if (prepared && !prepared.ok) return this.record(messageId, prepared);
    if (!(await this.begin(messageId))) return;
    let result = await say(service, message, prepared?.value ?? '');
    if (!result.ok && result.error.code === mediaGone && message.kind !== 'text') {
      await this.media.forget(mediaKey(message));
      const fresh = await this.prepare(message);
      result = fresh.ok ? await say(service, message, fresh.value) : fresh;
    }
    await this.record(messageId, result);
  }

  /** Messages whose process died while it asked WeChat: nobody knows. Messages whose job was lost go on. */
  @Cron('*/5 * * * *', 'conversations.sweep')
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 5 * 60_000);
    await this.database.transaction(async (tx) => {
      const [dead]: [{ id: string; conversationId: string }[], number] = await tx.query(
        `update conversations_messages set status = 'unknown' where status = 'sending' and begun_at < $1 returning id, conversation_id as "conversationId"`,
        [before],
      );
      for (const { id, conversationId } of dead) await this.outbox.tell(tx, conversationId, id);
      const lost: { id: string }[] = await tx.query(
        `select id from conversations_messages where status = 'sending' and begun_at is null and at < $1 limit 500`,
        [before],
      );
      for (const { id } of lost) await this.jobs.add(tx, 'conversations.send', { messageId: id }, { jobKey: `conversations.send:${id}` });
    });
  }

  /** Takes a customer's picture over from WeChat, once. */
  @Job('conversations.fetch-picture')
  async fetchPicture({ pictureId }: { pictureId: string }): Promise<void> {
    const [picture] = await this.database.query<{ mediaId: string; createdAt: Date }>(
      'conversations.fetching',
      `select wechat_media_id as "mediaId", created_at as "createdAt" from conversations_pictures where id = $1 and status = 'fetching'`,
      [pictureId],
    );
    if (!picture) return;
    const answer = await this.wechat.miniProgram.customerService.media(picture.mediaId);
    const tooLate = this.clock.now().getTime() - picture.createdAt.getTime() > mediaLifeMs;
    if (!answer.ok && answer.error.retryable && !tooLate) throw new Error(`${answer.error.code} ${answer.error.message}`);
    const bytes = answer.ok ? await chatPicture(answer.value.bytes).catch(() => null) : null;
    const key = bytes ? pictureKey(pictureId) : null;
    if (bytes && key) await this.storage.save(key, bytes, 'image/jpeg');
    const kept = await this.database.transaction((tx) => this.notePicture(tx, pictureId, key));
    // The customer asked to be forgotten meanwhile.
    if (key && !kept) await this.storage.remove(key);
  }

  /** Removes the pictures of somebody who asked to be forgotten. */
  @Job('conversations.forget-pictures')
  async forgetPictures({ keys }: { keys: string[] }): Promise<void> {
    for (const key of keys) await this.storage.remove(key);
  }

  private async notePicture(tx: Tx, id: string, key: string | null): Promise<boolean> {
    const [rows]: [{ conversationId: string; messageId: string | null }[], number] = await tx.query(
      `update conversations_pictures p set status = $2, storage_key = $3 where p.id = $1
       returning conversation_id as "conversationId", (select m.id from conversations_messages m where m.picture_id = p.id limit 1) as "messageId"`,
      [id, key ? 'kept' : 'gone', key],
    );
    for (const { conversationId, messageId } of rows) await this.outbox.tell(tx, conversationId, messageId);
    return rows.length > 0;
  }

  /** The media_id of its picture; empty for a text. Uploading twice does no harm, so it comes before the sending begins. */
  private async prepare({ kind, storageKey, card }: Outgoing): Promise<WechatResult<string>> {
    if (kind === 'image') return this.media.picture(storageKey ?? '');
    if (kind === 'card') return this.media.cover(card?.coverUrl ?? null);
    return { ok: true, value: '' };
  }

  private get service(): MiniProgram['customerService'] | undefined {
    try {
      return this.wechat.miniProgram.customerService;
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }

  /** Notes that WeChat is asked from now on; false when it was before, or when nothing may be sent any more. */
  private async begin(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const message = await lockOutgoing(tx, id);
      if (message?.status !== 'sending') return false;
      if (message.begunAt) {
        await this.end(tx, message, 'unknown', null, null);
        return false;
      }
      if (!(await this.keepPlace(tx, message))) return false;
      await tx.query('update conversations_messages set begun_at = $2, tries = tries + 1 where id = $1', [id, this.clock.now()]);
      return true;
    });
  }

  /** Its place may be of a window that is over: WeChat will count it in the one that is open now. */
  private async keepPlace(tx: Tx, message: Outgoing): Promise<boolean> {
    const conversation = await lockConversation(tx, message.conversationId);
    if (!conversation) return false;
    const now = this.clock.now();
    if (stillOpen(conversation, message.allowedBy, message.allowedFrom, now)) return true;
    const place = placeFor(conversation, now);
    if (typeof place === 'string') {
      await this.end(tx, message, 'failed', place === 'window_closed' ? '45015' : '45047', null);
      return false;
    }
    const column = leftOf[place.by];
    await tx.query(`update conversations set ${column} = ${column} - 1 where id = $1`, [conversation.id]);
    await tx.query('update conversations_messages set allowed_by = $2, allowed_from = $3 where id = $1', [
      message.id,
      place.by,
      place.from,
    ]);
    return true;
  }

  private async record(id: string, result: WechatResult<unknown>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const message = await lockOutgoing(tx, id);
      // Somebody may have called it unknown meanwhile: now it is known.
      if (!message || !['sending', 'unknown'].includes(message.status)) return;
      if (result.ok) return this.end(tx, message, 'sent', null, null);
      const { error } = result;
      if (mayHaveGone(error)) return this.end(tx, message, 'unknown', error.code, error.message);
      const now = this.clock.now();
      const runAt = nextTry(error, message.tries, now);
      if (runAt && runAt.getTime() - now.getTime() < soonMs && message.begunAt) {
        await tx.query(`update conversations_messages set status = 'sending', begun_at = null, code = $2, reason = $3 where id = $1`, [
          id,
          error.code,
          error.message,
        ]);
        return this.jobs.add(tx, 'conversations.send', { messageId: id }, { runAt, jobKey: `conversations.send:${id}` });
      }
      await this.giveBack(tx, message, error.code);
      return this.end(tx, message, 'failed', error.code, error.message);
    });
  }

  /** It surely did not go out. Where WeChat says that nothing is allowed, WeChat is believed. */
  private async giveBack(tx: Tx, { conversationId, allowedBy, allowedFrom }: Outgoing, code: string): Promise<void> {
    if (notAllowed.includes(code)) {
      await tx.query('update conversations set message_left = 0, entered_left = 0 where id = $1', [conversationId]);
      return;
    }
    const [column, since] = allowedBy === 'message' ? ['message_left', 'message_at'] : ['entered_left', 'entered_at'];
    await tx.query(`update conversations set ${column} = ${column} + 1 where id = $1 and ${since} = $2`, [conversationId, allowedFrom]);
  }

  private async end(
    tx: Tx,
    { id, conversationId }: Outgoing,
    status: 'sent' | 'failed' | 'unknown',
    code: string | null,
    reason: string | null,
  ): Promise<void> {
    await tx.query('update conversations_messages set status = $2, code = $3, reason = $4, sent_at = $5 where id = $1', [
      id,
      status,
      code,
      reason,
      status === 'sent' ? this.clock.now() : null,
    ]);
    await this.outbox.tell(tx, conversationId, id);
  }
}

function say(
  service: MiniProgram['customerService'],
  { kind, openid, text, card }: Outgoing,
  mediaId: string,
): Promise<WechatResult<void>> {
  if (kind === 'image') return service.sendImage(openid, mediaId);
  if (kind === 'card') return service.sendCard(openid, { title: card?.title ?? '', pagePath: card?.pagePath ?? '', thumbMediaId: mediaId });
  return service.sendText(openid, text ?? '');
}

const noWechat: WechatResult<never> = {
  ok: false,
  error: { api: '', kind: 'refused', code: 'not_configured', message: 'The credentials of WeChat are not set yet', retryable: false },
};
const mediaKey = ({ kind, storageKey, card }: Outgoing): string =>
  kind === 'card' ? coverKey(card?.coverUrl ?? null) : (storageKey ?? '');
/** Without WeChat's own answer to the sending itself it may have gone out. */
const mayHaveGone = ({ api, kind }: WechatError): boolean => api === sendApi && kind !== 'refused';

const outgoingSql = `
  select m.id, m.conversation_id as "conversationId", c.openid, m.kind, m.text, p.storage_key as "storageKey", m.card, m.status,
         m.allowed_by as "allowedBy", m.allowed_from as "allowedFrom", m.begun_at as "begunAt", m.tries
    from conversations_messages m join conversations c on c.id = m.conversation_id
    left join conversations_pictures p on p.id = m.picture_id
   where m.id = $1`;

async function lockOutgoing(tx: Tx, id: string): Promise<Outgoing | undefined> {
  // The conversation first, as everywhere: two that wait for each other in another order would be a deadlock.
  await tx.query('select from conversations where id = (select conversation_id from conversations_messages where id = $1) for update', [
    id,
  ]);
  const [row]: Outgoing[] = await tx.query(`${outgoingSql} for update of m`, [id]);
  return row;
}
