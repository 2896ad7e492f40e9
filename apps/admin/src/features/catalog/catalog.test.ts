import type { ProductView } from '@pailou/contracts';
import { describe, expect, it } from 'vitest';
import { moved } from '../../lib/order';
import { bodyOf, changesOf, draftOf, emptyDraft, faultsOf, variantLike, withFreshStock, type ProductDraft } from './draft';
import { priceRange, stockSum } from './summary';
import { combinations, missing, splitValues, withOption, withoutOption, withoutValue, withValue, withValueRenamed } from './variants';

const option = (name: string, ...values: string[]) => ({ name: { zh: name, en: '' }, values: values.map((zh) => ({ zh, en: '' })) });
const variant = (id: string, ...optionValues: string[]) => ({ id, optionValues });
const copy = (one: { id: string; optionValues: string[] }) => ({ ...one, id: `${one.id}'` });
const shown = (variants: { id: string; optionValues: string[] }[]) => variants.map((one) => `${one.id}:${one.optionValues.join('/')}`);

describe('variants from options', () => {
  it('are every combination, in the order of the options', () => {
    expect(combinations([])).toEqual([[]]);
    expect(combinations([option('杯型', '中', '大'), option('温度', '冰', '热')])).toEqual([
      ['中', '冰'],
      ['中', '热'],
      ['大', '冰'],
      ['大', '热'],
    ]);
  });
  it('keep the first as what it was when an option comes, and merge when it goes', () => {
    const two = withOption([variant('a')], ['中', '大'], copy);
    expect(shown(two)).toEqual(['a:中', "a':大"]);
    const four = withOption(two, ['冰', '热'], copy);
    expect(shown(withoutOption(four, 1))).toEqual(shown(two));
    expect(shown(withoutOption(two, 0))).toEqual(['a:']);
  });
  it('follow a new value only in combinations that exist', () => {
    const some = [variant('a', '中', '冰'), variant('b', '中', '热'), variant('c', '大', '冰')];
    expect(shown(withValue(some, 1, '常温', copy)).slice(3)).toEqual(["a':中/常温", "c':大/常温"]);
    expect(missing([option('杯型', '中', '大'), option('温度', '冰', '热')], some)).toEqual([['大', '热']]);
  });
  it('follow a value that is renamed or goes', () => {
    const some = [variant('a', '中', '冰'), variant('b', '大', '冰')];
    expect(shown(withValueRenamed(some, 0, '中', '中杯'))).toEqual(['a:中杯/冰', 'b:大/冰']);
    expect(shown(withoutValue(some, 0, '中'))).toEqual(['b:大/冰']);
  });
  it('take values in any comma, each once', () => {
    expect(splitValues(' 中杯，大杯, 中杯、小杯 ;')).toEqual(['中杯', '大杯', '小杯']);
  });
});

const product: ProductView = {
  id: 'p',
  handle: 'latte',
  name: { zh: '拿铁', en: 'Latte' },
  line: null,
  description: { zh: '', en: '' },
  categoryId: null,
  status: 'active',
  vendor: '',
  tags: [],
  pictures: [],
  options: [option('杯型', '中')],
  variants: [{ id: 'v', optionValues: ['中'], sku: 'L-M', barcode: '', priceFen: 2850, compareAtFen: null, stock: 8, reserved: 1 }],
  modifierGroups: [
    { id: 'g', name: { zh: '加料', en: '' }, min: 0, max: 2, modifiers: [{ id: 'm', name: { zh: '珍珠', en: '' }, priceFen: 300 }] },
  ],
  position: 0,
  soldOutStoreIds: [],
  hiddenStoreIds: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

describe('the form of a product', () => {
  it('gives back what it was given', () => {
    const draft = draftOf(product);
    expect(draft.variants[0]).toMatchObject({ price: '28.50', compareAt: '', stock: '8' });
    expect(bodyOf(draft).variants).toEqual([
      { id: 'v', optionValues: ['中'], sku: 'L-M', barcode: '', priceFen: 2850, compareAtFen: null, stock: 8 },
    ]);
    expect(changesOf(draft, draftOf(product))).toEqual({});
    expect(faultsOf(draft)).toEqual({});
  });
  it('sends only what changed', () => {
    const draft = draftOf(product);
    draft.vendor = '牌楼';
    expect(changesOf(draftOf(product), draft)).toEqual({ vendor: '牌楼' });
  });
  it('keeps what was sold meanwhile, unless the stock was counted here', () => {
    const opened = draftOf(product);
    const fresh: ProductView = { ...product, variants: product.variants.map((one) => ({ ...one, stock: 5 })) };
    expect(withFreshStock(bodyOf(opened).variants, opened, fresh)[0]?.stock).toBe(5);
    const counted = draftOf(product);
    counted.variants[0]!.stock = '20';
    expect(withFreshStock(bodyOf(counted).variants, opened, fresh)[0]?.stock).toBe(20);
  });
  it('gives a further variant the price, not the codes or the stock', () => {
    expect(variantLike(draftOf(product).variants[0]!)).toEqual({
      optionValues: ['中'],
      sku: '',
      barcode: '',
      price: '28.50',
      compareAt: '',
      stock: '',
    });
  });
  it.each<[string, (draft: ProductDraft) => void, string]>([
    ['a name', (draft) => (draft.name.zh = ' '), 'name'],
    ['a price', (draft) => (draft.variants[0]!.price = '12.345'), 'variants.0.priceFen'],
    ['a compare-at above the price', (draft) => (draft.variants[0]!.compareAt = '28.5'), 'variants.0.compareAtFen'],
    ['whole pieces', (draft) => (draft.variants[0]!.stock = '1.5'), 'variants.0.stock'],
    ['a variant', (draft) => (draft.variants = []), 'variants'],
    ['a minimum not above the maximum', (draft) => (draft.modifierGroups[0]!.min = 3), 'modifierGroups.0'],
    ['as many modifiers as must be taken', (draft) => Object.assign(draft.modifierGroups[0]!, { min: 2, max: 2 }), 'modifierGroups.0'],
    ['a name for each modifier', (draft) => (draft.modifierGroups[0]!.modifiers[0]!.name.zh = ''), 'modifierGroups.0.modifiers.0.name'],
  ])('asks for %s', (_, spoil, path) => {
    const draft = draftOf(product);
    spoil(draft);
    expect(Object.keys(faultsOf(draft))).toEqual([path]);
  });
  it('starts with one variant and asks for name and price', () => {
    expect(Object.keys(faultsOf(emptyDraft()))).toEqual(['name', 'variants.0.priceFen']);
  });
});

describe('a list of products', () => {
  it('shows one price or a range, and counts what is counted', () => {
    expect(priceRange([{ priceFen: 1200 }, { priceFen: 1200 }])).toBe('¥12.00');
    expect(priceRange([{ priceFen: 1500 }, { priceFen: 1200 }])).toBe('¥12.00 – ¥15.00');
    expect(stockSum([{ stock: null }])).toBeNull();
    expect(stockSum([{ stock: null }, { stock: 3 }, { stock: 4 }])).toBe(7);
  });
  it('changes places', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, 5)).toEqual(['a', 'b']);
  });
});
