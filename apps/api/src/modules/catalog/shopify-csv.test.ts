import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFen, readShopifyCsv, reasons, textOf, UnreadableCsv } from './shopify-csv.js';

const read = (text: string) => readShopifyCsv(Buffer.from(text));
const header = 'Handle,Title,Published,Option1 Name,Option1 Value,Variant Price,Variant Inventory Tracker,Variant Inventory Qty,Image Src';

describe('a Shopify CSV', () => {
  it('reads a real export of a clothes shop whole', () => {
    const file = readShopifyCsv(readFileSync(new URL('../../../test/fixtures/shopify-apparel.csv', import.meta.url)));
    expect(file.refused).toEqual([]);
    expect(file.rows).toBe(22);
    expect(file.products).toHaveLength(20);
    expect(file.products[0]).toMatchObject({
      handle: 'ocean-blue-shirt',
      title: 'Ocean Blue Shirt',
      tags: ['men'],
      status: 'active',
      optionNames: [],
    });
    expect(file.products[0]?.variants).toEqual([
      { line: 2, optionValues: [], sku: '', barcode: '', priceFen: 5000, compareAtFen: null, stock: null },
    ]);
    expect(file.products[1]).toMatchObject({ optionNames: ['Size'], lines: [3, 4, 5] });
    expect(file.products[1]?.variants.map((one) => one.optionValues)).toEqual([['Small'], ['Medium'], ['Large']]);
  });

  it('names each refused line, counting the lines of the file and not of the table', () => {
    const file = read(`${header}
tea,"Tea
of two lines",true,Size,S,12.50,shopify,3,
tea,,,,M,abc,shopify,3,
tea,,,,S,13,shopify,3,

tea,,,,L,14,shopify,many,
tea,,,,XL,15,,,ftp://x/y.png
,No handle,true,,,1,,,
cake,,true,,,1,,,
cake,,,,,2,,,
pie,Pie,maybe,,,1,,,
`);
    expect(file.rows).toBe(9);
    expect(file.products.map((one) => [one.handle, one.variants.length])).toEqual([['tea', 1]]);
    expect(file.refused).toEqual([
      { line: 4, handle: 'tea', reason: reasons.price('abc') },
      { line: 5, handle: 'tea', reason: reasons.twice },
      { line: 7, handle: 'tea', reason: reasons.stock('many') },
      { line: 8, handle: 'tea', reason: reasons.picture },
      { line: 9, handle: '', reason: reasons.handle },
      { line: 10, handle: 'cake', reason: reasons.title },
      { line: 11, handle: 'cake', reason: reasons.firstLine(10) },
      { line: 12, handle: 'pie', reason: reasons.status },
    ]);
  });

  it('reads Chinese as spreadsheets save it, in GB 18030', () => {
    const file = readShopifyCsv(
      Uint8Array.from([...Buffer.from('Handle,Title,Variant Price\na,'), 0xc4, 0xcc, 0xb2, 0xe8, ...Buffer.from(',1\n')]),
    );
    expect(file.products[0]?.title).toBe('奶茶');
  });

  it('refuses a line of broken UTF-8 alone, and does not take the file for another encoding', () => {
    const broken = Buffer.concat([
      Buffer.from('Handle,Title,Variant Price\na,奶茶,1\nb,'),
      Buffer.from([0xe5, 0xa5]),
      Buffer.from(',2\nc,红茶,3\nd,x\0y,4\n'),
    ]);
    const file = readShopifyCsv(broken);
    expect(file.products.map((one) => one.title)).toEqual(['奶茶', '红茶']);
    expect(file.refused).toEqual([
      { line: 3, handle: 'b', reason: reasons.encoding },
      { line: 5, handle: 'd', reason: reasons.encoding },
    ]);
  });

  it('reads a file of one product with 40,000 lines in time, and refuses one of more than 50,000', () => {
    const started = performance.now();
    expect(read(`Handle,Title,Variant Price\na,A,1\n${'a,,1\n'.repeat(40_000)}`).refused).toHaveLength(40_000);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(() => read(`Handle,Title,Variant Price\n${'a,A,1\n'.repeat(50_001)}`)).toThrow(UnreadableCsv);
  });

  it('leaves what the file has no column for', () => {
    const [product] = read('Handle,Title,Variant Price\na,A,1\n').products;
    expect(product).toEqual({
      handle: 'a',
      lines: [2],
      title: 'A',
      optionNames: [],
      variants: [{ line: 2, optionValues: [], priceFen: 100 }],
    });
  });

  it.each([['Handle,Price\na,1\n'], ['a,b\n1,2\n3,"x"y\n'], ['']])('refuses what is no product CSV: %j', (text) => {
    expect(() => read(text)).toThrow(UnreadableCsv);
  });
});

it.each([
  ['50', 5000],
  ['50.5', 5050],
  ['0.29', 29],
  ['19.990', 1999],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['1.005', null],
  ['1,299', null],
  ['1e3', null],
])('reads %j yuan as %j fen', (text, fen) => expect(readFen(text)).toBe(fen));

it('makes text of HTML', () => {
  expect(textOf('<p>Fresh &amp; <b>hot</b></p><p>2 &lt; 3 &#33;</p><script>alert(1)</script>')).toBe('Fresh & hot\n2 < 3 !');
  expect(textOf('a &#xD800; &#0; b')).toBe('a &#xD800; &#0; b');
});
