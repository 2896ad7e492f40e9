import { Injectable, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { Handlers } from '../jobs/handlers.js';
import { Jobs } from '../jobs/jobs.js';

export interface StoredEvent {
  id: string;
  type: string;
  payload: Record<string, unknown>;
}
export type Listener = (event: StoredEvent, tx: Tx) => Promise<void>;

const ON_EVENT = 'pailou:on-event';
/**
 * Hears an event once, in a transaction that also records that it was heard; for the
 * outside world, enqueue a job in that transaction.
 * @param name unique for this listener and kept for ever: it is what is recorded
 */
export const OnEvent = (type: string, name: string) => SetMetadata(ON_EVENT, { type, name });

@Injectable()
export class ListenerRegistry implements OnModuleInit {
  private readonly all = new Map<string, { type: string; run: Listener }>();

  constructor(
    private readonly handlers: Handlers,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    for (const { meta, run } of this.handlers.marked<{ type: string; name: string }>(ON_EVENT)) {
      if (this.all.has(meta.name)) throw new Error(`Two listeners are called ${meta.name}`);
      this.all.set(meta.name, { type: meta.type, run: run as Listener });
    }
    this.jobs.handle('deliver-event', (payload) => this.deliver(payload as { eventId: string; listener: string }));
  }

  /** The names of those who want events of this type. */
  of(type: string): string[] {
    return [...this.all].filter(([, listener]) => listener.type === type).map(([name]) => name);
  }

  private async deliver({ eventId, listener }: { eventId: string; listener: string }): Promise<void> {
    const heard = this.all.get(listener);
    if (!heard) return;
    await this.database.transaction(async (tx) => {
      const fresh: unknown[] = await tx.query(
        'insert into event_deliveries (event_id, listener) values ($1, $2) on conflict do nothing returning 1',
        [eventId, listener],
      );
      if (fresh.length === 0) return;
      const [event]: StoredEvent[] = await tx.query('select id, type, payload from events where id = $1', [eventId]);
      if (event) await heard.run(event, tx);
    });
  }
}
