import { describe, expect, it } from 'vitest';
import type { PriceBook, PricedVariant } from '../catalog/index.js';
import { modifierFaults, priceLines, quote } from './order-pricing.js';

const tea: PricedVariant = {
  variantId: 'tea-large',
  productId: 'tea',
  name: { zh: '乌龙', en: 'Oolong' },
  choice: { zh: '大杯', en: 'Large' },
  pictureUrl: '/media/tea.webp',
  priceFen: 1800,
  onSale: true,
  soldOutToday: false,
  available: 5,
  groups: [
    { groupId: 'ice', name: { zh: '冰量', en: 'Ice' }, min: 1, max: 1, modifierIds: ['less-ice', 'no-ice'] },
    { groupId: 'extras', name: { zh: '小料', en: 'Extras' }, min: 0, max: 2, modifierIds: ['coconut', 'pearls'] },
  ],
};
const modifier = (modifierId: string, zh: string, en: string, priceFen: number) =>
  [modifierId, { modifierId, groupId: '', productId: 'tea', name: { zh, en }, priceFen }] as const;
const book: PriceBook = {
  variants: new Map([[tea.variantId, tea]]),
  modifiers: new Map([
    modifier('less-ice', '少冰', 'Less ice', 0),
    modifier('no-ice', '去冰', '', 0),
    modifier('coconut', '椰果', 'Coconut', 200),
    modifier('pearls', '珍珠', 'Pearls', 300),
  ]),
};
const line = (quantity: number, ...modifierIds: string[]) => ({ variantId: 'tea-large', modifierIds, quantity });
const terms = { deliveryFeeFen: 500, freeDeliveryOverFen: 4000 };

describe('a line', () => {
  it('costs its variant and its extras, and is named by them in the order of the menu', () => {
    expect(priceLines([line(2, 'pearls', 'no-ice')], book)).toMatchObject([
      { unitFen: 2100, totalFen: 4200, problem: null, choice: { zh: '大杯 / 去冰 / 珍珠', en: 'Large / 去冰 / Pearls' } },
    ]);
  });
  it('shares what is left with the lines before it', () => {
    expect(
      priceLines([line(3, 'no-ice'), line(3, 'less-ice'), line(2, 'no-ice'), line(1, 'no-ice')], book).map((one) => one.problem),
    ).toEqual([null, 'not_enough', null, 'sold_out']);
  });
  it('is gone with its variant, its extra, or when another product’s extra is named', () => {
    const other = { ...book, modifiers: new Map([...book.modifiers, modifier('syrup', '糖浆', '', 100)]) };
    expect(priceLines([{ variantId: 'cake', modifierIds: [], quantity: 1 }, line(1, 'gone'), line(1, 'syrup')], other)).toMatchObject(
      Array.from({ length: 3 }, () => ({ problem: 'gone', totalFen: 0 })),
    );
  });
  it('is sold out today although pieces are left', () => {
    const soldOut = { ...book, variants: new Map([[tea.variantId, { ...tea, soldOutToday: true }]]) };
    expect(priceLines([line(1, 'no-ice')], soldOut)[0]?.problem).toBe('sold_out');
  });
});

describe('extras', () => {
  it.each([
    [['no-ice'], []],
    [[], ['too_few']],
    [['no-ice', 'less-ice'], ['too_many']],
    [['no-ice', 'no-ice'], ['twice']],
    [['pearls', 'coconut', 'no-ice'], []],
  ])('%j: %j', (ids, faults) => {
    expect(modifierFaults([line(1, ...ids)], book).map((fault) => fault.code)).toEqual(faults);
  });
});

describe('delivery', () => {
  const of = (quantity: number, freeDeliveryOverFen: number | null = 4000) =>
    quote({ storeId: 's', fulfilment: 'delivery', lines: [line(quantity, 'no-ice')], book, delivery: { ...terms, freeDeliveryOverFen } });
  it('is flat, and free from the named amount on; the step stays, so that it is explained', () => {
    expect(of(1)).toMatchObject({
      totalFen: 2300,
      steps: [
        { kind: 'items', amountFen: 1800 },
        { kind: 'delivery', amountFen: 500 },
      ],
    });
    expect(of(3)).toMatchObject({
      totalFen: 5400,
      steps: [
        { kind: 'items', amountFen: 5400 },
        { kind: 'delivery', amountFen: 0 },
      ],
    });
    expect(of(3, null).totalFen).toBe(5900);
    expect(of(1, 1800).totalFen).toBe(1800);
  });
});
