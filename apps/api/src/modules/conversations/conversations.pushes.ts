import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { OnPush } from '../../platform/wechat/push.js';
import { eventOf, type PushMessage, Wechat } from '../../platform/wechat/wechat.js';
import { CustomerIdentities } from '../identity/index.js';
import { autoReply } from './auto-reply.js';
import { ChatOutbox } from './chat-outbox.js';
import { type Conversation, conversationColumns, ConversationsQueries } from './conversations.queries.js';
import { placeFor, windows } from './reply-allowance.js';

/** What a customer said, as it is kept. */
interface Said {
  kind: 'text' | 'image' | 'card' | 'entered';
  text: string | null;
  card: object | null;
  /** Where WeChat keeps the picture for a while. */
  mediaId: string | null;
}

/** What customers say and do in the chat: each heard once, in the transaction that records that it came. */
@Injectable()
export class ConversationsPushes {
  constructor(
    private readonly wechat: Wechat,
    private readonly identities: CustomerIdentities,
    private readonly queries: ConversationsQueries,
    private readonly outbox: ChatOutbox,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @OnPush('text', 'image', 'miniprogrampage', 'user_enter_tempsession')
  async heard(message: PushMessage, tx: Tx): Promise<void> {
    const said = saidIn(message);
    if (!said) return;
    const now = this.clock.now();
    const at = message.at < now ? message.at : now;
    const { id } = await this.open(tx, message.openid);
    const messageId = newId();
    const pictureId = said.mediaId ? await this.picture(tx, id, said.mediaId) : null;
    await tx.query(
      `insert into conversations_messages (id, conversation_id, origin, kind, text, picture_id, card, status, at)
       values ($1, $2, 'customer', $3, $4, $5, $6, 'received', $7)`,
      [messageId, id, said.kind, said.text, pictureId, said.card ? JSON.stringify(said.card) : null, at],
    );
    const conversation = said.kind === 'entered' ? await this.entered(tx, id, at) : await this.wrote(tx, id, at, now);
    await this.answerByItself(tx, conversation, now);
    await this.outbox.tell(tx, id, messageId);
  }

  /** The conversation with this person, locked; made when there is none. */
  private async open(tx: Tx, openid: string): Promise<{ id: string }> {
    const customerId = await this.identities.customerOf(openid, this.wechat.appid);
    const [row]: { id: string }[] = await tx.query(
      `insert into conversations as c (id, appid, openid, customer_id, created_at) values ($1, $2, $3, $4, $5)
       on conflict (appid, openid) do update set customer_id = coalesce(excluded.customer_id, c.customer_id) returning id`,
      [newId(), this.wechat.appid, openid, customerId, this.clock.now()],
    );
    if (!row) throw new Error('A conversation could be neither made nor found');
    return row;
  }

  // Pushes may overtake each other: an older one opens nothing again.
  private async wrote(tx: Tx, id: string, at: Date, now: Date): Promise<Conversation> {
    const [[row]]: [Conversation[], number] = await tx.query(
      `update conversations set unread = unread + 1, active_at = $3, message_at = greatest(message_at, $2),
              message_left = case when message_at > $2 then message_left else $4 end
        where id = $1 returning ${conversationColumns}`,
      [id, at, now, windows.message.count],
    );
    return row!;
  }

  private async entered(tx: Tx, id: string, at: Date): Promise<Conversation> {
    const [[row]]: [Conversation[], number] = await tx.query(
      `update conversations set entered_at = greatest(entered_at, $2), entered_left = case when entered_at > $2 then entered_left else $3 end
        where id = $1 returning ${conversationColumns}`,
      [id, at, windows.enter.count],
    );
    return row!;
  }

  private async picture(tx: Tx, conversationId: string, mediaId: string): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into conversations_pictures (id, conversation_id, status, wechat_media_id, created_at) values ($1, $2, 'fetching', $3, $4)`,
      [id, conversationId, mediaId, this.clock.now()],
    );
    await this.jobs.add(tx, 'conversations.fetch-picture', { pictureId: id }, { jobKey: `conversations.fetch-picture:${id}` });
    return id;
  }

  /** The greeting, or outside the hours that nobody is there; nothing where no message is allowed. */
  private async answerByItself(tx: Tx, conversation: Conversation, now: Date): Promise<void> {
    if (typeof placeFor(conversation, now) === 'string') return;
    const [customer]: { locale: 'zh' | 'en' }[] = await tx.query('select locale from customers where id = $1', [conversation.customerId]);
    const { greetedAt, awayAt } = conversation;
    const reply = autoReply(await this.queries.settings(), { locale: customer?.locale ?? 'zh', greetedAt, awayAt }, now);
    if (!reply) return;
    await this.outbox.write(tx, conversation, { ...reply, kind: 'text' });
    await tx.query(`update conversations set ${reply.origin === 'greeting' ? 'greeted_at' : 'away_at'} = $2 where id = $1`, [
      conversation.id,
      now,
    ]);
  }
}

function saidIn(message: PushMessage): Said | null {
  const event = eventOf(message);
  switch (event.kind) {
    case 'text':
      return { kind: 'text', text: clean(event.text), card: null, mediaId: null };
    case 'image':
      return { kind: 'image', text: null, card: null, mediaId: clean(event.mediaId) };
    case 'card': {
      const card = { title: clean(event.title), pagePath: clean(event.path), coverUrl: null };
      return { kind: 'card', text: null, card, mediaId: clean(event.thumbMediaId) || null };
    }
    case 'entered':
      return { kind: 'entered', text: event.from && clean(event.from), card: null, mediaId: null };
    default:
      return null;
  }
}

/** PostgreSQL keeps no U+0000 and no broken surrogates; nobody writes so much. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '').slice(0, 5000);
