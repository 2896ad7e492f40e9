import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { operatorsProblems } from './operators.errors.js';

/** Who is trying: each has so many tries in a window. */
export type Subject = `email:${string}` | `password:${string}` | `ip:${string}`;

const windowSeconds = 15 * 60;
/** An address may be shared by a whole office, so it may fail more often than a person. */
const limitOf = (subject: Subject): number => (subject.startsWith('ip:') ? 100 : 5);

/**
 * Counts tries at a password in PostgreSQL, so that no process and no restart forgets them. A try counts as failed
 * before the password is looked at, in one statement: many tries at the same moment cannot slip past the limit.
 */
@Injectable()
export class OperatorsAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one try of each subject. With the last one the window begins anew: five failures lock for 15 minutes.
   * Throws `operators.locked` (429, with `retryAfterSeconds`).
   */
  async take(...subjects: Subject[]): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + windowSeconds * 1000);
    const waits = await this.database.transaction(async (tx) => {
      const found: number[] = [];
      for (const subject of subjects) {
        const limit = limitOf(subject);
        const [row] = await tx.query<{ failures: number; window_ends_at: Date }[]>(takeSql, [subject, now, until, limit]);
        if (row && row.failures > limit) found.push(Math.ceil((row.window_ends_at.getTime() - now.getTime()) / 1000));
      }
      return found;
    });
    if (waits.length > 0) throw new Problem(operatorsProblems.locked, { meta: { retryAfterSeconds: Math.max(...waits) } });
  }

  /** Gives one try back: it was no failure. */
  async giveBack(...subjects: Subject[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('update operators_attempts set failures = failures - 1 where subject = any($1) and failures > 0', [subjects]);
    });
  }

  /** Forgets all failures of a subject, who has proved who they are, and whatever is long over. */
  async forget(subject: Subject): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('delete from operators_attempts where subject = $1 or window_ends_at < $2', [subject, this.clock.now()]);
    });
  }
}

const takeSql = `
  insert into operators_attempts as a (subject, failures, window_ends_at) values ($1, 1, $3)
  on conflict (subject) do update set
    failures = case when a.window_ends_at <= $2 then 1 else a.failures + 1 end,
    window_ends_at = case when a.window_ends_at <= $2 or a.failures + 1 = $4 then $3 else a.window_ends_at end
  returning failures, window_ends_at`;
