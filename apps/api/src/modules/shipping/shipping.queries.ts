import { Injectable } from '@nestjs/common';
import type { ListShippingReports, MoneyWaitingView, PageOf, ShippingReportView } from '@pailou/contracts';
import type { z } from 'zod';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { type OperatorCaller, storesOf } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';

export interface Report {
  attemptId: string;
  storeId: string;
  orderNumber: string;
  outTradeNo: string;
  openid: string;
  logistics: 'express' | 'local' | 'virtual' | 'pickup';
  description: string;
  status: string;
  tries: number;
  /** Paid and not given back, fen. */
  leftFen: number;
}

const view = `r.attempt_id as id, r.order_id as "orderId", r.order_number as "orderNumber", a.amount_fen::float8 as "amountFen", r.logistics, r.status, r.code, r.message, r.tries,
  r.created_at as "createdAt", r.reported_at as "reportedAt", r.settled_at as "settledAt", r.handled_by as "handledBy", r.handled_reason as "handledReason"`;

@Injectable()
export class ShippingQueries {
  constructor(private readonly database: Database) {}

  /** Those of the operator's stores, the newest first. */
  async list(caller: OperatorCaller, { cursor, limit, status }: z.output<typeof ListShippingReports>): Promise<PageOf<ShippingReportView>> {
    const after = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const rows = await this.database.find<ShippingReportView>(
      `select ${view} from shipping_reports r join payments_attempts a on a.id = r.attempt_id join orders o on o.id = r.order_id
        where ($4::uuid[] is null or o.store_id = any ($4)) and ($1::text is null or r.status = $1) and ($2::uuid is null or r.attempt_id < $2) order by r.attempt_id desc limit $3`,
      [status ?? null, after, limit + 1, storesOf(caller)],
    );
    return page(rows, limit, (row) => [row.id]);
  }

  /** What WeChat holds of the operator's stores. */
  async waiting(caller: OperatorCaller): Promise<MoneyWaitingView> {
    const [row] = await this.database.query<MoneyWaitingView>(
      'shipping.waiting',
      `select coalesce(sum(a.amount_fen - a.refunded_fen) filter (where r.status is null or r.status in ('waiting', 'failed')), 0)::float8 as "unreportedFen",
              coalesce(sum(a.amount_fen - a.refunded_fen) filter (where r.status in ('reported', 'handled')), 0)::float8 as "unsettledFen",
              count(*) filter (where r.status = 'failed')::int as failed
         from payments_attempts a left join shipping_reports r on r.attempt_id = a.id
        where a.status = 'paid' and a.method = 'wechat'
          and ($1::uuid[] is null or exists (select from orders o where o.id = a.payable_id and o.store_id = any ($1)))`,
      [storesOf(caller)],
    );
    return row ?? { unreportedFen: 0, unsettledFen: 0, failed: 0 };
  }
}

/** A report, locked. */
export async function lockReport(tx: Tx, attemptId: string): Promise<Report | undefined> {
  const [row]: Report[] = await tx.query(
    `select r.attempt_id as "attemptId", (select o.store_id from orders o where o.id = r.order_id) as "storeId", r.order_number as "orderNumber", r.out_trade_no as "outTradeNo", r.openid, r.logistics, r.description, r.status, r.tries,
            (select (a.amount_fen - a.refunded_fen)::float8 from payments_attempts a where a.id = r.attempt_id) as "leftFen"
       from shipping_reports r where r.attempt_id = $1 for update`,
    [attemptId],
  );
  return row;
}
