import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { code, createTestApp, type TestApp } from '../../../test/harness.js';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';

let test: TestApp;
let owner: { cookie: string };
const admin = '/api/v1/admin';
beforeAll(async () => {
  test = await createTestApp(ownerEnv);
  owner = await signInOperator(test);
});
afterAll(() => test.close());

const file = readFileSync(new URL('../../../test/fixtures/shopify-apparel.csv', import.meta.url));
const send = (bytes: Uint8Array, dryRun?: boolean) => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), 'products.csv');
  return test.request('POST', `${admin}/products/import${dryRun === undefined ? '' : `?dryRun=${dryRun}`}`, { as: owner, body });
};

it('goes in whole, once; a dry run changes nothing', async () => {
  const counts = { rows: 22, refused: [] };
  const dry = (await send(file)).body;
  expect(dry).toMatchObject({ ...counts, dryRun: true });
  expect(dry.created).toBeGreaterThan(15);
  expect((await test.request('GET', `${admin}/products?q=ocean-blue`, { as: owner })).body.items).toEqual([]);
  expect((await send(file, false)).body).toMatchObject({ ...counts, dryRun: false, created: dry.created, updated: 0, unchanged: 0 });
  expect((await send(file, false)).body).toMatchObject({ ...counts, created: 0, updated: 0, unchanged: dry.created });
  const [varsity] = (await test.request('GET', `${admin}/products?q=classic-varsity`, { as: owner })).body.items;
  expect(varsity).toMatchObject({
    name: { zh: 'Classic Varsity Top' },
    vendor: 'partners-demo',
    tags: ['women'],
    options: [{ name: { zh: 'Size' } }],
  });
  expect(varsity.variants.map((one: { priceFen: number }) => one.priceFen)).toEqual([6000, 6000, 6000]);
  expect(varsity.pictures[0].url).toContain('https://burst.shopifycdn.com/');
});
it('names each refused line with its reason, and takes the others', async () => {
  const lines = [
    'Handle,Title,Option1 Name,Option1 Value,Variant Price',
    'good-one,Good,Title,Default Title,12.50',
    'bad-price,Bad,Title,Default Title,-3',
    ',No handle,Title,Default Title,1',
  ];
  const { body } = await send(Buffer.from(lines.join('\n')), false);
  expect(body).toMatchObject({
    created: 1,
    refused: [
      { line: 3, handle: 'bad-price' },
      { line: 4, handle: '' },
    ],
  });
  expect(body.refused[0].reason).toContain('-3');
});
it('that goes out comes back in unchanged', async () => {
  const out = await fetch(`${test.url}${admin}/products/export`, { headers: { cookie: owner.cookie } });
  expect(out.headers.get('content-type')).toContain('text/csv');
  const { body } = await send(new Uint8Array(await out.arrayBuffer()));
  expect(body).toMatchObject({ created: 0, updated: 0, refused: [] });
  expect(body.unchanged).toBeGreaterThan(20);
});
it('is refused when it is none, too large, or from the wrong hands', async () => {
  expect(await code(send(Buffer.from('a,b\n1,2')))).toEqual([422, 'catalog.unreadable_csv']);
  expect(await code(send(Buffer.alloc(5 * 1024 * 1024 + 1, 'x')))).toEqual([413, 'common.too_large']);
  const reader = await newOperator(test, owner, ['catalog:read'], null);
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(file)]), 'products.csv');
  expect(await code(test.request('POST', `${admin}/products/import?dryRun=false`, { as: reader, body }))).toEqual([
    403,
    'common.forbidden',
  ]);
});
