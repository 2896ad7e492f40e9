import { Injectable } from '@nestjs/common';
import type { CategoryInput, CategoryView, ProductInput, ProductView, SetAvailability, VariantView } from '@pailou/contracts';
import type { z } from 'zod';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import { mustSeeAllStores, type OperatorCaller, seesStore } from '../../platform/auth/callers.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { businessDay, StoreDirectory } from '../stores/index.js';
import { catalogProblems } from './catalog.errors.js';
import { CatalogQueries } from './catalog.queries.js';
import { inputOf } from './product-import.js';
import { ProductWriter, refusalOf } from './product-writer.js';

/**
 * Commands of operators: each one transaction, with its line in the audit and its event `product.changed`. The catalogue is
 * the whole brand's: who works in some stores only may say what is sold out there, and no more.
 */
@Injectable()
export class CatalogService {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly queries: CatalogQueries,
    private readonly stores: StoreDirectory,
    private readonly writer: ProductWriter,
  ) {}

  async createCategory(caller: OperatorCaller, input: CategoryInput): Promise<CategoryView> {
    mustSeeAllStores(caller);
    const id = newId();
    await this.database.transaction(async (tx) => {
      await tx.query('insert into catalog_categories (id, name, position) values ($1, $2, $3)', [
        id,
        JSON.stringify(input.name),
        input.position,
      ]);
      await this.audit.record(tx, caller, 'catalog.create_category', 'category', id, null, input);
    });
    return this.queries.category(id);
  }

  async updateCategory(caller: OperatorCaller, id: string, input: CategoryInput): Promise<CategoryView> {
    mustSeeAllStores(caller);
    const { name, position } = await this.queries.category(id);
    await this.database.transaction(async (tx) => {
      await tx.query('update catalog_categories set name = $2, position = $3 where id = $1', [
        id,
        JSON.stringify(input.name),
        input.position,
      ]);
      await this.audit.record(tx, caller, 'catalog.update_category', 'category', id, { name, position }, input);
    });
    return this.queries.category(id);
  }

  /** Its products stay, without a category. */
  async deleteCategory(caller: OperatorCaller, id: string): Promise<void> {
    mustSeeAllStores(caller);
    const { name, position } = await this.queries.category(id);
    await this.database.transaction(async (tx) => {
      await tx.query('delete from catalog_categories where id = $1', [id]);
      await this.audit.record(tx, caller, 'catalog.delete_category', 'category', id, { name, position }, null);
    });
  }

  async create(caller: OperatorCaller, input: ProductInput): Promise<ProductView> {
    mustSeeAllStores(caller);
    const id = await this.database.transaction(async (tx) => {
      const made = await this.writer.write(tx, null, input);
      await this.outbox.append(tx, 'product.changed', { productId: made });
      await this.audit.record(tx, caller, 'catalog.create_product', 'product', made, null, input);
      return made;
    });
    return this.queries.product(id);
  }

  /** Changes the fields that were sent; variants and modifiers, when sent, are replaced as a whole. */
  async update(caller: OperatorCaller, id: string, changes: Partial<ProductInput>): Promise<ProductView> {
    mustSeeAllStores(caller);
    const before = await this.queries.product(id);
    const whole = inputOf(before);
    // What was not sent of the stock stays what it is now, not what it was when the page was opened.
    const untouched = { ...whole, variants: whole.variants.map(({ stock: _, ...variant }) => variant) };
    await this.database.transaction(async (tx) => {
      await this.writer.write(tx, id, { ...untouched, ...changes });
      await this.outbox.append(tx, 'product.changed', { productId: id });
      const old = Object.fromEntries(Object.keys(changes).map((field) => [field, whole[field as keyof ProductInput]]));
      await this.audit.record(tx, caller, 'catalog.update_product', 'product', id, old, changes);
    });
    return this.queries.product(id);
  }

  /** Takes the product away for good. Throws `catalog.variant_reserved` (409) while orders hold pieces of it: archive it instead. */
  async delete(caller: OperatorCaller, id: string): Promise<void> {
    mustSeeAllStores(caller);
    const before = await this.queries.product(id);
    await this.database.transaction(async (tx) => {
      const [{ held }]: [{ held: boolean }] = await tx.query(
        'select exists (select from (select reserved from catalog_variants where product_id = $1 for update) v where v.reserved > 0) as held',
        [id],
      );
      if (held) throw new Problem(catalogProblems.variant_reserved);
      await tx.query('delete from catalog_products where id = $1', [id]);
      await this.outbox.append(tx, 'product.changed', { productId: id });
      await this.audit.record(tx, caller, 'catalog.delete_product', 'product', id, inputOf(before), null);
    });
  }

  /** Hides a product at a store, or marks it sold out there until the store's own midnight. */
  async setAvailability(
    caller: OperatorCaller,
    id: string,
    { storeId, hidden, soldOutToday }: z.output<typeof SetAvailability>,
  ): Promise<ProductView> {
    if (!seesStore(caller, storeId)) throw new Problem(catalogProblems.store_not_found);
    const before = await this.queries.product(id);
    const { timeZone } = await this.stores.find(storeId);
    const until = soldOutToday ? businessDay(timeZone, this.clock.now()).endsAt : null;
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into catalog_availability as a (product_id, store_id, hidden, sold_out_until) values ($1, $2, coalesce($3, false), $4)
         on conflict (product_id, store_id) do update set hidden = coalesce($3, a.hidden), sold_out_until = case when $5 then $4 else a.sold_out_until end`,
        [id, storeId, hidden ?? null, until, soldOutToday !== undefined],
      );
      await this.outbox.append(tx, 'product.changed', { productId: id });
      const old = { storeId, hidden: before.hiddenStoreIds.includes(storeId), soldOutToday: before.soldOutStoreIds.includes(storeId) };
      await this.audit.record(tx, caller, 'catalog.set_availability', 'product', id, old, { storeId, hidden, soldOutToday });
    });
    return this.queries.product(id);
  }

  /** Counts a variant anew; null: not counted. Throws `catalog.stock_reserved` (409). */
  async setStock(caller: OperatorCaller, variantId: string, stock: number | null): Promise<VariantView> {
    mustSeeAllStores(caller);
    const before = await this.queries.variant(variantId);
    await this.database.transaction(async (tx) => {
      const [[changed]]: [{ product_id: string }[]] = await tx
        .query('update catalog_variants set stock = $2 where id = $1 returning product_id', [variantId, stock])
        .catch((error: unknown) => {
          throw refusalOf(error) ?? error;
        });
      if (!changed) throw new Problem(catalogProblems.variant_not_found);
      await this.outbox.append(tx, 'product.changed', { productId: changed.product_id });
      await this.audit.record(tx, caller, 'catalog.set_stock', 'variant', variantId, { stock: before.stock }, { stock });
    });
    return this.queries.variant(variantId);
  }
}
