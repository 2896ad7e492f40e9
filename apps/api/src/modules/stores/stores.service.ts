import { Injectable } from '@nestjs/common';
import type { CodeView, CreateCode, HoursException, Interval, StoreInput, StoreView } from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import { Audit } from '../../platform/audit/audit.js';
import { mustSeeAllStores, type OperatorCaller, seesStore } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { newScene } from './store-codes.js';
import { intervalFault, knownTimeZone } from './store-hours.js';
import { storesProblems } from './stores.errors.js';
import { StoresQueries } from './stores.queries.js';

/** Commands of operators: each one transaction, with its line in the audit. */
@Injectable()
export class StoresService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queries: StoresQueries,
  ) {}

  /** Opens a store; only for operators of every store. */
  async create(caller: OperatorCaller, input: StoreInput): Promise<StoreView> {
    mustSeeAllStores(caller);
    checkHours(input);
    const id = newId();
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into stores (id, ${Object.values(columns).join(', ')})
         values ($1, ${Object.keys(columns)
           .map((_, index) => `$${index + 2}`)
           .join(', ')})`,
        [id, ...Object.keys(columns).map((field) => stored(input[field as keyof StoreInput]))],
      );
      await this.audit.record(tx, caller, 'stores.create', 'store', id, null, input);
    });
    return this.queries.view(id);
  }

  /** Changes the fields that were sent. */
  async update(caller: OperatorCaller, id: string, changes: Partial<StoreInput>): Promise<StoreView> {
    mustSee(caller, id);
    const before = await this.queries.view(id);
    checkHours({ ...before, ...changes });
    const fields = Object.entries(changes).filter(([, value]) => value !== undefined);
    if (fields.length === 0) return before;
    await this.database.transaction(async (tx) => {
      await tx.query(
        `update stores set ${fields.map(([field], index) => `${columns[field as keyof StoreInput]} = $${index + 2}`).join(', ')} where id = $1`,
        [id, ...fields.map(([, value]) => stored(value))],
      );
      const old = Object.fromEntries(fields.map(([field]) => [field, before[field as keyof StoreView]]));
      await this.audit.record(tx, caller, 'stores.update', 'store', id, old, changes);
    });
    return this.queries.view(id);
  }

  /** Makes a code with a new scene. Throws `stores.label_taken` (409) for a second table of the same name. */
  async createCode(caller: OperatorCaller, storeId: string, input: CreateCode): Promise<CodeView> {
    mustSee(caller, storeId);
    await this.queries.view(storeId);
    const id = newId();
    await this.database.transaction(async (tx) => {
      await insertCode(tx, id, storeId, input);
      await this.audit.record(tx, caller, 'stores.create_code', 'store_code', id, null, { storeId, ...input });
    });
    return this.code(storeId, id);
  }

  /** Takes a code out of use for good; the same table made anew gets another scene. */
  async deleteCode(caller: OperatorCaller, storeId: string, codeId: string): Promise<void> {
    mustSee(caller, storeId);
    const code = await this.code(storeId, codeId);
    await this.database.transaction(async (tx) => {
      await tx.query('update store_codes set deleted_at = now() where id = $1 and store_id = $2 and deleted_at is null', [codeId, storeId]);
      await this.audit.record(
        tx,
        caller,
        'stores.delete_code',
        'store_code',
        codeId,
        { storeId, kind: code.kind, label: code.label },
        null,
      );
    });
  }

  private async code(storeId: string, codeId: string): Promise<CodeView> {
    const code = (await this.queries.codes(storeId)).find((one) => one.id === codeId);
    if (!code) throw new Problem(storesProblems.code_not_found);
    return code;
  }
}

/** Another's store is as if it were not there. */
export function mustSee(caller: OperatorCaller, storeId: string): void {
  if (!seesStore(caller, storeId)) throw new Problem(storesProblems.not_found);
}

const columns: Record<keyof StoreInput, string> = {
  name: 'name',
  address: 'address',
  phone: 'phone',
  latitude: 'latitude',
  longitude: 'longitude',
  timeZone: 'time_zone',
  pictureUrl: 'picture_url',
  hours: 'hours',
  exceptions: 'exceptions',
  closedUntil: 'closed_until',
  pickup: 'pickup',
  delivery: 'delivery',
  dineIn: 'dine_in',
  deliveryFeeFen: 'delivery_fee_fen',
  freeDeliveryOverFen: 'free_delivery_over_fen',
};

/** Objects go into jsonb columns as text: node-postgres would make an array of an array. */
function stored(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** Throws `stores.bad_time_zone` or `stores.bad_hours` (422), which name the day. */
function checkHours(input: { timeZone: string; hours: Interval[][]; exceptions: HoursException[] }): void {
  if (!knownTimeZone(input.timeZone)) {
    throw new Problem(storesProblems.bad_time_zone, {
      errors: [{ path: 'timeZone', code: 'unknown', message: `${input.timeZone} is no IANA zone` }],
    });
  }
  const days = [
    ...input.hours.map((intervals, index) => ({ path: `hours.${index}`, intervals })),
    ...input.exceptions.map((one, index) => ({ path: `exceptions.${index}.intervals`, intervals: one.intervals })),
  ];
  const errors = days.flatMap(({ path, intervals }) => {
    const code = intervalFault(intervals);
    return code ? [{ path, code, message: code === 'overlap' ? 'Two intervals overlap' : 'An interval ends before it begins' }] : [];
  });
  input.exceptions.forEach(({ date }, index) => {
    const twice = input.exceptions.findIndex((one) => one.date === date) !== index;
    if (twice) errors.push({ path: `exceptions.${index}.date`, code: 'overlap', message: 'This date has two exceptions' });
  });
  if (errors.length > 0) throw new Problem(storesProblems.bad_hours, { errors });
}

async function insertCode(tx: Tx, id: string, storeId: string, input: CreateCode): Promise<void> {
  try {
    await tx.query('insert into store_codes (id, store_id, kind, label, scene, product_id) values ($1, $2, $3, $4, $5, $6)', [
      id,
      storeId,
      input.kind,
      input.label,
      newScene(),
      input.productId ?? null,
    ]);
  } catch (error) {
    const { constraint } = (error as { driverError?: { constraint?: string } }).driverError ?? {};
    if (constraint === 'store_codes_table_label') throw new Problem(storesProblems.label_taken);
    if (constraint === 'store_codes_product') throw new Problem(storesProblems.product_not_found);
    throw error;
  }
}
