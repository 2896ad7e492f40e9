import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.js';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { type Buyer, hurry, newBuyer, openShop, order, payByWechat, type Shop, stockGoods, until, type Wish } from '../../../test/shop.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';

let test: WechatTestApp;
let owner: { cookie: string };
let shop: Shop;
let variantId: string;
let buyer: Buyer;
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv, undefined, { weixin: { shippingIndexMs: 0, settlementDelayMs: 0 } });
  owner = await signInOperator(test);
  shop = await openShop(test);
  ({ variantId } = await stockGoods(test));
  buyer = await newBuyer(test);
});
afterAll(() => test.close());

const admin = (method: string, path: string, body?: object) =>
  test.request(method, `/api/v1/admin${path}`, { as: owner, ...(body ? { body } : {}), headers: { 'idempotency-key': newId() } });
const rowOf = async (orderId: string) =>
  (await test.db.pool.query('select attempt_id as id, status, code, logistics, tries from shipping_reports where order_id = $1', [orderId]))
    .rows[0];
const becomes = (orderId: string, status: string) => until(async () => (await rowOf(orderId))?.status === status);
const numberOf = async (orderId: string) =>
  (await test.db.pool.query('select out_trade_no as n from payments_attempts where payable_id = $1', [orderId])).rows[0].n as string;
async function handedOver(wish: Partial<Wish> = {}): Promise<string> {
  const { body } = await order(test, buyer, shop, { lines: [{ variantId, quantity: 1 }], ...wish });
  await payByWechat(test, buyer, body.id);
  await until(async () => (await admin('GET', `/orders/${body.id}`)).body.status === 'paid');
  for (const step of ['accept', 'ready', 'complete']) await admin('POST', `/orders/${body.id}/${step}`);
  return body.id;
}

it('tells how an order was handed over, and hears when the money is free', async () => {
  const before = (await admin('GET', '/shipping-reports/money')).body;
  const id = await handedOver({ fulfilment: 'dine_in', tableId: shop.tableId });
  await becomes(id, 'reported');
  expect(await rowOf(id)).toMatchObject({ logistics: 'pickup', tries: 1 });
  const at = await test.sandbox.control.shipping(await numberOf(id));
  expect(at).toMatchObject({ logisticsType: 4, frozenFen: 1800 });
  expect((await admin('GET', '/shipping-reports/money')).body).toMatchObject({
    unreportedFen: before.unreportedFen,
    unsettledFen: before.unsettledFen + 1800,
  });
  await test.sandbox.control.confirmReceipt(buyer.wechatId, await numberOf(id), 'confirm');
  await becomes(id, 'settled');
  expect((await admin('GET', '/shipping-reports/money')).body.unsettledFen).toBe(before.unsettledFen);
});

it('shows and hands an operator of some stores only what is theirs', async () => {
  const id = await handedOver();
  await becomes(id, 'reported');
  await test.db.pool.query(`update shipping_reports set status = 'failed' where order_id = $1`, [id]);
  const { id: report } = await rowOf(id);
  const elsewhere = await openShop(test);
  const [here, there] = await Promise.all([shop, elsewhere].map(({ storeId }) => newOperator(test, owner, ['shipping:handle'], [storeId])));
  const ask = (as: { cookie: string }, method: string, path: string, body?: object) =>
    test.request(method, `/api/v1/admin/shipping-reports${path}`, { as, ...(body ? { body } : {}) });
  expect((await ask(here!, 'GET', '')).body.items.map((one: { id: string }) => one.id)).toContain(report);
  expect((await ask(here!, 'GET', '/money')).body.failed).toBeGreaterThan(0);
  expect((await ask(there!, 'GET', '')).body.items).toEqual([]);
  expect((await ask(there!, 'GET', '/money')).body).toEqual({ unreportedFen: 0, unsettledFen: 0, failed: 0 });
  expect((await ask(there!, 'POST', `/${report}/retry`)).body.code).toBe('shipping.not_found');
  expect((await ask(there!, 'POST', `/${report}/handle`, { reason: '不归我管' })).body.code).toBe('shipping.not_found');
  expect((await ask(here!, 'POST', `/${report}/handle`, { reason: '已在后台上传' })).status).toBe(204);
});

it('goes on after WeChat did not know the payment yet, after a lost answer, and tells once', async () => {
  const path = '/wxa/sec/order/upload_shipping_info';
  await test.sandbox.control.faults([{ on: 'answer', path, action: 'error', errcode: 10_060_001, count: 1 }]);
  const id = await handedOver();
  await until(async () => (await rowOf(id))?.tries === 1);
  await test.sandbox.control.faults([{ on: 'answer', path, action: 'lose', count: 1 }]);
  await hurry(test, 'shipping.report');
  await until(async () => (await rowOf(id))?.tries === 2);
  await hurry(test, 'shipping.report');
  await becomes(id, 'reported');
  expect((await rowOf(id)).tries).toBe(3);
});

it('leaves to an operator what WeChat refuses for good', async () => {
  const refuse = () =>
    test.sandbox.control.faults([
      { on: 'answer', path: '/wxa/sec/order/upload_shipping_info', action: 'error', errcode: 10_060_014, count: 1 },
    ]);
  await refuse();
  const id = await handedOver();
  await becomes(id, 'failed');
  const failed = await admin('GET', '/shipping-reports?status=failed');
  expect(failed.body.items).toMatchObject([{ orderId: id, code: '10060014', amountFen: 1800 }]);
  expect((await admin('GET', '/shipping-reports/money')).body.failed).toBe(1);
  const report = (await rowOf(id)).id;
  expect((await admin('POST', `/shipping-reports/${report}/retry`)).status).toBe(204);
  await becomes(id, 'reported');
  expect((await admin('POST', `/shipping-reports/${report}/retry`)).body.code).toBe('shipping.not_failed');

  await refuse();
  const other = await handedOver();
  await becomes(other, 'failed');
  expect((await admin('POST', `/shipping-reports/${(await rowOf(other)).id}/handle`, { reason: '已在后台发货' })).status).toBe(204);
  expect((await admin('GET', '/shipping-reports')).body.items[0]).toMatchObject({
    status: 'handled',
    handledReason: '已在后台发货',
    handledBy: expect.any(String),
  });
  expect((await admin('POST', `/shipping-reports/${newId()}/retry`)).body.code).toBe('shipping.not_found');
});

it('says nothing of cash, nor of an order whose money went back', async () => {
  const { body } = await order(test, buyer, shop, { lines: [{ variantId, quantity: 1 }] });
  await admin('POST', `/orders/${body.id}/cash`);
  for (const step of ['accept', 'ready', 'complete']) await admin('POST', `/orders/${body.id}/${step}`);
  await test.sandbox.control.faults([
    { on: 'answer', path: '/wxa/sec/order/upload_shipping_info', action: 'error', errcode: 10_060_001, count: 1 },
  ]);
  const id = await handedOver();
  await until(async () => (await rowOf(id))?.tries === 1);
  await admin('POST', `/orders/${id}/refunds`, { reason: '不好喝', restock: false });
  await until(async () => (await admin('GET', `/orders/${id}`)).body.refundStatus === 'full');
  await hurry(test, 'shipping.report');
  await becomes(id, 'not_needed');
  expect(await rowOf(body.id)).toBeUndefined();
});
