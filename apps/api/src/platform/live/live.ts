import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { Tx } from '../database/database.js';
import { LastingConnection } from '../database/lasting-connection.js';

export interface LiveMessage {
  topic: string;
  data: unknown;
}
type Hearer = (message: LiveMessage) => void;

const channel = 'pailou_live';
/** PostgreSQL carries at most 8,000 bytes in a notification. */
const mostBytes = 7900;

/** Changes as they happen, spread to every process by LISTEN/NOTIFY. */
@Injectable()
export class Live implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('live');
  private readonly hearers = new Map<string, Set<Hearer>>();
  private readonly connection: LastingConnection;

  constructor(config: Config) {
    this.connection = new LastingConnection(config.databaseUrl, async (client) => {
      client.on('notification', ({ payload }) => this.spread(payload ?? ''));
      await client.query(`listen ${channel}`);
      // After PostgreSQL went away every client may have missed something, so all are told to load again; at first there are none.
      for (const [topic, set] of this.hearers) for (const hearer of set) hearer({ topic, data: null });
    });
  }

  /** Says, when the transaction commits, what changed: small facts, from which a client knows what to load again. */
  async publish(tx: Tx, topic: string, data: unknown): Promise<void> {
    const text = JSON.stringify({ topic, data } satisfies LiveMessage);
    if (Buffer.byteLength(text) > mostBytes) throw new RangeError(`A live message of ${topic} is over ${mostBytes} bytes`);
    await tx.query('select pg_notify($1, $2)', [channel, text]);
  }

  /** Calls back for each message of the topic until the returned function is called. */
  hear(topic: string, hearer: Hearer): () => void {
    const set = this.hearers.get(topic) ?? new Set();
    this.hearers.set(topic, set.add(hearer));
    return () => {
      set.delete(hearer);
      if (set.size === 0) this.hearers.delete(topic);
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connection.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.stop();
  }

  private spread(text: string): void {
    try {
      const message = JSON.parse(text) as LiveMessage;
      this.hearers.get(message.topic)?.forEach((hearer) => hearer(message));
    } catch (error) {
      this.log.error(`A live message could not be read: ${String(error)}`);
    }
  }
}
