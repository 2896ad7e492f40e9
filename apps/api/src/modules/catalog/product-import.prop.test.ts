import { ProductInput, type ProductView } from '@pailou/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tidy } from './product-check.js';
import { planProduct } from './product-import.js';
import { readShopifyCsv, writeShopifyCsv } from './shopify-csv.js';

const at = '2026-11-21T00:00:00.000Z';
/** What people type, and what breaks files: quotes, commas, lines, formulas in both widths, entities, tags. */
const typed = fc
  .array(
    fc.constantFrom(
      '奶',
      '茶',
      'a',
      'B',
      '7',
      ' ',
      ',',
      '"',
      "'",
      '\n',
      '\r',
      ';',
      '=',
      '＝',
      '+',
      '＋',
      '-',
      '@',
      '&',
      '<',
      '>',
      '&lt;',
      '<b>',
      '😀',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const named = typed.map((text) => text.replace(/[\r\n]/g, '').trim()).filter((text) => text !== '');
const price = fc.integer({ min: 0, max: 100_000_000_00 });

const product: fc.Arbitrary<ProductView> = fc
  .record({
    name: named,
    description: typed,
    vendor: typed,
    tags: fc.array(typed, { maxLength: 4 }),
    status: fc.constantFrom('draft', 'active', 'archived'),
    optionName: named.filter((name) => name !== 'Title'),
    values: fc.uniqueArray(named, { maxLength: 4 }),
    prices: fc.array(price, { minLength: 4, maxLength: 4 }),
    compareAtFen: fc.option(price),
    stock: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
    sku: typed,
    pictures: fc.array(
      typed.map((alt) => ({ url: `https://example.com/${encodeURIComponent(alt)}.png`, alt })),
      { maxLength: 6 },
    ),
  })
  .map(({ name, description, optionName, values, prices, compareAtFen, stock, sku, ...rest }) => {
    const variant = (optionValues: string[], index: number) => ({
      optionValues,
      sku,
      barcode: sku,
      priceFen: prices[index] ?? 0,
      compareAtFen,
      stock,
    });
    const input = tidy(
      ProductInput.parse({
        ...rest,
        handle: 'thing',
        name: { zh: name, en: 'Thing' },
        description: { zh: description, en: '' },
        categoryId: null,
        options: values.length === 0 ? [] : [{ name: { zh: optionName }, values: values.map((zh) => ({ zh })) }],
        variants: values.length === 0 ? [variant([], 0)] : values.map((value, index) => variant([value], index)),
      }),
    );
    return {
      ...input,
      handle: 'thing',
      id: '0190f3b0-0000-7000-8000-000000000001',
      modifierGroups: [],
      soldOutStoreIds: [],
      hiddenStoreIds: [],
      createdAt: at,
      updatedAt: at,
      variants: input.variants.map((one, index) => ({
        ...one,
        stock: one.stock ?? null,
        reserved: 0,
        id: `0190f3b0-0000-7000-8000-00000000001${index}`,
      })),
    };
  });

it('reads back as unchanged whatever it wrote', () => {
  fc.assert(
    fc.property(product, (before) => {
      const file = readShopifyCsv(Buffer.from(writeShopifyCsv([before], new Map())));
      expect(file.refused).toEqual([]);
      expect(file.products).toHaveLength(1);
      expect(file.products.map((one) => planProduct(one, before, null))).toEqual([{ kind: 'unchanged' }]);
    }),
    { numRuns: 500 },
  );
});

it('leaves the stock that the file does not speak of to whoever changes it meanwhile', () => {
  fc.assert(
    fc.property(product, (before) => {
      const [first] = before.variants;
      const lines = ['Handle,Title,Variant Price', `thing,New name,${(first?.priceFen ?? 0) / 100}`];
      const [imported] = readShopifyCsv(Buffer.from(lines.join('\n'))).products;
      if (!imported || before.options.length > 0) return;
      const plan = planProduct(imported, before, null);
      expect(plan.kind).toBe('update');
      if (plan.kind === 'update') expect(plan.input.variants.every((one) => !('stock' in one))).toBe(true);
    }),
  );
});
