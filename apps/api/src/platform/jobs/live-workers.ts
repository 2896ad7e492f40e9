import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { LastingConnection } from '../database/lasting-connection.js';

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
  private readonly connection: LastingConnection;
  private timer: NodeJS.Timeout | undefined;
  private holding: Promise<unknown> = Promise.resolve();

  constructor(
    databaseUrl: string,
    private readonly pool: pg.Pool,
  ) {
    this.connection = new LastingConnection(databaseUrl, async (client) => {
      for (const worker of this.workers) await hold(client, worker);
    });
    this.events.on('worker:create', ({ worker }) => {
      this.workers.add(worker.workerId);
      // One after the other: a connection runs one query at a time. One that is lost holds all of them when it is made again.
      this.holding = this.holding
        .then(() => this.connection.current && hold(this.connection.current, worker.workerId))
        .catch(() => undefined);
    });
  }

  async start(): Promise<void> {
    await this.connection.start();
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
    clearInterval(this.timer);
    await this.connection.stop();
  }
}

/** Takes the lock by which other processes see that this worker lives. */
const hold = (client: pg.Client, worker: string): Promise<unknown> =>
  client.query(`select pg_advisory_lock(hashtextextended('pailou.worker:' || $1, 0))`, [worker]);
