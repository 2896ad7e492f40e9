import { Injectable } from '@nestjs/common';
import type { Localized, OrderMoneyHit, OrderStatus, PriceStep } from '@pailou/contracts';
import type { z } from 'zod';
import { type OperatorCaller, storesOf } from '../../platform/auth/callers.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { ordersProblems } from './orders.errors.js';

/** An order as its money sees it. Amounts in fen, instants ISO 8601. */
export interface OrderAccount {
  id: string;
  number: string;
  storeName: Localized;
  status: OrderStatus;
  createdAt: string;
  paidAt: string | null;
  lines: { name: Localized; choice: string; quantity: number; unitFen: number; totalFen: number }[];
  steps: z.output<typeof PriceStep>[];
  totalFen: number;
}

/** Reads for who explains an order's money; each shows an operator the orders of their own stores only. */
@Injectable()
export class OrderAccounts {
  constructor(private readonly database: Database) {}

  /** The orders with this number, or among these ids, the newest first; at most twenty. */
  async find(caller: OperatorCaller, number: string, ids: readonly string[]): Promise<OrderMoneyHit[]> {
    return this.database.query<OrderMoneyHit>(
      'orders.account_hits',
      `select o.id, o.number, o.store_name as "storeName", o.status, o.total_fen::float8 as "totalFen", ${iso('o.created_at')} as "createdAt"
         from orders o where (o.number = $2 or o.id = any ($3)) and ($1::uuid[] is null or o.store_id = any ($1)) order by o.id desc limit 20`,
      [storesOf(caller), number, ids],
    );
  }

  /** Throws `orders.not_found` (404), also for another store's. */
  async one(caller: OperatorCaller, id: string, language: 'zh' | 'en'): Promise<OrderAccount> {
    const [row] = await this.database.query<OrderAccount>(
      'orders.account',
      `select o.id, o.number, o.store_name as "storeName", o.status, ${iso('o.created_at')} as "createdAt", ${iso('o.paid_at')} as "paidAt",
              o.steps, o.total_fen::float8 as "totalFen",
              (select json_agg(json_build_object('name', l.name, 'choice', coalesce(nullif(l.choice ->> $3, ''), l.choice ->> 'zh', ''),
                        'quantity', l.quantity, 'unitFen', l.unit_fen, 'totalFen', l.total_fen) order by l.position)
                 from orders_lines l where l.order_id = o.id) as lines
         from orders o where o.id = $2 and ($1::uuid[] is null or o.store_id = any ($1))`,
      [storesOf(caller), id, language],
    );
    if (!row) throw new Problem(ordersProblems.not_found);
    return row;
  }
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
