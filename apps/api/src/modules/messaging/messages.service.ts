import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { MessageKinds } from './message-kinds.js';

export interface OutgoingMessage {
  kind: string;
  /** What it is about, such as an order's id: one message of a kind for one subject, ever. */
  subject: string;
  customerId: string;
  /** By the names that the kind defines. */
  values: Readonly<Record<string, string>>;
  /** The page that a tap opens, with its query. */
  page: string;
  /** Waits this long (milliseconds) before it goes out, so that it can be withdrawn. */
  holdMs?: number;
}

/** Subscribe messages for other capabilities. */
@Injectable()
export class Messages {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Writes the message down; a job sends it after the commit, if the customer allowed it. A second one for the same subject does nothing. */
  async send(tx: Tx, { kind, subject, customerId, values, page, holdMs = 0 }: OutgoingMessage): Promise<void> {
    if (!this.kinds.get(kind)) throw new Error(`No kind of message is called ${kind}`);
    const id = newId();
    const fresh: unknown[] = await tx.query(
      `insert into messaging_messages (id, kind, subject, customer_id, values, page, status, created_at) values ($1, $2, $3, $4, $5, $6, 'waiting', $7)
       on conflict (kind, subject) do nothing returning 1`,
      [id, kind, subject, customerId, JSON.stringify(values), page, this.clock.now()],
    );
    if (fresh.length === 0) return;
    const runAt = holdMs > 0 ? { runAt: new Date(this.clock.now().getTime() + holdMs) } : {};
    await this.jobs.add(tx, 'messaging.send', { messageId: id }, { jobKey: `messaging.send:${id}`, ...runAt });
  }

  /** Takes back a message that did not go out yet: what it says is not so any more. It can be sent again later. */
  async withdraw(tx: Tx, kind: string, subject: string): Promise<void> {
    await tx.query(`delete from messaging_messages where kind = $1 and subject = $2 and status = 'waiting'`, [kind, subject]);
  }
}
