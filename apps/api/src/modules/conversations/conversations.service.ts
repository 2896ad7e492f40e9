import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AssignConversation,
  ChatMessageView,
  ConversationView,
  ReadConversation,
  SendChatCard,
  SendChatText,
} from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/http/idempotency.js';
import { commonProblems, Problem } from '../../platform/http/problem.js';
import { Storage } from '../../platform/storage/storage.js';
import { Wechat } from '../../platform/wechat/wechat.js';
import { Colleagues } from '../operators/index.js';
import { ChatOutbox, type OutgoingChat } from './chat-outbox.js';
import { chatPicture, pictureKey } from './chat-pictures.js';
import { conversationsProblems } from './conversations.errors.js';
import { type Conversation, ConversationsQueries, lockConversation } from './conversations.queries.js';

/** WeChat's limit of a text, bytes of UTF-8. */
const mostBytes = 2048;
type Content = Pick<OutgoingChat, 'kind' | 'text' | 'pictureId' | 'card'>;

/** What operators do with conversations. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly storage: Storage,
    private readonly wechat: Wechat,
    private readonly colleagues: Colleagues,
    private readonly outbox: ChatOutbox,
    private readonly queries: ConversationsQueries,
    private readonly clock: Clock,
  ) {}

  /** Throws `conversations.not_found` (404), `window_closed`, `allowance_used` (409), `text_too_long` (422). */
  async text(caller: OperatorCaller, id: string, key: string, { text }: SendChatText): Promise<ChatMessageView> {
    if (Buffer.byteLength(text) > mostBytes) throw new Problem(conversationsProblems.text_too_long);
    return this.send(caller, id, key, { text }, async () => ({ kind: 'text', text }));
  }

  async card(caller: OperatorCaller, id: string, key: string, card: SendChatCard): Promise<ChatMessageView> {
    return this.send(caller, id, key, card, async () => ({ kind: 'card', card }));
  }

  /** Keeps a picture and sends it. Throws `common.not_a_picture` (422) too. */
  async picture(caller: OperatorCaller, id: string, key: string, bytes: Buffer): Promise<ChatMessageView> {
    const picture = await chatPicture(bytes).catch(() => {
      throw new Problem(commonProblems.not_a_picture);
    });
    const pictureId = newId();
    const storageKey = pictureKey(pictureId);
    await this.storage.save(storageKey, picture, 'image/jpeg');
    let used = false;
    try {
      return await this.send(caller, id, key, { sha256: createHash('sha256').update(bytes).digest('hex') }, async (tx) => {
        await tx.query(
          `insert into conversations_pictures (id, conversation_id, status, storage_key, created_at) values ($1, $2, 'kept', $3, $4)`,
          [pictureId, id, storageKey, this.clock.now()],
        );
        used = true;
        return { kind: 'image', pictureId };
      });
    } catch (error) {
      used = false;
      throw error;
    } finally {
      // Refused, or the same request as before: nobody points to the file.
      if (!used) await this.storage.remove(storageKey);
    }
  }

  /** Sends once more what did not go out, or of which nobody knows. Throws `message_not_found` (404), `not_failed` (409) too. */
  async again(caller: OperatorCaller, id: string, messageId: string, key: string): Promise<ChatMessageView> {
    return this.send(caller, id, key, { again: messageId }, async (tx) => {
      const [before]: (Content & { status: string })[] = await tx.query(
        `select kind, text, picture_id as "pictureId", card, status from conversations_messages where id = $1 and conversation_id = $2 and origin <> 'customer' and kind <> 'handover'`,
        [messageId, id],
      );
      if (!before) throw new Problem(conversationsProblems.message_not_found);
      if (before.status !== 'failed' && before.status !== 'unknown') throw new Problem(conversationsProblems.not_failed);
      const { status: _, ...content } = before;
      return content;
    });
  }

  /** All that was said up to this message has been seen. */
  async read(id: string, { messageId }: ReadConversation): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { unread } = await this.mustLock(tx, id);
      if (unread === 0) return;
      await tx.query(
        `update conversations set unread = least(unread, (select count(*) from conversations_messages m
           where m.conversation_id = $1 and m.origin = 'customer' and m.kind <> 'entered' and m.id > $2)) where id = $1`,
        [id, messageId],
      );
      await this.outbox.tell(tx, id, null);
    });
  }

  /** Hands the conversation over, or back to everybody. Throws `conversations.colleague_not_found` (422). */
  async assign(caller: OperatorCaller, id: string, { operatorId, note }: AssignConversation): Promise<ConversationView> {
    await this.queries.openid(id);
    const colleague = operatorId ? (await this.colleagues.with('conversations:handle')).find((one) => one.id === operatorId) : null;
    if (colleague === undefined) throw new Problem(conversationsProblems.colleague_not_found);
    await this.database.transaction(async (tx) => {
      const { assignedTo } = await this.mustLock(tx, id);
      if (assignedTo === operatorId && !note) return;
      const messageId = newId();
      await tx.query(
        `insert into conversations_messages (id, conversation_id, origin, kind, operator_id, operator_name, assigned_name, text, status, at)
         values ($1, $2, 'operator', 'handover', $3, $4, $5, $6, 'sent', $7)`,
        [messageId, id, caller.operatorId, caller.name, colleague?.name ?? null, note || null, this.clock.now()],
      );
      await tx.query('update conversations set assigned_to = $2 where id = $1', [id, operatorId]);
      await this.audit.record(tx, caller, 'conversations.assign', 'conversation', id, { operatorId: assignedTo }, { operatorId });
      await this.outbox.tell(tx, id, messageId);
    });
    return this.queries.one(id);
  }

  /** Shows the customer and the colleagues that somebody types, or no longer. Says nothing when WeChat does not take it: it is a courtesy. */
  async typing(caller: OperatorCaller, id: string, on: boolean): Promise<void> {
    const openid = await this.queries.openid(id);
    await this.database.transaction((tx) => this.outbox.tellTyping(tx, id, { id: caller.operatorId, name: caller.name }, on));
    await this.wechat.miniProgram.customerService.typing(openid, on);
  }

  /** One message of an operator, once for each key; whoever answers first has the conversation. */
  private async send(
    caller: OperatorCaller,
    id: string,
    key: string,
    body: object,
    content: (tx: Tx) => Promise<Content>,
  ): Promise<ChatMessageView> {
    const { messageId } = await this.database.transaction((tx) =>
      this.idempotency.once(tx, { scope: `conversations.send:${caller.operatorId}`, key, body: { id, ...body } }, async () => {
        const conversation = await this.mustLock(tx, id);
        const operator = { id: caller.operatorId, name: caller.name };
        const written = await this.outbox.write(tx, conversation, { ...(await content(tx)), origin: 'operator', operator });
        await tx.query('update conversations set assigned_to = coalesce(assigned_to, $2), active_at = $3 where id = $1', [
          id,
          caller.operatorId,
          this.clock.now(),
        ]);
        return { messageId: written };
      }),
    );
    return this.queries.message(messageId);
  }

  private async mustLock(tx: Tx, id: string): Promise<Conversation> {
    const conversation = await lockConversation(tx, id);
    if (!conversation) throw new Problem(conversationsProblems.not_found);
    return conversation;
  }
}
