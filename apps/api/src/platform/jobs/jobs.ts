import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, SetMetadata } from '@nestjs/common';
import { Logger as WorkerLogger, parseCronItems, type Runner, run, runMigrations } from 'graphile-worker';
import { Config } from '../config/config.js';
import { Database, type Tx } from '../database/database.js';
import { Handlers } from './handlers.js';
import { LiveWorkers } from './live-workers.js';

const JOB = 'pailou:job';
const CRON = 'pailou:cron';
type Handler = (payload: unknown) => Promise<void>;

/** Works off the jobs of this name. Runs at least once: write it so that twice does no harm. */
export const Job = (task: string) => SetMetadata(JOB, { task });
/** Runs by the clock (UTC crontab) in one process of all. */
export const Cron = (pattern: string, task: string) => SetMetadata(CRON, { pattern, task });

export interface JobOptions {
  runAt?: Date;
  /** A later job with the same key replaces one that has not run yet. */
  jobKey?: string;
  maxAttempts?: number;
}

/** Timed and outside work, kept in PostgreSQL by graphile-worker. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly tasks = new Map<string, Handler>();
  private runner: Runner | undefined;
  private liveWorkers: LiveWorkers | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly handlers: Handlers,
  ) {}

  /** Enqueues within the transaction: the job exists exactly when its cause was committed. */
  async add(tx: Tx, task: string, payload: object, options: JobOptions = {}): Promise<void> {
    await tx.query('select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, max_attempts => $4, job_key => $5)', [
      task,
      JSON.stringify(payload),
      options.runAt ?? null,
      options.maxAttempts ?? 25,
      options.jobKey ?? null,
    ]);
  }

  handle(task: string, handler: Handler): void {
    if (this.tasks.has(task)) throw new Error(`Two handlers for the job ${task}`);
    this.tasks.set(task, handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const { meta, run: handler } of this.handlers.marked<{ task: string }>(JOB)) this.handle(meta.task, handler as Handler);
    const crons = this.handlers.marked<{ pattern: string; task: string }>(CRON);
    for (const { meta, run: handler } of crons) this.handle(meta.task, handler as Handler);
    if (!this.config.worker) return;
    this.liveWorkers = new LiveWorkers(this.config.databaseUrl, this.database.pool);
    await this.liveWorkers.start();
    this.runner = await run({
      events: this.liveWorkers.events,
      pgPool: this.database.pool,
      concurrency: 5,
      noHandleSignals: true,
      // Its own words stay out of the log: what fails is told below, once.
      logger: new WorkerLogger(() => () => undefined),
      taskList: Object.fromEntries(
        [...this.tasks].map(([task, handler]) => [
          task,
          async (payload: unknown) => {
            try {
              await handler(payload);
            } catch (error) {
              this.log.warn(`${task}: ${error instanceof Error ? error.message : String(error)}`);
              throw error;
            }
          },
        ]),
      ),
      parsedCronItems: parseCronItems(crons.map(({ meta }) => ({ task: meta.task, match: meta.pattern, identifier: meta.task }))),
    });
  }

  /** Lets running jobs end before the process goes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    await this.liveWorkers?.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    this.runner = undefined;
  }
}

/** The queue's own tables. */
export const migrateJobs = (connectionString: string) => runMigrations({ connectionString });
