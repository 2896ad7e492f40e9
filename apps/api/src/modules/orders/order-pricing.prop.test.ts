import type { CartLineInput } from '@pailou/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PriceBook, PricedVariant } from '../catalog/index.js';
import { modifierFaults, quote } from './order-pricing.js';

const store = '018f0000-0000-7000-8000-000000000001';
const variantId = (n: number) => `018f0000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const modifierId = (n: number) => `018f0000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`;

const variant = (n: number): fc.Arbitrary<PricedVariant> =>
  fc.record({
    variantId: fc.constant(variantId(n)),
    productId: fc.constant(variantId(n + 50)),
    name: fc.constant({ zh: `茶${n}`, en: `Tea ${n}` }),
    choice: fc.constant({ zh: '大杯', en: '' }),
    pictureUrl: fc.constant(null),
    priceFen: fc.integer({ min: 0, max: 100_000 }),
    onSale: fc.boolean(),
    soldOutToday: fc.boolean(),
    available: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    groups: fc.constant([
      {
        groupId: variantId(n + 70),
        name: { zh: '小料', en: 'Extras' },
        min: 0,
        max: 2,
        modifierIds: [modifierId(2 * n), modifierId(2 * n + 1)],
      },
    ]),
  });
const book: fc.Arbitrary<PriceBook> = fc
  .tuple(variant(0), variant(1), variant(2), fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 6, maxLength: 6 }))
  .map(([a, b, c, prices]) => ({
    variants: new Map([a, b, c].map((one) => [one.variantId, one])),
    modifiers: new Map(
      prices.map((priceFen, n) => [
        modifierId(n),
        { modifierId: modifierId(n), groupId: variantId(70), productId: variantId(50), name: { zh: `料${n}`, en: '' }, priceFen },
      ]),
    ),
  }));
const line: fc.Arbitrary<CartLineInput> = fc.record({
  variantId: fc.integer({ min: 0, max: 3 }).map(variantId),
  modifierIds: fc.uniqueArray(fc.integer({ min: 0, max: 7 }).map(modifierId), { maxLength: 3 }),
  quantity: fc.integer({ min: 1, max: 99 }),
});
const input = fc.record({
  storeId: fc.constant(store),
  fulfilment: fc.constantFrom('pickup' as const, 'delivery' as const, 'dine_in' as const),
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  book,
  delivery: fc.record({
    deliveryFeeFen: fc.integer({ min: 0, max: 2000 }),
    freeDeliveryOverFen: fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: null }),
  }),
});

it('explains every fen: lines make the items, steps make the total', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { lines, steps, totalFen } = quote(given);
      expect(steps[0]).toMatchObject({ kind: 'items', amountFen: lines.reduce((sum, one) => sum + one.totalFen, 0) });
      expect(steps.reduce((sum, step) => sum + step.amountFen, 0)).toBe(totalFen);
      for (const one of lines) expect(one.totalFen).toBe(one.problem ? 0 : one.unitFen * one.quantity);
      expect(steps.some((step) => step.kind === 'delivery')).toBe(given.fulfilment === 'delivery');
    }),
  );
});

it('never promises more pieces of a variant than are left, nor one that is not sold', () => {
  fc.assert(
    fc.property(input, (given) => {
      const sold = new Map<string, number>();
      for (const one of quote(given).lines) {
        if (one.problem) continue;
        expect(given.book.variants.get(one.variantId)).toMatchObject({ onSale: true, soldOutToday: false });
        sold.set(one.variantId, (sold.get(one.variantId) ?? 0) + one.quantity);
      }
      for (const [id, count] of sold) expect(count).toBeLessThanOrEqual(given.book.variants.get(id)?.available ?? Infinity);
    }),
  );
});

it('gives the same hash for the same choice, whatever the order of its extras, and another when any price changes', () => {
  fc.assert(
    fc.property(input, fc.integer({ min: 1, max: 500 }), (given, more) => {
      const { hash, lines } = quote(given);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(quote({ ...given, lines: given.lines.map((one) => ({ ...one, modifierIds: one.modifierIds.toReversed() })) }).hash).toBe(hash);
      const priced = lines.find((one) => one.problem !== 'gone');
      if (!priced) return;
      const before = given.book.variants.get(priced.variantId)!;
      const dearer = new Map(given.book.variants).set(priced.variantId, { ...before, priceFen: before.priceFen + more });
      expect(quote({ ...given, book: { ...given.book, variants: dearer } }).hash).not.toBe(hash);
    }),
  );
});

it('finds every choice of extras outside a group’s bounds', () => {
  fc.assert(
    fc.property(input, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), ({ lines, book: given }, min, more) => {
      const max = min + more;
      const bounded: PriceBook = {
        ...given,
        variants: new Map(
          [...given.variants].map(([id, one]) => [id, { ...one, groups: one.groups.map((group) => ({ ...group, min, max })) }]),
        ),
      };
      const wrong = new Set(modifierFaults(lines, bounded).map((fault) => fault.path));
      lines.forEach((one, index) => {
        const own = bounded.variants.get(one.variantId)?.groups[0]?.modifierIds;
        const count = one.modifierIds.filter((id) => own?.includes(id)).length;
        expect(wrong.has(`lines.${index}.modifierIds`)).toBe(own !== undefined && (count < min || count > max));
      });
    }),
  );
});
