import { describe, expect, it } from 'vitest';
import { CartLineInput, Page, ProductInput, QuoteInput, TimeOfDay } from './index.js';

const id = '0190f3b0-0000-7000-8000-000000000001';

describe('contracts', () => {
  it('refuse a field that nobody declared', () => {
    expect(QuoteInput.safeParse({ storeId: id, lines: [{ variantId: id, quantity: 1 }], fulfilment: 'pickup', totalFen: 1 }).success).toBe(
      false,
    );
  });
  it('refuse a quantity that is not a whole number from 1 to 99', () => {
    for (const quantity of [0, -1, 1.5, 100, Number.NaN]) expect(CartLineInput.safeParse({ variantId: id, quantity }).success).toBe(false);
    expect(CartLineInput.parse({ variantId: id, quantity: 99 }).modifierIds).toEqual([]);
  });
  it('refuse a negative price', () => {
    const product = { name: { zh: '茶' }, categoryId: null, variants: [{ optionValues: [], priceFen: -1 }] };
    expect(ProductInput.safeParse(product).success).toBe(false);
    expect(ProductInput.safeParse({ ...product, variants: [{ optionValues: [], priceFen: 0 }] }).success).toBe(true);
  });
  it('read a page size from a query string and bound it', () => {
    expect(Page.parse({ limit: '100' }).limit).toBe(100);
    expect(Page.safeParse({ limit: '101' }).success).toBe(false);
    expect(Page.parse({}).limit).toBe(20);
  });
  it('know a time of day', () => {
    expect(['00:00', '23:59', '24:00'].every((time) => TimeOfDay.safeParse(time).success)).toBe(true);
    expect(['24:01', '7:00', '12:60'].some((time) => TimeOfDay.safeParse(time).success)).toBe(false);
  });
});
