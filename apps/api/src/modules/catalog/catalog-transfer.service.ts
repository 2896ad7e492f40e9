import { Injectable } from '@nestjs/common';
import type { CategoryView, ImportReport } from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import { Audit } from '../../platform/audit/audit.js';
import { mustSeeAllStores, type OperatorCaller } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { catalogProblems } from './catalog.errors.js';
import { CatalogQueries } from './catalog.queries.js';
import { planProduct } from './product-import.js';
import { ProductWriter } from './product-writer.js';
import { readShopifyCsv, UnreadableCsv, writeShopifyCsv } from './shopify-csv.js';

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
    mustSeeAllStores(caller);
    const { rows, products, refused } = read(file);
    const report: ImportReport = { dryRun, rows, created: 0, updated: 0, unchanged: 0, refused: [...refused] };
    await this.database.transaction(async (tx) => {
      const categories = await this.queries.categories();
      const existing = await this.queries.byHandles(products.map((one) => one.handle));
      for (const product of products) {
        const before = existing.get(product.handle);
        const categoryId = categoryOf(categories, product.type, before?.categoryId ?? null);
        const plan = planProduct(product, before, categoryId ?? (product.type ? newCategory : null));
        if (plan.kind === 'refused') report.refused.push(...plan.refused);
        else if (plan.kind === 'unchanged') report.unchanged += 1;
        else {
          report[plan.kind === 'create' ? 'created' : 'updated'] += 1;
          if (dryRun) continue;
          if (plan.input.categoryId === newCategory) plan.input.categoryId = await this.makeCategory(tx, categories, product.type ?? '');
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

  /** Makes the category that a type of the file names, at the end of the list. */
  private async makeCategory(tx: Tx, categories: CategoryView[], type: string): Promise<string> {
    const category = {
      id: newId(),
      name: { zh: type, en: '' },
      position: Math.min(10_000, Math.max(0, ...categories.map((one) => one.position)) + 1),
      productCount: 0,
    };
    await tx.query('insert into catalog_categories (id, name, position) values ($1, $2, $3)', [
      category.id,
      JSON.stringify(category.name),
      category.position,
    ]);
    categories.push(category);
    return category.id;
  }
}

/** Stands for a category that the import has yet to make. */
const newCategory = '00000000-0000-0000-0000-000000000000';

/** The category of this name: the product's own before another of the same name. */
function categoryOf(categories: CategoryView[], type: string | undefined, own: string | null): string | null {
  const named = categories.filter((one) => one.name.zh === type);
  return (named.find((one) => one.id === own) ?? named[0])?.id ?? null;
}

function read(file: Buffer) {
  try {
    return readShopifyCsv(file);
  } catch (error) {
    if (error instanceof UnreadableCsv) throw new Problem(catalogProblems.unreadable_csv, { detail: error.message });
    throw error;
  }
}
