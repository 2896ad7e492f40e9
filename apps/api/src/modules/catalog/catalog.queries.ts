import { Injectable } from '@nestjs/common';
import type { CategoryView, ListProducts, ListStorefrontProducts, PageOf, ProductView, VariantView } from '@pailou/contracts';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { catalogProblems } from './catalog.errors.js';
import { adminListSql, adminProduct, beforeAll, listSql, menuSql, oneSql, searchOf } from './catalog.sql.js';

/** Reads. What customers read comes as JSON text from PostgreSQL, and goes to the socket as it is. */
@Injectable()
export class CatalogQueries {
  constructor(private readonly database: Database) {}

  /** MenuView as text. Throws `catalog.store_not_found` (404). */
  async menu(storeId: string): Promise<string> {
    const [row] = await this.database.query<{ body: string }>('catalog.menu', menuSql, [storeId]);
    if (!row) throw new Problem(catalogProblems.store_not_found);
    return row.body;
  }

  /** A page of StorefrontProduct as text. Throws BadCursor, `catalog.store_not_found` (404). */
  async storefrontList({ storeId, q, categoryId, cursor, limit }: z.output<typeof ListStorefrontProducts>): Promise<string> {
    const [position, id] = place(cursor);
    const { search, value } = searchOf(q);
    const by = { search, category: Boolean(categoryId) };
    const values = [storeId, value, categoryId ?? null, position, id, limit];
    const [row] = search
      ? await this.database.find<{ body: string }>(listSql(by), values)
      : await this.database.query<{ body: string }>(`catalog.list${by.category ? '.category' : ''}`, listSql(by), values);
    if (!row) throw new Problem(catalogProblems.store_not_found);
    return row.body;
  }

  /** StorefrontProduct as text. Throws `catalog.not_found` (404), also when it is not on sale there. */
  async storefrontProduct(id: string, storeId: string | undefined): Promise<string> {
    const [row] = await this.database.query<{ body: string }>('catalog.one', oneSql, [id, storeId ?? null]);
    if (!row) throw new Problem(catalogProblems.not_found);
    return row.body;
  }

  async categories(): Promise<CategoryView[]> {
    return this.database.query<CategoryView>('catalog.categories', categoriesSql);
  }

  async category(id: string): Promise<CategoryView> {
    const category = (await this.categories()).find((one) => one.id === id);
    if (!category) throw new Problem(catalogProblems.category_not_found);
    return category;
  }

  async product(id: string): Promise<ProductView> {
    const [row] = await this.database.query<{ product: ProductView }>(
      'catalog.admin.one',
      `select ${adminProduct} as product from catalog_products p where p.id = $1`,
      [id],
    );
    if (!row) throw new Problem(catalogProblems.not_found);
    return row.product;
  }

  /** For operators: also drafts; `q` finds part words of names, vendors, tags, handles and SKUs. */
  async products({ q, categoryId, status, cursor, limit }: z.output<typeof ListProducts>): Promise<PageOf<ProductView>> {
    const [position, id] = place(cursor);
    const { search, value } = searchOf(q);
    const by = { search, category: Boolean(categoryId) };
    const rows = await this.database.find<{ product: ProductView }>(adminListSql(by), [
      value,
      categoryId ?? null,
      status ?? null,
      position,
      id,
      limit + 1,
    ]);
    const items = rows.slice(0, limit).map((row) => row.product);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.position, last.id]) : null };
  }

  async byHandles(handles: string[]): Promise<Map<string, ProductView>> {
    const rows = await this.database.query<{ product: ProductView }>(
      'catalog.admin.handles',
      `select ${adminProduct} as product from catalog_products p where p.handle = any ($1)`,
      [handles],
    );
    return new Map(rows.map(({ product }) => [product.handle, product]));
  }

  /** Every product, for the export. */
  async all(): Promise<ProductView[]> {
    const rows = await this.database.query<{ product: ProductView }>(
      'catalog.admin.all',
      `select ${adminProduct} as product from catalog_products p order by p.position, p.id`,
    );
    return rows.map((row) => row.product);
  }

  async variant(id: string): Promise<VariantView> {
    const [row] = await this.database.query<VariantView>('catalog.variant', variantSql, [id]);
    if (!row) throw new Problem(catalogProblems.variant_not_found);
    return row;
  }
}

/** The place in a list ordered by (position, id). */
function place(cursor: string | undefined): [number, string] {
  const after = decodeCursor(cursor, ['number', 'id']);
  if (!after) return beforeAll;
  const [position, id] = after as [string, string];
  return [Number(position), id];
}

const categoriesSql = `
  select c.id, c.name, c.position, (select count(*)::int from catalog_products p where p.category_id = c.id and p.status <> 'archived') as "productCount"
    from catalog_categories c order by c.position, c.id`;

const variantSql = `
  select id, option_values as "optionValues", sku, barcode, price_fen::float8 as "priceFen", compare_at_fen::float8 as "compareAtFen", stock, reserved
    from catalog_variants where id = $1`;
