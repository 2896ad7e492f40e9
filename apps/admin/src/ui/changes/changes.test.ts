import { describe, expect, it } from 'vitest';
import { changesOf, leavesOf } from './diff';
import { deedWord, kindWord } from './words';

describe('a change in the log', () => {
  it('is shown by the leaves that differ', () => {
    const before = { name: { zh: '拿铁', en: '' }, variants: [{ priceFen: 2600 }, { priceFen: 3000 }], tags: [] };
    const after = { name: { zh: '拿铁', en: 'Latte' }, variants: [{ priceFen: 2800 }], tags: ['热门'] };
    expect(changesOf(before, after)).toEqual([
      { path: 'name.en', after: 'Latte' },
      { path: 'variants.0.priceFen', before: '2600', after: '2800' },
      { path: 'tags.0', after: '热门' },
      { path: 'variants.1.priceFen', before: '3000' },
    ]);
  });
  it('of a thing made or deleted gives all of it', () => {
    expect(changesOf(null, { a: 1, b: null, c: '' })).toEqual([{ path: 'a', after: '1' }]);
    expect(changesOf({ a: true, b: [] }, null)).toEqual([{ path: 'a', before: 'true' }]);
    expect(changesOf(null, null)).toEqual([]);
    expect(changesOf({ a: { b: [1] } }, { a: { b: [1] } })).toEqual([]);
  });
  it('keeps a plain value under the empty path', () => {
    expect([...leavesOf('x')]).toEqual([['', 'x']]);
  });
  it('has words, or its own name', () => {
    expect(deedWord('catalog.update_product')).toBe('修改');
    expect(deedWord('catalog.set_stock')).toBe('改库存');
    expect(deedWord('orders.cancel')).toBe('取消');
    expect(deedWord('moon.land')).toBe('moon.land');
    expect([kindWord('store_code'), kindWord('moon')]).toEqual(['小程序码', 'moon']);
  });
});
