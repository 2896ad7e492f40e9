import { Injectable } from '@nestjs/common';
import type {
  AdminOrderView,
  CartLineInput,
  FiguresView,
  ListAdminOrders,
  ListOrders,
  OrderStatus,
  OrderView,
  PageOf,
} from '@pailou/contracts';
import type { z } from 'zod';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { type OperatorCaller, storesOf } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { ordersProblems } from './orders.errors.js';

export type Language = 'zh' | 'en';

/** An order as commands need it. Amounts in fen. */
export interface Order {
  id: string;
  number: string;
  storeId: string;
  storeName: { zh: string; en: string };
  customerId: string;
  status: OrderStatus;
  totalFen: number;
  refundedFen: number;
  stock: 'reserved' | 'sold' | 'released';
  fulfilment: 'pickup' | 'delivery' | 'dine_in';
  expiresAt: Date;
  paidAt: Date | null;
}

export interface OrderLine {
  id: string;
  variantId: string;
  quantity: number;
  refundedQuantity: number;
  restockedQuantity: number;
  totalFen: number;
}

@Injectable()
export class OrdersQueries {
  constructor(private readonly database: Database) {}

  async cart(customerId: string, storeId: string): Promise<CartLineInput[]> {
    const [row] = await this.database.query<{ lines: CartLineInput[] }>(
      'orders.cart',
      'select lines from orders_carts where customer_id = $1 and store_id = $2',
      [customerId, storeId],
    );
    return row?.lines ?? [];
  }

  /** A customer's own order. Throws `orders.not_found` (404), also for another's. */
  async ofCustomer(customerId: string, id: string, language: Language): Promise<OrderView> {
    const [row] = await this.database.query<OrderView>(
      'orders.of_customer',
      `select ${viewColumns('$3')} from orders o where o.id = $1 and o.customer_id = $2`,
      [id, customerId, language],
    );
    if (!row) throw new Problem(ordersProblems.not_found);
    return row;
  }

  /** A customer's own orders, the newest first. */
  async listOfCustomer(customerId: string, input: z.output<typeof ListOrders>, language: Language): Promise<PageOf<OrderView>> {
    const after = decodeCursor(input.cursor, ['id'])?.[0] ?? null;
    const rows = await this.database.query<OrderView>('orders.list_of_customer', listOfCustomerSql, [
      customerId,
      language,
      after,
      input.status ?? null,
      input.limit + 1,
    ]);
    return page(rows, input.limit, (row) => [row.id]);
  }

  /** An order of a store that the operator sees. Throws `orders.not_found` (404). */
  async ofStore(caller: OperatorCaller, id: string, language: Language): Promise<AdminOrderView> {
    const [row] = await this.database.query<AdminOrderView>(
      'orders.of_store',
      `select ${adminColumns('$3')} from orders o where o.id = $1 and ($2::uuid[] is null or o.store_id = any ($2))`,
      [id, storesOf(caller), language],
    );
    if (!row) throw new Problem(ordersProblems.not_found);
    return row;
  }

  /** The orders of the stores that the operator sees, the newest first. `q` is part of a number, a name or a phone number. */
  async listOfStores(caller: OperatorCaller, input: z.output<typeof ListAdminOrders>, language: Language): Promise<PageOf<AdminOrderView>> {
    const after = decodeCursor(input.cursor, ['id'])?.[0] ?? null;
    const like = input.q ? `%${input.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const rows = await this.database.find<AdminOrderView>(listOfStoresSql, [
      storesOf(caller),
      language,
      after,
      input.storeId ?? null,
      input.status ?? null,
      input.open === 'true',
      like,
      input.q?.toUpperCase() ?? null,
      input.limit + 1,
      input.customerId ?? null,
      input.paidOn ?? null,
      input.paidHour ?? null,
      input.refundedOn ?? null,
    ]);
    return page(rows, input.limit, (row) => [row.id]);
  }

  /** Who owns an order and where it is; for live topics and commands. */
  async whose(id: string): Promise<{ customerId: string; storeId: string } | undefined> {
    const [row] = await this.database.query<{ customerId: string; storeId: string }>(
      'orders.whose',
      'select customer_id as "customerId", store_id as "storeId" from orders where id = $1',
      [id],
    );
    return row;
  }

  /** All of a customer's orders, the newest first, for their export. */
  async allOf(customerId: string): Promise<OrderView[]> {
    return this.database.query<OrderView>(
      'orders.all_of',
      `select ${viewColumns('$2')} from orders o where o.customer_id = $1 order by o.id desc`,
      [customerId, 'zh'],
    );
  }

  /** Unpaid orders whose time ran out. */
  async overdue(before: Date): Promise<{ id: string }[]> {
    return this.database.query(
      'orders.overdue',
      `select id from orders where status = 'unpaid' and expires_at < $1 order by expires_at limit 500`,
      [before],
    );
  }

  /**
   * A day in each store's own zone: what came in, by hour, against the same weekday a week before; today only up to the
   * same time of that day. Revenue is what was paid that day, refunds of that day stand beside it.
   * @param date absent: today
   */
  async day(caller: OperatorCaller, storeId: string | undefined, date: string | undefined, now: Date): Promise<FiguresView> {
    const [row] = await this.database.query<Omit<FiguresView, 'averageFen'>>('orders.day', daySql, [
      storesOf(caller),
      storeId ?? null,
      now,
      date ?? null,
    ]);
    const { revenueFen, orders } = row!;
    return { ...row!, averageFen: orders === 0 ? 0 : Math.round(revenueFen / orders) };
  }
}

/** Reads and locks an order for a command. */
export async function lockOrder(tx: Tx, id: string): Promise<Order | undefined> {
  const [row]: Order[] = await tx.query(
    `select id, number, store_id as "storeId", store_name as "storeName", customer_id as "customerId", status, total_fen::float8 as "totalFen",
            refunded_fen::float8 as "refundedFen", stock, fulfilment, expires_at as "expiresAt", paid_at as "paidAt"
       from orders where id = $1 for update`,
    [id],
  );
  return row;
}

export async function linesOf(tx: Tx, orderId: string): Promise<OrderLine[]> {
  return tx.query(
    `select id, variant_id as "variantId", quantity, refunded_quantity as "refundedQuantity", restocked_quantity as "restockedQuantity", total_fen::float8 as "totalFen"
       from orders_lines where order_id = $1 order by position`,
    [orderId],
  );
}

/** The newest line of an order's history. */
export async function lastNewsOf(tx: Tx, orderId: string): Promise<{ event: string; at: Date } | undefined> {
  const [row]: { event: string; at: Date }[] = await tx.query(
    'select event, at from orders_history where order_id = $1 order by id desc limit 1',
    [orderId],
  );
  return row;
}

/** Takes the person out of their orders that are over, and their carts away. Gives the ids of all their orders. */
export async function forget(tx: Tx, customerId: string): Promise<string[]> {
  await tx.query('delete from orders_carts where customer_id = $1', [customerId]);
  await tx.query(
    `update orders set contact_phone = null, note = '', address = case when address is not null then '{"name":"","phone":"","region":"","detail":""}'::jsonb end
      where customer_id = $1 and status in ('completed', 'cancelled', 'expired')`,
    [customerId],
  );
  const rows: { id: string }[] = await tx.query('select id from orders where customer_id = $1', [customerId]);
  return rows.map((row) => row.id);
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Automatic refunds gave back what the order never kept, so they count only for an order that was never paid. */
export const refundStatusSql = `(
  select case when bool_or(r.status = 'pending') then 'pending'
              when coalesce(sum(r.amount_fen) filter (where r.status = 'succeeded'), 0) = 0 then 'none'
              when sum(r.amount_fen) filter (where r.status = 'succeeded') >= o.total_fen then 'full'
              else 'partial' end
    from orders_refunds r where r.order_id = o.id and r.automatic = (o.paid_at is null))`;

const viewColumns = (language: string) => `
  o.id, o.number, o.pickup_number as "pickupNumber", o.store_id as "storeId", o.store_name as "storeName", o.status,
  ${refundStatusSql} as "refundStatus", o.fulfilment, o.table_label as "tableLabel", o.address, o.note, o.steps,
  o.total_fen::float8 as "totalFen", o.refunded_fen::float8 as "refundedFen",
  ${iso('o.created_at')} as "createdAt", case when o.status = 'unpaid' then ${iso('o.expires_at')} end as "expiresAt", ${iso('o.paid_at')} as "paidAt",
  (select json_agg(json_build_object(
      'id', l.id, 'productId', l.product_id, 'variantId', l.variant_id, 'modifierIds', l.modifier_ids, 'name', l.name, 'choice', coalesce(nullif(l.choice ->> ${language}, ''), l.choice ->> 'zh', ''), 'pictureUrl', l.picture_url,
      'unitFen', l.unit_fen, 'quantity', l.quantity, 'totalFen', l.total_fen, 'refundedQuantity', l.refunded_quantity) order by l.position)
     from orders_lines l where l.order_id = o.id) as lines,
  coalesce((select json_agg(json_build_object('id', r.id, 'amountFen', r.amount_fen, 'reason', r.reason, 'status', r.status, 'createdAt', ${iso('r.created_at')}) order by r.id)
     from orders_refunds r where r.order_id = o.id), '[]') as refunds,
  (select json_agg(json_build_object('at', ${iso('h.at')}, 'status', h.status, 'event', h.event, 'by', h.by) order by h.id)
     from orders_history h where h.order_id = o.id) as history`;

const adminColumns = (language: string) => `${viewColumns(language)},
  (select json_build_object('id', c.id, 'nickname', c.nickname, 'phoneNumber', coalesce(o.contact_phone, c.phone_number)) from customers c where c.id = o.customer_id) as customer`;

const listOfCustomerSql = `
  select ${viewColumns('$2')} from orders o
   where o.customer_id = $1 and ($3::uuid is null or o.id < $3) and ($4::text is null or o.status = $4)
   order by o.id desc limit $5`;

const listOfStoresSql = `
  select ${adminColumns('$2')} from orders o
   where ($1::uuid[] is null or o.store_id = any ($1)) and ($3::uuid is null or o.id < $3) and ($4::uuid is null or o.store_id = $4)
     and ($5::text is null or o.status = $5) and (not $6 or o.status in ('paid', 'accepted', 'ready'))
     and ($10::uuid is null or o.customer_id = $10)
     and ($11::date is null or (o.paid_at at time zone o.time_zone)::date = $11 and o.paid_at > $11::date - interval '2 days' and o.paid_at < $11::date + interval '3 days')
     and ($12::int is null or extract(hour from o.paid_at at time zone o.time_zone) = $12)
     and ($13::date is null or exists (select from orders_refunds r where r.order_id = o.id and not r.automatic and r.status <> 'failed'
            and (r.created_at at time zone o.time_zone)::date = $13))
     and ($7::text is null or o.number like $7 or o.pickup_number = $8 or o.contact_phone like $7
          or exists (select from customers c where c.id = o.customer_id and (c.nickname ilike $7 or c.phone_number like $7)))
   order by o.id desc limit $9`;

/** The day that is asked for, or today in the zone of the order's store. */
const dayOf = 'coalesce($4::date, ($3::timestamptz at time zone o.time_zone)::date)';

const daySql = `
  with paid as (
    select o.total_fen, o.paid_at at time zone o.time_zone as local, ${dayOf} as day, $3::timestamptz at time zone o.time_zone as now_local
      from orders o
     where o.paid_at > coalesce($4::date::timestamptz, $3) - interval '9 days' and o.paid_at < coalesce($4::date::timestamptz, $3) + interval '3 days' and o.paid_at <= $3
       and ($1::uuid[] is null or o.store_id = any ($1)) and ($2::uuid is null or o.store_id = $2)
  ), now_day as (select * from paid where local::date = day),
  before as (select * from paid where local::date = day - 7),
  back as (
    select r.amount_fen, r.created_at at time zone o.time_zone as local, ${dayOf} as day, $3::timestamptz at time zone o.time_zone as now_local
      from orders_refunds r join orders o on o.id = r.order_id
     where r.created_at > coalesce($4::date::timestamptz, $3) - interval '9 days' and r.created_at <= $3 and not r.automatic and r.status <> 'failed'
       and ($1::uuid[] is null or o.store_id = any ($1)) and ($2::uuid is null or o.store_id = $2)
  )
  select coalesce($4::text,
           (select to_char($3::timestamptz at time zone s.time_zone, 'YYYY-MM-DD') from stores s
             where ($1::uuid[] is null or s.id = any ($1)) and ($2::uuid is null or s.id = $2) order by s.created_at, s.id limit 1),
           to_char($3::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) as date,
         (select coalesce(sum(total_fen), 0)::float8 from now_day) as "revenueFen",
         (select count(*)::float8 from now_day) as orders,
         (select coalesce(sum(amount_fen), 0)::float8 from back where local::date = day) as "refundedFen",
         (select json_build_object('revenueFen', coalesce(sum(total_fen), 0), 'orders', count(*),
                   'refundedFen', (select coalesce(sum(amount_fen), 0) from back where local::date = day - 7 and local <= now_local - interval '7 days'))
            from before where local <= now_local - interval '7 days') as "lastWeek",
         (select json_agg(json_build_object('hour', h, 'revenueFen', coalesce(t.fen, 0), 'orders', coalesce(t.n, 0),
                   'lastWeekFen', coalesce(b.fen, 0), 'lastWeekOrders', coalesce(b.n, 0)) order by h)
            from generate_series(0, 23) h
            left join (select extract(hour from local)::int as hour, sum(total_fen) as fen, count(*) as n from now_day group by 1) t on t.hour = h
            left join (select extract(hour from local)::int as hour, sum(total_fen) as fen, count(*) as n from before group by 1) b on b.hour = h) as hours`;
