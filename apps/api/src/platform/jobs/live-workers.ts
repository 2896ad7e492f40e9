import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';

/** How often dead workers are looked for, and how long a job must have been theirs: half a minute is long for who waits for a refund. */
const sweepMs = 5_000;

/**
 * Frees the jobs of workers that died. A job stays locked to the worker that took it, by graphile-worker's rule for four
 * hours; but each of our workers also holds an advisory lock for as long as its process is connected, so that others can
 * tell a slow worker from a dead one.
 */
export class LiveWorkers {
  /** For graphile-worker: it says here which workers it makes. */
  readonly events = new EventEmitter() as WorkerEvents;
  private readonly workers = new Set<string>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private holding: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly databaseUrl: string,
    private readonly pool: pg.Pool,
  ) {
    this.events.on('worker:create', ({ worker }) => {
      this.workers.add(worker.workerId);
      void this.hold(worker.workerId);
    });
  }

  async start(): Promise<void> {
    await this.connect();
    this.timer = setInterval(() => void this.sweep().catch(() => undefined), sweepMs);
    this.timer.unref();
  }

  /** Frees what dead workers hold; a job must have been theirs for `olderThanMs`, so that a worker just made is not taken for dead. */
  async sweep(olderThanMs = sweepMs): Promise<string[]> {
    const { rows } = await this.pool.query<{ worker: string }>(
      `with held as materialized (
         select distinct locked_by as worker from graphile_worker._private_jobs
          where locked_by is not null and locked_at < now() - $1 * interval '1 millisecond'
       )
       select worker from held where pg_try_advisory_xact_lock(hashtextextended('pailou.worker:' || worker, 0))`,
      [olderThanMs],
    );
    const dead = rows.map((row) => row.worker).filter((worker) => !this.workers.has(worker));
    if (dead.length > 0) await this.pool.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    return dead;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => this.again());
    await client.connect();
    this.client = client;
    for (const worker of this.workers) await this.hold(worker);
  }

  private again(): void {
    this.client = undefined;
    if (!this.stopped) setTimeout(() => void (this.stopped || this.connect().catch(() => this.again())), 500).unref();
  }

  /** One after the other: a connection runs one query at a time. */
  private hold(worker: string): Promise<unknown> {
    return (this.holding = this.holding
      .then(() => this.client?.query(`select pg_advisory_lock(hashtextextended('pailou.worker:' || $1, 0))`, [worker]))
      .catch(() => undefined));
  }
}
