import { Injectable } from '@nestjs/common';
import type { Localized } from '@pailou/contracts';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { storesProblems } from './stores.errors.js';
import type { StoreHours } from './store-hours.js';

/** A store as other modules need it; amounts in fen. */
export interface Store extends StoreHours {
  id: string;
  name: Localized;
  address: Localized;
  phone: string;
  pickup: boolean;
  delivery: boolean;
  dineIn: boolean;
  deliveryFeeFen: number;
  freeDeliveryOverFen: number | null;
}

/** A table is a code of kind `table` that has not been deleted. */
export interface StoreTable {
  id: string;
  storeId: string;
  label: string;
}

/** What other modules may ask about stores; it only reads. */
@Injectable()
export class StoreDirectory {
  constructor(private readonly database: Database) {}

  /** The store with this id. Throws `stores.not_found` (404). */
  async find(storeId: string): Promise<Store> {
    const [row] = await this.database.query<Store>('stores.find', findSql, [storeId]);
    if (!row) throw new Problem(storesProblems.not_found);
    return row;
  }

  /** The table of that store. Throws `stores.table_not_found` (404), also for another store's table. */
  async findTable(storeId: string, tableId: string): Promise<StoreTable> {
    const [row] = await this.database.query<StoreTable>('stores.table', tableSql, [tableId, storeId]);
    if (!row) throw new Problem(storesProblems.table_not_found);
    return row;
  }
}

const findSql = `
  select id, name, address, phone, pickup, delivery, dine_in as "dineIn",
         delivery_fee_fen::float8 as "deliveryFeeFen", free_delivery_over_fen::float8 as "freeDeliveryOverFen",
         time_zone as "timeZone", hours, exceptions, closed_until as "closedUntil"
    from stores where id = $1`;

const tableSql = `
  select id, store_id as "storeId", label
    from store_codes where id = $1 and store_id = $2 and kind = 'table' and deleted_at is null`;
