import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Wechat } from '../../platform/wechat/wechat.js';
import { PaymentBook } from '../payments/index.js';
import { type Bills, billsOf, keepRows } from './bill-rows.js';
import { addDays, chinaDay, keptDays, lastBilledDay } from './china-day.js';
import { ReconciliationMatching } from './reconciliation-matching.service.js';

/** Minutes until the next try after a failure; the last holds for all later ones. */
const waits = [1, 5, 10, 30, 60, 180];
/** WeChat is still writing the bill: it asks for ten minutes at least. */
const beingMade = 10;
/** Nobody else asks for the day meanwhile; whoever died with it in hand is followed after so long. */
const inHandMs = 120_000;
/** The fund flow bill takes three calls a second. */
const paceMs = 400;
/** Days that are not settled are compared again after so long: their differences may be gone. */
const againMs = 3_600_000;

/** Gets the bills: which days are wanted, asking WeChat with no transaction open, keeping the answer and what follows in one. */
@Injectable()
export class ReconciliationIntake {
  private readonly log = new Logger('reconciliation');

  constructor(
    private readonly database: Database,
    private readonly matching: ReconciliationMatching,
    private readonly book: PaymentBook,
    private readonly wechat: Wechat,
    private readonly clock: Clock,
  ) {}

  /** Notes each day since the first payment whose bill should be there: also those that passed while no process ran. */
  async plan(): Promise<void> {
    const first = this.wechat.payConfigured ? await this.book.firstAttemptAt() : null;
    if (!first) return;
    const now = this.clock.now();
    const oldest = addDays(chinaDay(now), -keptDays);
    const from = chinaDay(first) > oldest ? chinaDay(first) : oldest;
    await this.database.transaction((tx) =>
      tx.query(
        `insert into reconciliation_days (day, next_try_at) select day, $3 from generate_series($1::date, $2::date, interval '1 day') as day on conflict do nothing`,
        [from, lastBilledDay(now), now],
      ),
    );
  }

  /** Works off the days that are due, the oldest first, so that each finds the balance of the day before. */
  async fetchDue(): Promise<void> {
    for (let first = true; ; first = false) {
      const due = await this.claim();
      if (!due) return;
      if (!first) await setTimeout(paceMs);
      await this.fetch(due.day, due.tries);
    }
  }

  /** The intent, committed before WeChat is asked. */
  private claim(): Promise<{ day: string; tries: number } | undefined> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [[row]]: [{ day: string; tries: number }[], number] = await tx.query(
        `update reconciliation_days set asked_at = $1, next_try_at = $2, tries = tries + 1
          where day = (select day from reconciliation_days where next_try_at <= $1 order by day limit 1 for update skip locked)
          returning to_char(day, 'YYYY-MM-DD') as day, tries`,
        [now, new Date(now.getTime() + inHandMs)],
      );
      return row;
    });
  }

  private async fetch(day: string, tries: number): Promise<void> {
    const trade = await this.wechat.pay.bills.trade(day);
    const funds = trade.ok ? await this.wechat.pay.bills.fundFlow(day) : trade;
    if (trade.ok && funds.ok) return this.keep(day, billsOf(trade.value, funds.value));
    const { code, message } = trade.ok ? (funds as { error: { code: string; message: string } }).error : trade.error;
    this.log.warn(`WeChat did not give the bill of ${day}: ${code} ${message}`);
    const minutes = code === 'STATEMENT_CREATING' ? beingMade : (waits[tries - 1] ?? waits.at(-1)!);
    await this.database.transaction((tx) =>
      tx.query('update reconciliation_days set problem = $2, next_try_at = $3 where day = $1', [
        day,
        code,
        new Date(this.clock.now().getTime() + minutes * 60_000),
      ]),
    );
  }

  private async keep(day: string, bills: Bills): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('select from reconciliation_days where day = $1 for update', [day]);
      await keepRows(tx, day, bills);
      await tx.query(
        `update reconciliation_days set fetched_at = $2, matched_at = $2, problem = null, tries = 0, next_try_at = null, summary = $3 where day = $1`,
        [day, this.clock.now(), bills.summary && JSON.stringify(bills.summary)],
      );
      await this.matching.match(tx, day);
    });
    // What stood near midnight, or waited for this bill.
    const before = addDays(day, -1);
    const [row] = await this.database.query<{ waits: boolean }>(
      'reconciliation.waits',
      'select waiting > 0 as waits from reconciliation_days where day = $1 and fetched_at is not null',
      [before],
    );
    if (row?.waits) await this.matchAgain(before);
  }

  private async matchAgain(day: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('select from reconciliation_days where day = $1 for update', [day]);
      await this.matching.match(tx, day);
    });
  }

  /** Compares again, from what was kept, the days of which something is open: differences that are gone close themselves. */
  async lookAgain(): Promise<void> {
    const days = await this.database.query<{ day: string }>(
      'reconciliation.unsettled',
      `select to_char(d.day, 'YYYY-MM-DD') as day from reconciliation_days d
        where d.fetched_at is not null and d.matched_at < $1
          and (d.waiting > 0 or exists (select from reconciliation_tasks t where t.day = d.day and t.status = 'open')) order by d.day limit 100`,
      [new Date(this.clock.now().getTime() - againMs)],
    );
    for (const { day } of days) await this.matchAgain(day);
  }
}
