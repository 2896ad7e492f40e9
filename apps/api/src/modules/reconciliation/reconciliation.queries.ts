import { Injectable } from '@nestjs/common';
import type { BillDayView, BillRowView, ListBillDays, ListBillRows, ListMoneyTasks, MoneyTaskView, PageOf } from '@pailou/contracts';
import type { z } from 'zod';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { Database, type Tx } from '../../platform/database/database.js';

export interface LockedTask {
  kind: string;
  status: 'open' | 'closed';
  reason: string | null;
}

@Injectable()
export class ReconciliationQueries {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async days({ cursor, limit, state }: z.output<typeof ListBillDays>): Promise<PageOf<BillDayView>> {
    const after = decodeCursor(cursor, ['day'])?.[0] ?? null;
    const rows = await this.database.find<BillDayView>(
      `select * from (${daysSql}) as day where ($1::date is null or id < to_char($1::date, 'YYYY-MM-DD')) and ($2::text is null or state = $2) order by id desc limit $3`,
      [after, state ?? null, limit + 1],
    );
    return page(rows, limit, (row) => [row.id]);
  }

  /** The newest first. */
  async tasks({ cursor, limit, status, kind, day }: z.output<typeof ListMoneyTasks>): Promise<PageOf<MoneyTaskView>> {
    const after = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const rows = await this.database.find<MoneyTaskView>(
      `select ${taskColumns} from reconciliation_tasks t
        where ($1::uuid is null or t.id < $1) and ($2::text is null or t.status = $2) and ($3::text is null or t.kind = $3) and ($4::date is null or t.day = $4)
        order by t.id desc limit $5`,
      [after, status ?? null, kind ?? null, day ?? null, limit + 1],
    );
    return page(rows, limit, (row) => [row.id]);
  }

  /** Rows of the bills in the order of the files, day by day. */
  async rows({ cursor, limit, day, bill }: z.output<typeof ListBillRows>): Promise<PageOf<BillRowView>> {
    const after = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const rows = await this.database.find<BillRowView>(
      `select ${rowColumns} from reconciliation_rows r
        where ($1::uuid is null or r.id > $1) and ($2::date is null or r.day = $2) and ($3::text is null or r.bill = $3) order by r.id limit $4`,
      [after, day ?? null, bill ?? null, limit + 1],
    );
    return page(rows, limit, (row) => [row.id]);
  }

  async alarms(): Promise<{ openTasks: number; urgentTasks: number; failingDays: number }> {
    const [row] = await this.database.query<{ openTasks: number; urgentTasks: number; failingDays: number }>(
      'reconciliation.alarms',
      `select count(*)::int as "openTasks", count(*) filter (where kind in ('refund_failed', 'payment_mismatch'))::int as "urgentTasks",
              (select count(*)::int from reconciliation_days where problem is not null and fetched_at is null and problem <> 'STATEMENT_CREATING') as "failingDays"
         from reconciliation_tasks where status = 'open'`,
    );
    return row!;
  }
}

/** What the bills of all days say of payments and refunds with these numbers of ours. */
@Injectable()
export class KeptBills {
  constructor(private readonly database: Database) {}

  async rowsOf(numbers: readonly string[]): Promise<BillRowView[]> {
    return this.database.query<BillRowView>(
      'reconciliation.rows_of',
      `select ${rowColumns} from reconciliation_rows r where r.number = any ($1) order by r.day, r.bill desc, r.id`,
      [numbers],
    );
  }
}

export async function lockTask(tx: Tx, id: string): Promise<LockedTask | undefined> {
  const [row]: LockedTask[] = await tx.query('select kind, status, reason from reconciliation_tasks where id = $1 for update', [id]);
  return row;
}

/** Whether the day is in the list; what is no day is in none. */
export async function lockDay(tx: Tx, day: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`select from reconciliation_days where to_char(day, 'YYYY-MM-DD') = $1 for update`, [day]);
  return rows.length > 0;
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const daysSql = `
  select to_char(d.day, 'YYYY-MM-DD') as id,
         case when d.fetched_at is null then case when d.problem is null then 'waiting' else 'failing' end
              when t.open > 0 then 'differing' else 'matched' end as state,
         d.problem, ${iso('d.next_try_at')} as "nextTryAt", ${iso('d.fetched_at')} as "fetchedAt", d.theirs, d.ours, d.matched,
         t.open::int as "openTasks", t.closed::int as "closedTasks", d.waiting, d.other_apps as "otherApps",
         d.opening_fen::float8 as "openingFen", d.closing_fen::float8 as "closingFen"
    from reconciliation_days d cross join lateral (
      select count(*) filter (where status = 'open') as open, count(*) filter (where status = 'closed') as closed
        from reconciliation_tasks where day = d.day) t`;

const taskColumns = `
  t.id, t.kind, to_char(t.day, 'YYYY-MM-DD') as day, t.subject, t.number, t.transaction_id as "transactionId",
  case when t.payable_type = 'order' then t.payable_id end as "orderId", t.about, t.ours, t.theirs, t.difference_fen::float8 as "differenceFen",
  t.status, ${iso('t.created_at')} as "createdAt", ${iso('t.closed_at')} as "closedAt", t.closed_by as "closedBy", t.reason`;

const rowColumns = `
  r.id, to_char(r.day, 'YYYY-MM-DD') as day, r.bill, r.kind, r.number, r.wechat_number as "wechatNumber", ${iso('r.at')} as at,
  r.amount_fen::float8 as "amountFen", r.fee_fen::float8 as "feeFen", r.fee_rate as "feeRate", r.state, r.business, r.balance_fen::float8 as "balanceFen",
  exists (select from reconciliation_tasks t where t.day = r.day and t.status = 'open' and t.number = r.number and t.number <> '') as differs`;
