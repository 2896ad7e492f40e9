import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OrderMoneyView } from '@pailou/contracts';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { type Buyer, newBuyer, openShop, order, payByWechat, type Shop, stockGoods, until } from '../../../test/shop.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';
import { newId } from '../../kernel/ids.js';

let test: WechatTestApp;
let owner: { cookie: string };
let shop: Shop;
let goods: { variantId: string };
let buyer: Buyer;
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv, undefined, { weixin: { shippingIndexMs: 0, settlementDelayMs: 0 } });
  owner = await signInOperator(test);
  shop = await openShop(test);
  goods = await stockGoods(test);
  buyer = await newBuyer(test);
});
afterAll(() => test.close());

const admin = (method: string, path: string, body?: object, as = owner) =>
  test.request(method, `/api/v1/admin${path}`, { as, ...(body ? { body } : {}), headers: { 'idempotency-key': newId() } });
const moneyOf = async (id: string) => (await admin('GET', `/orders/${id}/money`)).body as OrderMoneyView;
const place = async (wish: object = {}) =>
  (await order(test, buyer, shop, { lines: [{ variantId: goods.variantId, quantity: 2 }], ...wish })).body;
async function paid(id: string): Promise<void> {
  await payByWechat(test, buyer, id);
  await until(async () => (await admin('GET', `/orders/${id}`)).body.status === 'paid');
}
/** Whatever happens to an order, its fen are somewhere. */
function addsUp({ sums, totalFen }: OrderMoneyView): void {
  expect(sums.stepsFen).toBe(totalFen);
  expect(sums.paidFen).toBe(sums.keptFen + sums.returningFen + sums.returnedFen + sums.strandedFen);
  expect(sums.keptFen).toBe(sums.cashFen + sums.heldFen + sums.settledFen);
}

it('tells an order from cart to bank, each fen of it', async () => {
  const made = await place({ fulfilment: 'delivery', addressId: buyer.addressId });
  const fresh = await moneyOf(made.id);
  addsUp(fresh);
  expect(fresh).toMatchObject({ totalFen: 4100, attempts: [], sums: { linesFen: 3600, dueFen: 4100, openFen: 4100, paidFen: 0 } });
  expect(fresh.steps.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
    ['items', 3600],
    ['delivery', 500],
  ]);

  await paid(made.id);
  const afterPaying = await moneyOf(made.id);
  addsUp(afterPaying);
  const [attempt] = afterPaying.attempts;
  expect(attempt).toMatchObject({
    method: 'wechat',
    status: 'paid',
    heardBy: 'notification',
    notices: [{ eventType: 'TRANSACTION.SUCCESS', outcome: 'applied' }],
  });
  expect(afterPaying.sums).toMatchObject({
    paidFen: 4100,
    keptFen: 4100,
    heldFen: 4100,
    settledFen: 0,
    feeFen: null,
    netFen: null,
    openFen: 0,
  });

  await admin('POST', `/orders/${made.id}/refunds`, {
    reason: '少了一杯',
    restock: false,
    lines: [{ lineId: made.lines[0].id, quantity: 1 }],
  });
  await until(async () => (await moneyOf(made.id)).attempts[0]?.refunds[0]?.status === 'succeeded');
  for (const step of ['accept', 'ready', 'complete']) await admin('POST', `/orders/${made.id}/${step}`);
  await until(async () => (await moneyOf(made.id)).attempts[0]?.shipping?.status === 'reported');
  await test.sandbox.control.confirmReceipt(buyer.wechatId, attempt!.outTradeNo, 'confirm');
  await until(async () => (await moneyOf(made.id)).attempts[0]?.shipping?.status === 'settled');
  const last = await moneyOf(made.id);
  addsUp(last);
  expect(last.sums).toMatchObject({ paidFen: 4100, returnedFen: 1800, keptFen: 2300, settledFen: 2300, heldFen: 0 });
});

it('tells of cash, of an order that was given up, and of money that came twice', async () => {
  const cash = await place();
  await admin('POST', `/orders/${cash.id}/cash`);
  addsUp(await moneyOf(cash.id));
  expect((await moneyOf(cash.id)).sums).toMatchObject({ cashFen: 3600, heldFen: 0, settledFen: 0, feeFen: 0, netFen: 3600, openFen: 0 });

  const given = await place();
  await admin('POST', `/orders/${given.id}/cancel`);
  expect((await moneyOf(given.id)).sums).toMatchObject({ paidFen: 0, openFen: 0 });

  // Paid in the very moment in which it was closed: the money goes back by itself.
  const late = await place();
  const asked = await test.request('POST', `/api/v1/storefront/orders/${late.id}/pay`, { as: buyer.as });
  await test.db.pool.query(`update orders set status = 'cancelled', stock = 'released' where id = $1`, [late.id]);
  await test.sandbox.control.pay(buyer.wechatId, asked.body.package, 'pay', asked.body);
  await until(async () => (await moneyOf(late.id)).attempts[0]?.refunds[0]?.status === 'succeeded');
  const back = await moneyOf(late.id);
  addsUp(back);
  expect(back.attempts[0]?.refunds[0]).toMatchObject({ automatic: true });
  expect(back.sums).toMatchObject({ paidFen: 3600, returnedFen: 3600, keptFen: 0, openFen: 0 });
});

it('is found by any of its numbers, by those who see its store', async () => {
  const made = await place();
  await paid(made.id);
  await admin('POST', `/orders/${made.id}/refunds`, { reason: '少了', restock: false, lines: [{ lineId: made.lines[0].id, quantity: 1 }] });
  await until(async () => (await moneyOf(made.id)).attempts[0]?.refunds[0]?.status === 'succeeded');
  const { attempts } = await moneyOf(made.id);
  const [attempt] = attempts;
  const [refund] = attempt!.refunds;
  for (const q of [made.number, attempt!.outTradeNo, attempt!.transactionId!, refund!.outRefundNo, refund!.refundId!]) {
    const { body } = await admin('GET', `/order-money?q=${encodeURIComponent(` ${q} `)}`);
    expect(body.items, q).toMatchObject([{ id: made.id, number: made.number, totalFen: 3600 }]);
  }
  for (const q of ['', 'nothing', attempt!.outTradeNo.slice(0, 20), '%'])
    expect((await admin('GET', `/order-money?q=${encodeURIComponent(q)}`)).body.items).toEqual([]);
  const elsewhere = await newOperator(test, owner, ['payments:read'], [(await openShop(test, '太古里店')).storeId]);
  expect((await admin('GET', `/order-money?q=${made.number}`, undefined, elsewhere)).body.items).toEqual([]);
  expect((await admin('GET', `/orders/${made.id}/money`, undefined, elsewhere)).body.code).toBe('orders.not_found');
});
