import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Live } from '../../platform/live/live.js';
import { conversationsProblems } from './conversations.errors.js';
import type { Conversation } from './conversations.queries.js';
import { placeFor, type WindowKind } from './reply-allowance.js';

export interface OutgoingChat {
  origin: 'operator' | 'greeting' | 'out_of_hours';
  /** Who writes; absent for what is said by itself. */
  operator?: { id: string; name: string };
  kind: 'text' | 'image' | 'card';
  text?: string | null;
  pictureId?: string | null;
  card?: object | null;
}

/** The column that counts what is left of a window. */
export const leftOf: Readonly<Record<WindowKind, string>> = { message: 'message_left', enter: 'entered_left' };

/** Messages to customers: written down in the caller's transaction with a place of WeChat's allowance; a job sends them after the commit. */
@Injectable()
export class ChatOutbox {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly live: Live,
  ) {}

  /**
   * @param conversation locked in this transaction
   * @returns the message's id. Throws `conversations.window_closed` or `conversations.allowance_used` (409)
   */
  async write(tx: Tx, conversation: Conversation, message: OutgoingChat): Promise<string> {
    const now = this.clock.now();
    const place = placeFor(conversation, now);
    if (typeof place === 'string') throw new Problem(conversationsProblems[place]);
    const id = newId();
    await tx.query(
      `insert into conversations_messages (id, conversation_id, origin, kind, operator_id, operator_name, text, picture_id, card, status, allowed_by, allowed_from, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'sending', $10, $11, $12)`,
      [
        id,
        conversation.id,
        message.origin,
        message.kind,
        message.operator?.id ?? null,
        message.operator?.name ?? null,
        message.text ?? null,
        message.pictureId ?? null,
        message.card ? JSON.stringify(message.card) : null,
        place.by,
        place.from,
        now,
      ],
    );
    const column = leftOf[place.by];
    await tx.query(`update conversations set ${column} = ${column} - 1 where id = $1`, [conversation.id]);
    await this.jobs.add(tx, 'conversations.send', { messageId: id }, { jobKey: `conversations.send:${id}` });
    await this.tell(tx, conversation.id, id);
    return id;
  }

  /** Says that something of a conversation changed, to all who look at the inbox. */
  async tell(tx: Tx, conversationId: string, messageId: string | null): Promise<void> {
    await this.live.publish(tx, 'conversations:all', { conversationId, messageId });
  }

  /** Says who writes in a conversation just now, so that two do not answer at once. */
  async tellTyping(tx: Tx, conversationId: string, operator: { id: string; name: string }, on: boolean): Promise<void> {
    await this.live.publish(tx, 'conversations:all', {
      conversationId,
      messageId: null,
      typing: { operatorId: operator.id, name: operator.name, on },
    });
  }
}
