import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const betweenTriesMs = 500;

/**
 * A connection of its own that is made again whenever it is lost, for what lives as long as a connection does: LISTEN,
 * and locks of a session. Tries one after the other, so that a PostgreSQL that is long in coming back is not flooded.
 */
export class LastingConnection {
  private client: pg.Client | undefined;
  private stopped = false;

  /** @param prepare runs on each new connection before it counts as made */
  constructor(
    private readonly databaseUrl: string,
    private readonly prepare: (client: pg.Client) => Promise<void>,
  ) {}

  /** Makes the first connection; throws when that fails. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await this.prepare(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.once('end', () => void this.again());
    this.client = client;
    if (this.stopped) await client.end();
  }

  /** The connection, unless it is lost just now. */
  get current(): pg.Client | undefined {
    return this.client;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
  }

  private async again(): Promise<void> {
    this.client = undefined;
    while (!this.stopped) {
      await delay(betweenTriesMs, undefined, { ref: false });
      const made = await this.start().then(
        () => true,
        () => false,
      );
      if (made) return;
    }
  }
}
