import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/harness.js';
import { Storage } from './storage.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

it('keeps a picture as small WebP without its metadata, and serves it for ever', async () => {
  const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#1d6b4f' } })
    .withExif({ IFD3: { GPSLatitude: '30/1 39/1 0/1' } })
    .jpeg()
    .toBuffer();
  const path = await test.app.get(Storage).savePicture('products', photo);
  expect(path).toMatch(/^\/media\/products\/[0-9a-f-]{36}\.webp$/);
  const answer = await fetch(test.url + path);
  expect(answer.headers.get('content-type')).toBe('image/webp');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect(kept).toMatchObject({ format: 'webp', width: 1600, height: 800 });
  expect(kept.exif).toBeUndefined();
});
it('refuses what is no picture', async () => {
  for (const bytes of [Buffer.from('<html>'), Buffer.alloc(0), Buffer.from('GIF89a')])
    await expect(test.app.get(Storage).savePicture('products', bytes)).rejects.toMatchObject({ def: { code: 'common.not_a_picture' } });
});
it('gives nothing outside of its folders', async () => {
  for (const path of [
    '/media/products/nothing.webp',
    '/media/products/..%2f..%2fsecrets.webp',
    '/media/%2e%2e/passwd',
    '/media/products/x.html',
  ])
    expect((await test.request('GET', path)).status).toBe(404);
});
