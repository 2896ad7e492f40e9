import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, createTestApp } from '../../../test/harness.js';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';

let test: WechatTestApp;
let owner: { cookie: string };
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv);
  owner = await signInOperator(test);
});
afterAll(() => test.close());

const always = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
const store = (over: object = {}) => ({
  name: { zh: '春熙路店', en: 'Chunxi Road' },
  address: { zh: '春熙路 1 号', en: '1 Chunxi Road' },
  phone: '02888886666',
  latitude: 30.6571,
  longitude: 104.0823,
  hours: always,
  ...over,
});
const open = async (over: object = {}) => (await test.request('POST', '/api/v1/admin/stores', { as: owner, body: store(over) })).body;

describe('stores for customers', () => {
  it('come nearest first, with distance in metres and whether they are open', async () => {
    const near = await open();
    const far = await open({ name: { zh: '北京店' }, latitude: 39.9087, longitude: 116.3975, hours: Array.from({ length: 7 }, () => []) });
    const { body } = await test.request('GET', '/api/v1/storefront/stores?latitude=30.66&longitude=104.08');
    const ids = body.items.map((one: { id: string }) => one.id);
    expect(ids.indexOf(near.id)).toBeLessThan(ids.indexOf(far.id));
    const [first] = body.items;
    expect(first.distanceMetres).toBeGreaterThan(200);
    expect(first.distanceMetres).toBeLessThan(600);
    expect(first.open).toBe(true);
    expect(body.items.find((one: { id: string }) => one.id === far.id)).toMatchObject({ open: false, opensAt: null });
  });
  it('are 404 when unknown and 400 when the id is none', async () => {
    expect(await code(test.request('GET', '/api/v1/storefront/stores/0190f3b0-0000-7000-8000-000000000001'))).toEqual([
      404,
      'stores.not_found',
    ]);
    expect(await code(test.request('GET', '/api/v1/storefront/stores/1'))).toEqual([400, 'common.validation']);
    expect(await code(test.request('GET', '/api/v1/storefront/stores?latitude=91&longitude=0'))).toEqual([400, 'common.validation']);
  });
});

describe('codes', () => {
  it('are drawn by WeChat once, open their page, and mean the store, the table, the product', async () => {
    const { id } = await open();
    const make = async (body: object) => (await test.request('POST', `/api/v1/admin/stores/${id}/codes`, { as: owner, body })).body;
    const door = await make({ kind: 'door', label: '大门' });
    const table = await make({ kind: 'table', label: 'A1' });
    expect(door).toMatchObject({ page: 'pages/home/index' });
    expect(door.scene.length).toBeLessThanOrEqual(32);
    const image = await fetch(test.url + table.imageUrl, { headers: { cookie: owner.cookie } });
    expect(image.headers.get('content-type')).toBe('image/jpeg');
    expect((await image.arrayBuffer()).byteLength).toBeGreaterThan(5000);
    await fetch(test.url + table.imageUrl, { headers: { cookie: owner.cookie } });
    expect((await test.sandbox.control.codes()).filter((one) => one.scene === table.scene)).toHaveLength(1);
    expect((await test.request('GET', `/api/v1/storefront/codes/${table.scene}`)).body).toEqual({
      kind: 'table',
      storeId: id,
      tableId: table.id,
      tableLabel: 'A1',
      productId: null,
    });
    expect(
      await code(test.request('POST', `/api/v1/admin/stores/${id}/codes`, { as: owner, body: { kind: 'table', label: 'A1' } })),
    ).toEqual([409, 'stores.label_taken']);
    expect((await test.request('DELETE', `/api/v1/admin/stores/${id}/codes/${table.id}`, { as: owner })).status).toBe(204);
    expect(await code(test.request('GET', `/api/v1/storefront/codes/${table.scene}`))).toEqual([404, 'stores.code_not_found']);
  });
  it('say so when WeChat cannot draw now, and can the next time', async () => {
    const { id } = await open();
    const { body: made } = await test.request('POST', `/api/v1/admin/stores/${id}/codes`, {
      as: owner,
      body: { kind: 'door', label: '侧门' },
    });
    await test.sandbox.control.faults([{ on: 'answer', path: '/wxa/getwxacodeunlimit', action: 'error', errcode: 45009 }]);
    expect(await code(test.request('GET', made.imageUrl, { as: owner }))).toEqual([502, 'stores.image_unavailable']);
    expect((await fetch(test.url + made.imageUrl, { headers: { cookie: owner.cookie } })).status).toBe(200);
  });
});

describe('a code before WeChat is configured', () => {
  it('is made and scanned, and says why it has no picture yet', async () => {
    const bare = await createTestApp(ownerEnv);
    const as = await signInOperator(bare);
    const { id } = (await bare.request('POST', '/api/v1/admin/stores', { as, body: store() })).body;
    const door = (await bare.request('POST', `/api/v1/admin/stores/${id}/codes`, { as, body: { kind: 'door', label: '大门' } })).body;
    expect((await bare.request('GET', `/api/v1/storefront/codes/${door.scene}`)).body).toMatchObject({ kind: 'door', storeId: id });
    const image = await bare.request('GET', `/api/v1/admin/stores/${id}/codes/${door.id}/image`, { as });
    expect([image.status, image.body.code, image.body.detail]).toEqual([502, 'stores.image_unavailable', 'wechat.not_configured']);
    await bare.close();
  });
});

describe('operators of stores', () => {
  it('see and change only theirs', async () => {
    const [mine, others] = [await open(), await open()];
    const staff = await newOperator(test, owner, ['stores:read', 'stores:write'], [mine.id]);
    expect((await test.request('GET', '/api/v1/admin/stores', { as: staff })).body.map((one: { id: string }) => one.id)).toEqual([mine.id]);
    expect(await code(test.request('PATCH', `/api/v1/admin/stores/${others.id}`, { as: staff, body: { pickup: false } }))).toEqual([
      404,
      'stores.not_found',
    ]);
    expect(await code(test.request('POST', '/api/v1/admin/stores', { as: staff, body: store() }))).toEqual([403, 'common.all_stores']);
    expect((await test.request('PATCH', `/api/v1/admin/stores/${mine.id}`, { as: staff, body: { pickup: false } })).body).toMatchObject({
      pickup: false,
      dineIn: true,
    });
    const reader = await newOperator(test, owner, ['stores:read'], null);
    expect(await code(test.request('PATCH', `/api/v1/admin/stores/${mine.id}`, { as: reader, body: { pickup: true } }))).toEqual([
      403,
      'common.forbidden',
    ]);
    expect(await code(test.request('GET', '/api/v1/admin/stores'))).toEqual([401, 'common.unauthenticated']);
  });
  it('are told what is wrong, field by field', async () => {
    const wrong: [object, string][] = [
      [
        {
          hours: [
            [
              { from: '08:00', to: '12:00' },
              { from: '11:00', to: '13:00' },
            ],
            [],
            [],
            [],
            [],
            [],
            [],
          ],
        },
        'stores.bad_hours',
      ],
      [{ timeZone: 'Mars/Olympus' }, 'stores.bad_time_zone'],
      [{ deliveryFeeFen: -1 }, 'common.validation'],
      [{ unknown: 1 }, 'common.validation'],
      [{ name: { zh: '\ud800' } }, 'common.validation'],
    ];
    for (const [over, name] of wrong) {
      const { body } = await test.request('POST', '/api/v1/admin/stores', { as: owner, body: store(over) });
      expect([body.code, body.errors.length > 0]).toEqual([name, true]);
    }
  });
});
