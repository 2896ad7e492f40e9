import { Injectable } from '@nestjs/common';
import type { ImportReport } from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { catalogProblems } from './catalog.errors.js';
import { CatalogQueries } from './catalog.queries.js';
import { mustSeeAll } from './catalog.service.js';
import { planProduct } from './product-import.js';
import { ProductWriter } from './product-writer.js';
import { type ImportedProduct, readShopifyCsv, UnreadableCsv, writeShopifyCsv } from './shopify-csv.js';

/** Products in and out as Shopify's product CSV. */
@Injectable()
export class CatalogTransfer {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly queries: CatalogQueries,
    private readonly writer: ProductWriter,
  ) {}

  /**
   * Imports a file in one transaction; a dry run says what would happen and changes nothing. Refused lines are named, the
   * others go in; the same file again changes nothing.
   * Throws `catalog.unreadable_csv` (422).
   */
  async import(caller: OperatorCaller, file: Buffer, dryRun: boolean): Promise<ImportReport> {
    mustSeeAll(caller);
    const { rows, products, refused } = read(file);
    const report: ImportReport = { dryRun, rows, created: 0, updated: 0, unchanged: 0, refused: [...refused] };
    await this.database.transaction(async (tx) => {
      const categories = await this.categoryIds(tx, products, dryRun);
      const existing = await this.queries.byHandles(products.map((one) => one.handle));
      for (const product of products) {
        const plan = planProduct(product, existing.get(product.handle), product.type ? (categories.get(product.type) ?? null) : null);
        if (plan.kind === 'refused') report.refused.push(...plan.refused);
        else if (plan.kind === 'unchanged') report.unchanged += 1;
        else {
          report[plan.kind === 'create' ? 'created' : 'updated'] += 1;
          if (dryRun) continue;
          const id = await this.writer.write(tx, plan.existing?.id ?? null, plan.input);
          await this.outbox.append(tx, 'product.changed', { productId: id });
        }
      }
      report.refused.sort((a, b) => a.line - b.line);
      if (!dryRun && report.created + report.updated > 0) {
        const { rows: _, dryRun: __, refused: lines, ...counts } = report;
        await this.audit.record(tx, caller, 'catalog.import', 'product', 'csv', null, { ...counts, refused: lines.length });
      }
    });
    return report;
  }

  /** All products as a CSV that `import` reads back as unchanged. */
  async export(): Promise<string> {
    const [products, categories] = await Promise.all([this.queries.all(), this.queries.categories()]);
    return writeShopifyCsv(products, new Map(categories.map((one) => [one.id, one.name.zh])));
  }

  /** The categories that the file's types name; missing ones are made at the end of the list. */
  private async categoryIds(tx: Tx, products: ImportedProduct[], dryRun: boolean): Promise<Map<string, string>> {
    const known = await this.queries.categories();
    const ids = new Map(known.map((one) => [one.name.zh, one.id]));
    let position = Math.max(0, ...known.map((one) => one.position));
    for (const type of new Set(products.map((one) => one.type).filter(Boolean) as string[])) {
      if (ids.has(type)) continue;
      const id = newId();
      ids.set(type, id);
      if (dryRun) continue;
      position += 1;
      await tx.query('insert into catalog_categories (id, name, position) values ($1, $2, $3)', [id, JSON.stringify({ zh: type, en: '' }), position]);
    }
    return ids;
  }
}

function read(file: Buffer) {
  try {
    return readShopifyCsv(file);
  } catch (error) {
    if (error instanceof UnreadableCsv) throw new Problem(catalogProblems.unreadable_csv, { detail: error.message });
    throw error;
  }
}
