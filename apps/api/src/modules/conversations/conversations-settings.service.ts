import { Injectable } from '@nestjs/common';
import type { ConversationSettings, QuickReplyInput, QuickReplyView } from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { intervalFault, knownTimeZone } from '../stores/index.js';
import { conversationsProblems } from './conversations.errors.js';
import { ConversationsQueries } from './conversations.queries.js';

/** What is said by itself, when somebody is there, and what operators say often. */
@Injectable()
export class ConversationsSettings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queries: ConversationsQueries,
    private readonly clock: Clock,
  ) {}

  /** Throws `conversations.bad_hours`, which names the day, or `conversations.bad_time_zone` (422). */
  async change(caller: OperatorCaller, settings: ConversationSettings): Promise<void> {
    const { greeting, outOfHours, hours, timeZone } = settings;
    if (!knownTimeZone(timeZone)) throw new Problem(conversationsProblems.bad_time_zone);
    const errors = (hours ?? []).flatMap((intervals, index) => {
      const code = intervalFault(intervals);
      return code
        ? [{ path: `hours.${index}`, code, message: code === 'overlap' ? 'Two intervals overlap' : 'An interval ends before it begins' }]
        : [];
    });
    if (errors.length > 0) throw new Problem(conversationsProblems.bad_hours, { errors });
    const before = await this.queries.settings();
    await this.database.transaction(async (tx) => {
      await tx.query('update conversations_settings set greeting = $1, out_of_hours = $2, hours = $3, time_zone = $4', [
        JSON.stringify(greeting),
        JSON.stringify(outOfHours),
        hours && JSON.stringify(hours),
        timeZone,
      ]);
      await this.audit.record(tx, caller, 'conversations.settings', 'conversations', 'settings', before, settings);
    });
  }

  async addQuickReply({ title, text }: QuickReplyInput): Promise<QuickReplyView> {
    const id = newId();
    await this.database.transaction((tx) =>
      tx.query('insert into conversations_quick_replies (id, title, text, created_at) values ($1, $2, $3, $4)', [
        id,
        title,
        JSON.stringify(text),
        this.clock.now(),
      ]),
    );
    return { id, title, text };
  }

  /** Throws `conversations.quick_reply_not_found` (404). */
  async changeQuickReply(id: string, { title, text }: QuickReplyInput): Promise<QuickReplyView> {
    await this.database.transaction(async (tx) => {
      const [, changed]: [unknown, number] = await tx.query('update conversations_quick_replies set title = $2, text = $3 where id = $1', [
        id,
        title,
        JSON.stringify(text),
      ]);
      if (changed === 0) throw new Problem(conversationsProblems.quick_reply_not_found);
    });
    return { id, title, text };
  }

  /** Throws `conversations.quick_reply_not_found` (404). */
  async removeQuickReply(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [, removed]: [unknown, number] = await tx.query('delete from conversations_quick_replies where id = $1', [id]);
      if (removed === 0) throw new Problem(conversationsProblems.quick_reply_not_found);
    });
  }
}
