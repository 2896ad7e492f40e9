import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { catalogProblems } from './catalog.errors.js';

/** So many pieces of one variant; several lines may name the same variant. */
export interface StockLine {
  variantId: string;
  quantity: number;
}

/**
 * Stock of variants: `stock` is on hand (null: not counted), `reserved` is promised to orders, also while not counted, so
 * that counting may begin at any time. Each call is one guarded statement that sums the demand of each variant and locks
 * the variants in the order of their ids: two orders of the same variants wait for each other instead of deadlocking.
 */
@Injectable()
export class CatalogStock {
  /**
   * Promises the pieces to an order: all of them or none.
   * Throws `catalog.not_enough` (409), whose errors name the variants of which too few are left, or which are gone.
   */
  async reserve(tx: Tx, lines: StockLine[]): Promise<void> {
    const refused = await apply(tx, lines, 'reserved = v.reserved + l.quantity', '(v.stock is null or v.stock - v.reserved >= l.quantity)');
    if (refused.length === 0) return;
    throw new Problem(catalogProblems.not_enough, {
      errors: refused.map(({ id }) => ({ path: `variants.${id}`, code: 'not_enough', message: 'Fewer pieces are left' })),
    });
  }

  /**
   * Gives a promise back: the order was cancelled, or expired unpaid. Variants deleted since are passed over.
   * Throws an Error when more is given back than was promised, which would be a fault of the caller.
   */
  async release(tx: Tx, lines: StockLine[]): Promise<void> {
    mustHold('release', await apply(tx, lines, 'reserved = v.reserved - l.quantity', 'v.reserved >= l.quantity'));
  }

  /**
   * Turns a promise into a sale: the pieces leave the stock. Variants deleted since are passed over.
   * Throws an Error when more is sold than was promised, which would be a fault of the caller.
   */
  async commit(tx: Tx, lines: StockLine[]): Promise<void> {
    mustHold(
      'commit',
      await apply(tx, lines, 'reserved = v.reserved - l.quantity, stock = v.stock - l.quantity', 'v.reserved >= l.quantity'),
    );
  }

  /** Puts sold pieces back on the shelf, after a refund. Uncounted and deleted variants are passed over. */
  async restock(tx: Tx, lines: StockLine[]): Promise<void> {
    await apply(tx, lines, 'stock = v.stock + l.quantity', 'true');
  }
}

/** A variant that the statement did not change; `gone` when it no longer exists. */
interface Refused {
  id: string;
  gone: boolean;
}

async function apply(tx: Tx, lines: StockLine[], change: string, guard: string): Promise<Refused[]> {
  const demand = new Map<string, number>();
  for (const line of lines) demand.set(line.variantId, (demand.get(line.variantId) ?? 0) + line.quantity);
  if (demand.size === 0) return [];
  return tx.query(
    `with demand as (
       select * from unnest($1::uuid[], $2::int[]) as d (variant_id, quantity)
     ), l as materialized (
       select v.id, d.quantity from catalog_variants v join demand d on d.variant_id = v.id order by v.id for update of v
     ), changed as (
       update catalog_variants v set ${change} from l where v.id = l.id and ${guard} returning v.id
     )
     select d.variant_id as id, l.id is null as gone
       from demand d left join l on l.id = d.variant_id
      where not exists (select from changed c where c.id = d.variant_id)`,
    [[...demand.keys()], [...demand.values()]],
  );
}

function mustHold(what: string, refused: Refused[]): void {
  const wrong = refused.filter((one) => !one.gone).map((one) => one.id);
  if (wrong.length > 0) throw new Error(`Stock: ${what} of more than was reserved of ${wrong.join(', ')}`);
}
