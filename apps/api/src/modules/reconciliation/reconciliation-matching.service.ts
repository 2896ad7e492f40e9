import { Injectable, Logger } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Wechat } from '../../platform/wechat/wechat.js';
import { type BookedPayment, type BookedRefund, PaymentBook } from '../payments/index.js';
import { ShippingBook } from '../shipping/index.js';
import { keptRows } from './bill-rows.js';
import { addDays, startOf } from './china-day.js';
import type { Difference, FundRow, TradeRow } from './difference.js';
import { accountOf, matchFunds } from './fund-match.js';
import { matchTrades } from './trade-match.js';

/** Money that WeChat holds is waited for so long; then somebody looks. */
const heldDays = 30;
/** The reason of a task that closed itself. */
const gone = '差异已消失';

interface Context {
  day: string;
  trades: TradeRow[];
  funds: FundRow[];
  payments: BookedPayment[];
  refunds: BookedRefund[];
  fetched: Set<string>;
}

/** Compares a kept day with our books and makes tasks of what differs: the same ones, however often it runs. */
@Injectable()
export class ReconciliationMatching {
  private readonly log = new Logger('reconciliation');

  constructor(
    private readonly book: PaymentBook,
    private readonly shipping: ShippingBook,
    private readonly wechat: Wechat,
    private readonly clock: Clock,
  ) {}

  /** Call with the day locked (`for update`) and fetched. */
  async match(tx: Tx, day: string): Promise<void> {
    const context = await this.contextOf(tx, day);
    const trades = matchTrades({
      ...context,
      rows: context.trades,
      appid: this.wechat.appid,
      summary: await summaryOf(tx, day),
      elsewhere: await tradesElsewhere(tx, context),
      rateBefore: await rateBefore(tx, day),
    });
    const funds = matchFunds({
      ...context,
      appid: this.wechat.appid,
      tradesElsewhere: await amountsElsewhere(tx, context),
      fundsElsewhere: await fundsElsewhere(tx, context),
      held: await this.held(tx, context),
      closingBefore: await closingBefore(tx, day),
      payments: new Map(context.payments.map((one) => [one.outTradeNo, one])),
      refunds: new Map(context.refunds.map((one) => [one.outRefundNo, one])),
    });
    const account = accountOf(context.funds);
    await tx.query(
      `update reconciliation_days set matched_at = $2, theirs = $3, ours = $4, matched = $5, waiting = $6, other_apps = $7, opening_fen = $8, closing_fen = $9 where day = $1`,
      [
        day,
        this.clock.now(),
        JSON.stringify(trades.theirs),
        JSON.stringify(trades.ours),
        trades.matched,
        trades.waiting + funds.waiting,
        trades.otherApps,
        account?.openingFen ?? null,
        account?.closingFen ?? null,
      ],
    );
    await this.writeTasks(tx, day, [...trades.differences, ...funds.differences]);
  }

  private async contextOf(tx: Tx, day: string): Promise<Context> {
    const { trades, funds } = await keptRows(tx, day);
    const [from, to] = [startOf(day), startOf(addDays(day, 1))];
    const numbers = (kind: TradeRow['kind']) => trades.filter((row) => row.kind === kind).map((row) => row.number);
    const fetched: { day: string }[] = await tx.query(
      `select to_char(day, 'YYYY-MM-DD') as day from reconciliation_days where fetched_at is not null and day > $1::date - 100 and day < $1::date + 3`,
      [day],
    );
    return {
      day,
      trades,
      funds,
      payments: await this.book.payments(tx, numbers('payment'), from, to),
      refunds: await this.book.refunds(tx, numbers('refund'), from, to),
      fetched: new Set(fetched.map((one) => one.day)),
    };
  }

  /** Our numbers of the day's payments that WeChat may still hold: no report that it settled or does not need. */
  private async held(tx: Tx, { day, trades, payments, refunds }: Context): Promise<Set<string>> {
    if (startOf(addDays(day, heldDays)) < this.clock.now()) return new Set();
    const known = new Map([...payments, ...refunds].map((one) => [one.outTradeNo, one.attemptId]));
    const free = new Set(await this.shipping.freed(tx, [...known.values()]));
    return new Set(trades.map((row) => row.outTradeNo).filter((number) => !free.has(known.get(number) ?? number)));
  }

  private async writeTasks(tx: Tx, day: string, differences: readonly Difference[]): Promise<void> {
    const now = this.clock.now();
    const found = differences.map((one) => ({ ...one, id: newId() }));
    // One that an operator closed stays closed, unless either side changed since; one that went away and is back is open again.
    const fresh: { open: boolean }[] = await tx.query(
      `insert into reconciliation_tasks as t (id, day, kind, key, subject, number, transaction_id, payable_type, payable_id, about, ours, theirs, difference_fen, status, created_at)
       select d.id, $1, d.kind, d.key, d.subject, d.number, d."transactionId", d."payableType", d."payableId", d.about, d.ours, d.theirs, d."differenceFen", 'open', $3
         from jsonb_to_recordset($2::jsonb) as d (id uuid, kind text, key text, subject text, number text, "transactionId" text, "payableType" text,
              "payableId" uuid, about text, ours jsonb, theirs jsonb, "differenceFen" bigint)
       on conflict on constraint reconciliation_tasks_once do update
         set ours = excluded.ours, theirs = excluded.theirs, difference_fen = excluded.difference_fen, number = excluded.number,
             transaction_id = excluded.transaction_id, payable_type = excluded.payable_type, payable_id = excluded.payable_id, about = excluded.about,
             status = 'open', closed_at = null, closed_by = null, reason = null
       where (t.status = 'closed' and t.closed_by is null) or t.ours is distinct from excluded.ours or t.theirs is distinct from excluded.theirs
       returning t.status = 'open' as open`,
      [day, JSON.stringify(found), now],
    );
    await tx.query(
      `update reconciliation_tasks t set status = 'closed', closed_at = $3, reason = $4
        where t.day = $1 and t.status = 'open' and not exists (
          select from jsonb_to_recordset($2::jsonb) as d (kind text, key text) where d.kind = t.kind and d.key = t.key)`,
      [day, JSON.stringify(found.map(({ kind, key }) => ({ kind, key }))), now, gone],
    );
    if (fresh.length > 0) this.log.warn(`The bill of ${day} and our books differ: ${fresh.length} new or changed`);
  }
}

async function summaryOf(tx: Tx, day: string): Promise<{ count: number; refundsFen: number; feeFen: number } | null> {
  const [row]: { summary: { count: number; refundsFen: number; feeFen: number } | null }[] = await tx.query(
    'select summary from reconciliation_days where day = $1',
    [day],
  );
  return row?.summary ?? null;
}

/** Which numbers of this day's rows and of our own stand on the trade bill of another day. */
async function tradesElsewhere(tx: Tx, { day, trades, payments, refunds }: Context): Promise<Set<string>> {
  const numbers = [...trades.map((row) => row.number), ...payments.map((one) => one.outTradeNo), ...refunds.map((one) => one.outRefundNo)];
  const rows: { key: string }[] = await tx.query(
    `select distinct kind || ':' || number as key from reconciliation_rows where bill = 'trade' and number = any ($2) and day <> $1`,
    [day, numbers],
  );
  return new Set(rows.map(({ key }) => key));
}

/** What the trade bills of other days say of movements on this day. */
async function amountsElsewhere(tx: Tx, { day, funds }: Context): Promise<Map<string, number>> {
  const rows: { number: string; fen: number }[] = await tx.query(
    `select wechat_number as number, amount_fen::float8 as fen from reconciliation_rows where bill = 'trade' and wechat_number = any ($2) and day <> $1`,
    [day, funds.map((row) => row.wechatNumber)],
  );
  return new Map(rows.map(({ number, fen }) => [number, fen]));
}

/** Which of this day's trades moved the account on another day. */
async function fundsElsewhere(tx: Tx, { day, trades }: Context): Promise<Set<string>> {
  const rows: { number: string }[] = await tx.query(
    `select distinct wechat_number as number from reconciliation_rows where bill = 'fund' and kind in ('payment', 'refund') and wechat_number = any ($2) and day <> $1`,
    [day, trades.map((row) => row.wechatNumber)],
  );
  return new Set(rows.map(({ number }) => number));
}

/** The rate of most payments on the last day before this one that had any. */
async function rateBefore(tx: Tx, day: string): Promise<string | null> {
  const [row]: { rate: string }[] = await tx.query(
    `select fee_rate as rate from reconciliation_rows
      where bill = 'trade' and kind = 'payment' and fee_rate <> '' and day = (
        select max(day) from reconciliation_rows where bill = 'trade' and kind = 'payment' and fee_rate <> '' and day < $1)
      group by fee_rate order by count(*) desc, fee_rate limit 1`,
    [day],
  );
  return row?.rate ?? null;
}

/** The account after the last movement before this day, if no bill between is missing. */
async function closingBefore(tx: Tx, day: string): Promise<number | null> {
  const [row]: { fen: number }[] = await tx.query(
    `select d.closing_fen::float8 as fen from reconciliation_days d
      where d.day < $1 and d.closing_fen is not null
        and not exists (select from reconciliation_days g where g.day > d.day and g.day < $1 and (g.fetched_at is null or g.closing_fen is not null))
        and (select count(*) from reconciliation_days g where g.day > d.day and g.day < $1) = $1::date - d.day - 1
      order by d.day desc limit 1`,
    [day],
  );
  return row?.fen ?? null;
}
