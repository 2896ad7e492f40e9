import { Injectable } from '@nestjs/common';
import type { CodeView, ListStorefrontStores, ScannedCode, StorefrontStore, StoreView } from '@pailou/contracts';
import type { z } from 'zod';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { boxAround } from './great-circle.js';
import { codePage } from './store-codes.js';
import { openingState, type StoreHours } from './store-hours.js';
import { storesProblems } from './stores.errors.js';

/** A row of the storefront: hours not yet turned into a state. */
type PlacedStore = Omit<StorefrontStore, 'open' | 'openUntil' | 'opensAt'> & StoreHours;

/** At most so many stores are listed; within this radius the index finds them when a brand has more. */
const listed = 200;
const nearMetres = 50_000;

@Injectable()
export class StoresQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The stores nearest to a place first (metres along the great circle); without a place the oldest first. */
  async near(place: z.output<typeof ListStorefrontStores>): Promise<{ items: StorefrontStore[] }> {
    const { latitude, longitude } = place;
    const rows =
      latitude === undefined || longitude === undefined
        ? await this.database.query<PlacedStore>('stores.list', listSql, [listed])
        : await this.nearest(latitude, longitude);
    return { items: rows.map((row) => this.storefront(row)) };
  }

  private nearest(latitude: number, longitude: number): Promise<PlacedStore[]> {
    const box = boxAround(latitude, longitude, nearMetres);
    return this.database.query<PlacedStore>('stores.nearest', nearestSql, [
      latitude,
      longitude,
      box.south,
      box.north,
      box.west,
      box.east,
      nearMetres,
      listed,
    ]);
  }

  /** One store for customers. Throws `stores.not_found` (404). */
  async storefrontStore(id: string): Promise<StorefrontStore> {
    const [row] = await this.database.query<PlacedStore>('stores.storefront', storefrontSql, [id]);
    if (!row) throw new Problem(storesProblems.not_found);
    return this.storefront(row);
  }

  /** What a scanned scene means. Throws `stores.code_not_found` (404), also for a code that was deleted. */
  async scanned(scene: string): Promise<ScannedCode> {
    const [row] = await this.database.query<ScannedCode>('stores.scanned', scannedSql, [scene]);
    if (!row) throw new Problem(storesProblems.code_not_found);
    return row;
  }

  /** The stores that an operator may see, oldest first. */
  async list(storeIds: readonly string[] | 'all'): Promise<StoreView[]> {
    return this.database.query<StoreView>('stores.admin.list', adminListSql, [storeIds === 'all' ? null : storeIds]);
  }

  /** One store for operators. Throws `stores.not_found` (404). */
  async view(id: string): Promise<StoreView> {
    const [row] = await this.database.query<StoreView>('stores.admin.view', adminViewSql, [id]);
    if (!row) throw new Problem(storesProblems.not_found);
    return row;
  }

  /** The valid codes of a store, tables by name as people count them (2 before 10). */
  async codes(storeId: string): Promise<CodeView[]> {
    const rows = await this.database.query<Omit<CodeView, 'page' | 'imageUrl'>>('stores.codes', codesSql, [storeId]);
    const order = new Intl.Collator('zh', { numeric: true });
    return rows
      .map((row) => ({ ...row, page: codePage[row.kind], imageUrl: `/api/v1/admin/stores/${row.storeId}/codes/${row.id}/image` }))
      .toSorted((a, b) => a.kind.localeCompare(b.kind) || order.compare(a.label, b.label));
  }

  private storefront(row: PlacedStore): StorefrontStore {
    const { exceptions: _, closedUntil: __, ...store } = row;
    const { open, openUntil, opensAt } = openingState(row, this.clock.now());
    return { ...store, open, openUntil: openUntil?.toISOString() ?? null, opensAt: opensAt?.toISOString() ?? null };
  }
}

const columns = `
  s.id, s.name, s.address, s.phone, s.latitude, s.longitude, s.picture_url as "pictureUrl", s.time_zone as "timeZone",
  s.hours, s.exceptions, s.pickup, s.delivery, s.dine_in as "dineIn",
  s.delivery_fee_fen::float8 as "deliveryFeeFen", s.free_delivery_over_fen::float8 as "freeDeliveryOverFen"`;
const storefrontColumns = `${columns}, s.closed_until as "closedUntil"`;
const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const adminColumns = `${columns}, ${iso('s.closed_until')} as "closedUntil", ${iso('s.created_at')} as "createdAt"`;

const listSql = `select ${storefrontColumns}, null::float8 as "distanceMetres" from stores s order by s.created_at, s.id limit $1`;
const storefrontSql = `select ${storefrontColumns}, null::float8 as "distanceMetres" from stores s where s.id = $1`;
const adminListSql = `select ${adminColumns} from stores s where $1::uuid[] is null or s.id = any ($1) order by s.created_at, s.id`;
const adminViewSql = `select ${adminColumns} from stores s where s.id = $1`;

/** Haversine on a sphere of the earth's mean radius; `least` keeps rounding from leaving the domain of asin. */
const metresTo = (table: string) => `
  2 * 6371000 * asin(least(1, sqrt(
    sin(radians(${table}.latitude - $1) / 2) ^ 2 +
    cos(radians($1)) * cos(radians(${table}.latitude)) * sin(radians(${table}.longitude - $2) / 2) ^ 2)))`;

/** The index narrows to the box; only when the circle in it cannot fill the list are all stores measured. */
const nearestSql = `
  with near as materialized (
    select b.id from stores b
     where b.latitude between $3 and $4 and b.longitude between $5 and $6 and ${metresTo('b')} <= $7
  )
  select ${storefrontColumns}, round((${metresTo('s')})::numeric)::float8 as "distanceMetres"
    from stores s
   where (select count(*) from near) < $8 or s.id in (select id from near)
   order by ${metresTo('s')}, s.id limit $8`;

const scannedSql = `
  select kind, store_id as "storeId", case when kind = 'table' then id end as "tableId",
         case when kind = 'table' then label end as "tableLabel", product_id as "productId"
    from store_codes where scene = $1 and deleted_at is null`;

const codesSql = `
  select id, store_id as "storeId", kind, label, scene, product_id as "productId"
    from store_codes where store_id = $1 and deleted_at is null`;
