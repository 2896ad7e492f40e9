import { Injectable } from '@nestjs/common';
import type {
  ChatMessageView,
  ConversationSettings,
  ConversationView,
  ListChatMessages,
  ListConversations,
  PageOf,
  QuickReplyView,
  UnreadView,
} from '@pailou/contracts';
import type { z } from 'zod';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { Clock } from '../../kernel/time.js';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { conversationsProblems } from './conversations.errors.js';
import { allowanceOf, type ReplyWindows } from './reply-allowance.js';

/** A conversation as commands need it. */
export interface Conversation extends ReplyWindows {
  id: string;
  openid: string;
  customerId: string | null;
  assignedTo: string | null;
  unread: number;
  greetedAt: Date | null;
  awayAt: Date | null;
}

type ConversationRow = Omit<ConversationView, 'allowance'> & ReplyWindows & { sortsAt: string };

@Injectable()
export class ConversationsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those with a message, the one that was active last first. */
  async list(caller: OperatorCaller, input: z.output<typeof ListConversations>): Promise<PageOf<ConversationView>> {
    const after = decodeCursor(input.cursor, ['instant', 'id']);
    const rows = await this.database.find<ConversationRow>(
      `${conversationSql}
       where c.active_at is not null and ($1 = 'all' or ($1 = 'mine' and c.assigned_to = $2) or ($1 = 'unassigned' and c.assigned_to is null))
         and (not $3 or c.unread > 0) and ($4::timestamptz is null or (c.active_at, c.id) < ($4, $5::uuid))
       order by c.active_at desc, c.id desc limit $6`,
      [input.view, caller.operatorId, input.unread === 'true', after?.[0] ?? null, after?.[1] ?? null, input.limit + 1],
    );
    const { items, nextCursor } = page(rows, input.limit, (row) => [row.sortsAt, row.id]);
    return { items: items.map((row) => this.view(row)), nextCursor };
  }

  /** Throws `conversations.not_found` (404). */
  async one(id: string): Promise<ConversationView> {
    const [row] = await this.database.query<ConversationRow>('conversations.one', `${conversationSql} where c.id = $1`, [id]);
    if (!row) throw new Problem(conversationsProblems.not_found);
    return this.view(row);
  }

  /** What waits for this operator: theirs and nobody's. */
  async unread(caller: OperatorCaller): Promise<UnreadView> {
    const [row] = await this.database.query<UnreadView>(
      'conversations.unread',
      `select coalesce(sum(unread), 0)::int as messages, count(*)::int as conversations
         from conversations where unread > 0 and (assigned_to is null or assigned_to = $1)`,
      [caller.operatorId],
    );
    return row ?? { messages: 0, conversations: 0 };
  }

  /** What was said, the newest first. Throws `conversations.not_found` (404). */
  async messages(conversationId: string, { cursor, limit }: z.output<typeof ListChatMessages>): Promise<PageOf<ChatMessageView>> {
    const after = decodeCursor(cursor, ['id'])?.[0] ?? null;
    await this.openid(conversationId);
    const rows = await this.database.query<ChatMessageView>(
      'conversations.messages',
      `${messageSql} where m.conversation_id = $1 and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
      [conversationId, after, limit + 1],
    );
    return page(rows, limit, (row) => [row.id]);
  }

  /** Throws `conversations.message_not_found` (404). */
  async message(id: string): Promise<ChatMessageView> {
    const [row] = await this.database.query<ChatMessageView>('conversations.message', `${messageSql} where m.id = $1`, [id]);
    if (!row) throw new Problem(conversationsProblems.message_not_found);
    return row;
  }

  /** Who the customer is for WeChat. Throws `conversations.not_found` (404). */
  async openid(conversationId: string): Promise<string> {
    const [row] = await this.database.query<{ openid: string }>('conversations.openid', 'select openid from conversations where id = $1', [
      conversationId,
    ]);
    if (!row) throw new Problem(conversationsProblems.not_found);
    return row.openid;
  }

  /** Where a picture of this conversation is kept. Throws `conversations.picture_not_found` (404). */
  async pictureKey(conversationId: string, pictureId: string): Promise<string> {
    const [row] = await this.database.query<{ key: string | null }>(
      'conversations.picture',
      'select storage_key as key from conversations_pictures where id = $1 and conversation_id = $2',
      [pictureId, conversationId],
    );
    if (!row?.key) throw new Problem(conversationsProblems.picture_not_found);
    return row.key;
  }

  async settings(): Promise<ConversationSettings> {
    const [row] = await this.database.query<ConversationSettings>(
      'conversations.settings',
      'select greeting, out_of_hours as "outOfHours", hours, time_zone as "timeZone" from conversations_settings',
    );
    if (!row) throw new Error('The row of conversations_settings is gone');
    return row;
  }

  async quickReplies(): Promise<QuickReplyView[]> {
    return this.database.query(
      'conversations.quick_replies',
      'select id, title, text from conversations_quick_replies order by created_at, id',
    );
  }

  /** All that was said with a customer, the oldest first, for their export. */
  async ofCustomer(customerId: string, openid: string | null): Promise<ExportedMessage[]> {
    return this.database.query<ExportedMessage>(
      'conversations.of_customer',
      `select case m.origin when 'customer' then 'you' else 'shop' end as "from", m.kind, m.text, m.card, m.at, m.status, p.storage_key as "pictureKey"
         from conversations_messages m join conversations c on c.id = m.conversation_id
         left join conversations_pictures p on p.id = m.picture_id
        where (c.customer_id = $1 or c.openid = $2) and m.kind <> 'handover' order by m.id`,
      [customerId, openid],
    );
  }

  private view({ messageAt, messageLeft, enteredAt, enteredLeft, sortsAt: _, ...row }: ConversationRow): ConversationView {
    return { ...row, allowance: allowanceOf({ messageAt, messageLeft, enteredAt, enteredLeft }, this.clock.now()) };
  }
}

export interface ExportedMessage {
  from: 'you' | 'shop';
  kind: string;
  text: string | null;
  card: object | null;
  at: Date;
  status: string;
  pictureKey: string | null;
}

/** A conversation, locked. */
export async function lockConversation(tx: Tx, id: string): Promise<Conversation | undefined> {
  const [row]: Conversation[] = await tx.query(`select ${conversationColumns} from conversations where id = $1 for update`, [id]);
  return row;
}

export const conversationColumns = `
  id, openid, customer_id as "customerId", assigned_to as "assignedTo", unread, greeted_at as "greetedAt", away_at as "awayAt",
  message_at as "messageAt", message_left as "messageLeft", entered_at as "enteredAt", entered_left as "enteredLeft"`;

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const conversationSql = `
  select c.id, c.unread, c.message_at as "messageAt", c.message_left as "messageLeft", c.entered_at as "enteredAt", c.entered_left as "enteredLeft",
         ${iso('coalesce(c.active_at, c.created_at)')} as "activeAt", c.active_at::text as "sortsAt",
         case when cu.id is null then null
              else json_build_object('id', cu.id, 'nickname', cu.nickname, 'avatarUrl', cu.avatar_url, 'locale', cu.locale) end as customer,
         case when o.id is null then null else json_build_object('id', o.id, 'name', o.name) end as assignee,
         (select json_build_object('from', m.origin, 'kind', m.kind, 'text', left(coalesce(m.text, m.card ->> 'title'), 120), 'status', m.status)
            from conversations_messages m where m.conversation_id = c.id and m.kind not in ('entered', 'handover') and m.origin in ('customer', 'operator')
           order by m.id desc limit 1) as last
    from conversations c
    left join customers cu on cu.id = c.customer_id and cu.deleted_at is null
    left join operators o on o.id = c.assigned_to`;

const messageSql = `
  select m.id, m.origin as "from", m.kind, m.operator_name as "operatorName", m.text, m.card, m.assigned_name as "assignedName",
         m.status, m.code, m.reason, ${iso('m.at')} as at, ${iso('m.sent_at')} as "sentAt",
         case when p.id is null then null else json_build_object('id', p.id, 'status', p.status, 'url',
           case when p.status = 'kept' then '/api/v1/admin/conversations/' || p.conversation_id || '/pictures/' || p.id end) end as picture
    from conversations_messages m left join conversations_pictures p on p.id = m.picture_id`;
