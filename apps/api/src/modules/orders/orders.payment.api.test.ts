import { AdminOrderView, OrderView } from '@pailou/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { type Buyer, hurry, newBuyer, openShop, order, payByWechat, type Shop, stockGoods, stockOf, until } from '../../../test/shop.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';
import { newId } from '../../kernel/ids.js';
import { Live, type LiveMessage } from '../../platform/live/live.js';

let test: WechatTestApp;
let shop: Shop;
let lin: Buyer;
let owner: { cookie: string };
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv);
  shop = await openShop(test);
  lin = await newBuyer(test);
  owner = await signInOperator(test);
});
afterAll(() => test.close());
beforeEach(() => test.sandbox.control.faults([]));

const storefront = (method: string, path: string) => test.request(method, `/api/v1/storefront${path}`, { as: lin.as });
const admin = (method: string, path: string, body?: unknown) =>
  test.request(method, `/api/v1/admin${path}`, { as: owner, body, headers: { 'idempotency-key': newId() } });
const see = async (id: string) => OrderView.parse((await storefront('GET', `/orders/${id}`)).body);
const is = (id: string, status: OrderView['status']) => until(async () => (await see(id)).status === status);
const refundIs = (id: string, status: OrderView['refundStatus']) => until(async () => (await see(id)).refundStatus === status);
const events = async (id: string) =>
  (await test.db.pool.query(`select type from events where payload ->> 'orderId' = $1 order by at, id`, [id])).rows.map(
    (row: { type: string }) => row.type,
  );
const numberOf = async (id: string) =>
  (
    (
      await test.db.pool.query('select out_trade_no as n from payments_attempts where payable_id = $1 order by created_at desc limit 1', [
        id,
      ])
    ).rows[0] as { n: string }
  ).n;
async function place(quantity = 2, stock: number | null = 10) {
  const goods = await stockGoods(test, { stock });
  const { status, body } = await order(test, lin, shop, { lines: [{ variantId: goods.variantId, quantity }] });
  expect(status).toBe(201);
  return { goods, id: body.id as string, lineId: body.lines[0].id as string };
}
async function placePaid(quantity = 2) {
  const made = await place(quantity);
  await payByWechat(test, lin, made.id);
  await is(made.id, 'paid');
  return made;
}
const dropNews = () => test.sandbox.control.faults({ on: 'notification', action: 'drop' });
const overdue = (id: string) => test.db.pool.query(`update orders set expires_at = now() - interval '1 second' where id = $1`, [id]);

describe('paying', () => {
  it('makes the order paid, sells its stock, and says so live', async () => {
    const { id, goods } = await place();
    const heard: LiveMessage[] = [];
    const stops = [`order:${id}`, `orders:${shop.storeId}`, 'orders:all'].map((topic) =>
      test.app.get(Live).hear(topic, (message) => heard.push(message)),
    );
    await payByWechat(test, lin, id);
    await is(id, 'paid');
    await until(async () => heard.length === 3);
    stops.forEach((stop) => stop());
    expect(heard.map((message) => message.data)).toEqual(Array.from({ length: 3 }, () => ({ id, status: 'paid', refundStatus: 'none' })));
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 8, reserved: 0 });
    expect((await see(id)).history.map((one) => [one.event, one.by])).toEqual([
      ['submitted', 'customer'],
      ['paid', 'customer'],
    ]);
    expect((await test.sandbox.control.order(await numberOf(id)))?.total).toBe(3600);
    expect((await storefront('POST', `/orders/${id}/pay`)).body.code).toBe('orders.not_payable');
  });
  it('is seen at once when the client says so, although the notification is lost', async () => {
    const { id } = await place();
    await dropNews();
    await payByWechat(test, lin, id);
    expect((await storefront('POST', `/orders/${id}/check-payment`)).body.status).toBe('paid');
  });
  it('is found by asking when neither notification nor client comes back', async () => {
    const { id } = await place();
    await dropNews();
    await payByWechat(test, lin, id);
    await hurry(test, 'payments.poll');
    await is(id, 'paid');
    expect(await events(id)).toEqual(['order.submitted', 'order.paid']);
  });
  it('is not believed because the client says so', async () => {
    const { id } = await place();
    await storefront('POST', `/orders/${id}/pay`);
    expect((await storefront('POST', `/orders/${id}/check-payment`)).body.status).toBe('unpaid');
  });
});

describe('expiry', () => {
  it('closes at WeChat first, then gives the stock back', async () => {
    const { id, goods } = await place();
    await storefront('POST', `/orders/${id}/pay`);
    await overdue(id);
    await hurry(test, 'orders.expire');
    await is(id, 'expired');
    expect((await test.sandbox.control.order(await numberOf(id)))?.state).toBe('CLOSED');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 10, reserved: 0 });
  });
  it('asks WeChat first, and finds the order paid', async () => {
    const { id } = await place();
    await dropNews();
    await payByWechat(test, lin, id);
    await overdue(id);
    await hurry(test, 'orders.expire');
    await is(id, 'paid');
    expect(await events(id)).not.toContain('order.expired');
  });
  it('waits while WeChat does not answer: the money may be on its way', async () => {
    const { id, goods } = await place();
    await storefront('POST', `/orders/${id}/pay`);
    await overdue(id);
    await test.sandbox.control.faults({
      on: 'answer',
      path: '/v3/pay/transactions',
      action: 'error',
      status: 500,
      code: 'SYSTEM_ERROR',
      count: 3,
    });
    await hurry(test, 'orders.expire');
    await until(
      async () =>
        (
          (await test.db.pool.query(`select attempts from graphile_worker.jobs where key = $1`, [`orders.expire:${id}`])).rows[0] as
            | { attempts: number }
            | undefined
        )?.attempts === 1,
    );
    expect((await see(id)).status).toBe('unpaid');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 10, reserved: 2 });
    await test.sandbox.control.faults([]);
    await hurry(test, 'orders.expire');
    await is(id, 'expired');
  });
});

/** As after a fault that let an order expire without its attempt closed: WeChat still takes the money. */
async function expireBehindItsBack(id: string, variantId: string, left: number, status = 'expired') {
  const { body } = await storefront('POST', `/orders/${id}/pay`);
  await test.db.pool.query(`update orders set status = $2, stock = 'released' where id = $1`, [id, status]);
  await test.db.pool.query('update catalog_variants set reserved = 0, stock = $2 where id = $1', [variantId, left]);
  await test.sandbox.control.pay(lin.wechatId, body.package, 'pay', body);
}

describe('a payment after the expiry', () => {
  it('is honoured when the stock can be had again', async () => {
    const { id, goods } = await place(2);
    await expireBehindItsBack(id, goods.variantId, 2);
    await is(id, 'paid');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 0, reserved: 0 });
    expect(await see(id)).toMatchObject({ refundStatus: 'none', refunds: [] });
  });
  it('goes back by itself when it cannot, and the customer is told', async () => {
    const { id, goods } = await place(2);
    await expireBehindItsBack(id, goods.variantId, 1);
    await refundIs(id, 'full');
    const { status, refunds, history, refundedFen } = await see(id);
    expect({ status, refundedFen }).toEqual({ status: 'expired', refundedFen: 0 });
    expect(refunds).toMatchObject([{ amountFen: 3600, status: 'succeeded' }]);
    expect(history.map((one) => one.event)).toEqual(['submitted', 'payment_returned', 'refunded']);
    expect(await events(id)).toContain('order.payment_returned');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 1, reserved: 0 });
    expect((await test.sandbox.control.refunds()).filter((one) => one.refund === 3600 && one.status === 'SUCCESS').length).toBeGreaterThan(
      0,
    );
  });
  it('goes back whole when only some of it can be had, and reserves nothing', async () => {
    const [plenty, rare] = [await stockGoods(test, { stock: 10 }), await stockGoods(test, { stock: 10 })];
    const { body } = await order(test, lin, shop, {
      lines: [
        { variantId: plenty.variantId, quantity: 1 },
        { variantId: rare.variantId, quantity: 1 },
      ],
    });
    await test.db.pool.query('update catalog_variants set reserved = 0 where id = $1', [plenty.variantId]);
    await expireBehindItsBack(body.id, rare.variantId, 0);
    await refundIs(body.id, 'full');
    expect(await stockOf(test, plenty.variantId)).toEqual({ stock: 10, reserved: 0 });
  });
  it('goes back when the order was cancelled, although there is plenty', async () => {
    const { id, goods } = await place(2);
    await expireBehindItsBack(id, goods.variantId, 9, 'cancelled');
    await refundIs(id, 'full');
    expect(await see(id)).toMatchObject({ status: 'cancelled', paidAt: null });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 9, reserved: 0 });
  });
  it('goes back when the order was paid another way, and leaves that alone', async () => {
    const { id } = await place(1);
    const { body } = await storefront('POST', `/orders/${id}/pay`);
    await test.db.pool.query(`update payments_attempts set status = 'closed', ended_at = now() where payable_id = $1`, [id]);
    expect((await admin('POST', `/orders/${id}/cash`)).body.status).toBe('paid');
    await test.sandbox.control.pay(lin.wechatId, body.package, 'pay', body);
    await until(async () => (await see(id)).refunds[0]?.status === 'succeeded');
    expect(await see(id)).toMatchObject({ status: 'paid', refundStatus: 'none', refundedFen: 0, refunds: [{ amountFen: 1800 }] });
    expect((await admin('POST', `/orders/${id}/refunds`, { reason: '不要了' })).body).toMatchObject({
      refundStatus: 'full',
      refundedFen: 1800,
    });
  });
});

describe('cancelling', () => {
  it('closes at WeChat first: the customer cannot pay any more', async () => {
    const { id } = await place();
    const { body } = await storefront('POST', `/orders/${id}/pay`);
    expect((await storefront('POST', `/orders/${id}/cancel`)).body.status).toBe('cancelled');
    expect((await test.sandbox.control.pay(lin.wechatId, body.package)).result).toBe('fail');
  });
  it('gives the money back when it was faster', async () => {
    const { id, goods } = await place();
    await dropNews();
    await payByWechat(test, lin, id);
    expect((await storefront('POST', `/orders/${id}/cancel`)).body).toMatchObject({ status: 'cancelled', refundStatus: 'pending' });
    await refundIs(id, 'full');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 10, reserved: 0 });
  });
  it('changes nothing while WeChat does not answer', async () => {
    const { id } = await place();
    await storefront('POST', `/orders/${id}/pay`);
    await test.sandbox.control.faults({
      on: 'answer',
      path: '/v3/pay/transactions',
      action: 'error',
      status: 500,
      code: 'SYSTEM_ERROR',
      count: 3,
    });
    expect(await storefront('POST', `/orders/${id}/cancel`)).toMatchObject({ status: 503, body: { code: 'payments.unavailable' } });
    expect((await see(id)).status).toBe('unpaid');
  });
});

describe('who may not cancel', () => {
  it('cannot end another’s payment either', async () => {
    const { id } = await place();
    const { body } = await storefront('POST', `/orders/${id}/pay`);
    const [wang, clerk] = [await newBuyer(test), await newOperator(test, owner, ['orders:handle'], [(await openShop(test)).storeId])];
    expect((await test.request('POST', `/api/v1/storefront/orders/${id}/cancel`, { as: wang.as })).status).toBe(404);
    expect((await test.request('POST', `/api/v1/storefront/orders/${id}/check-payment`, { as: wang.as })).status).toBe(404);
    for (const verb of ['cancel', 'cash'])
      expect((await test.request('POST', `/api/v1/admin/orders/${id}/${verb}`, { as: clerk })).status).toBe(404);
    expect((await test.sandbox.control.pay(lin.wechatId, body.package, 'pay', body)).result).toBe('ok');
    await is(id, 'paid');
  });
});

describe('a payment that begins while the order is being cancelled', () => {
  it('stops the cancellation', async () => {
    const { id, goods } = await place();
    const client = await test.db.pool.connect();
    await client.query('begin');
    await client.query('select 1 from orders where id = $1 for update', [id]);
    const cancelled = storefront('POST', `/orders/${id}/cancel`);
    await until(
      async () =>
        ((await test.db.pool.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
          .rowCount ?? 0) > 0,
    );
    await client.query(
      `insert into payments_attempts (id, payable_type, payable_id, method, out_trade_no, amount_fen, status, description, openid, created_at, expires_at)
       values ($1, 'order', $2, 'wechat', $3, 3600, 'created', '', 'o', now(), now() + interval '15 minutes')`,
      [newId(), id, newId().replaceAll('-', '')],
    );
    await client.query('commit');
    client.release();
    expect(await cancelled).toMatchObject({ status: 409, body: { code: 'payments.in_progress' } });
    expect((await see(id)).status).toBe('unpaid');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 10, reserved: 2 });
    // WeChat never heard of that attempt, so the next cancellation ends it.
    expect((await storefront('POST', `/orders/${id}/cancel`)).body.status).toBe('cancelled');
  });
});

describe('cash', () => {
  it('closes the payment at WeChat, so that nobody pays twice', async () => {
    const { id } = await place();
    const { body } = await storefront('POST', `/orders/${id}/pay`);
    expect((await admin('POST', `/orders/${id}/cash`)).body.status).toBe('paid');
    expect((await test.sandbox.control.pay(lin.wechatId, body.package)).result).toBe('fail');
  });
  it('is refused when WeChat says that it was just paid there', async () => {
    const { id } = await place();
    await dropNews();
    await payByWechat(test, lin, id);
    expect((await admin('POST', `/orders/${id}/cash`)).body.code).toBe('orders.not_payable');
    expect((await see(id)).status).toBe('paid');
  });
});

describe('refunding', () => {
  const refund = async (id: string, body: object) => AdminOrderView.parse((await admin('POST', `/orders/${id}/refunds`, body)).body);

  it('of a part, then of the rest, arrives; the goods come back with the money', async () => {
    const { id, lineId, goods } = await placePaid(3);
    expect(await refund(id, { lines: [{ lineId, quantity: 1 }], reason: '洒了一杯' })).toMatchObject({
      refundStatus: 'pending',
      refundedFen: 1800,
      status: 'paid',
    });
    await refundIs(id, 'partial');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 8, reserved: 0 });
    expect(await refund(id, { reason: '不做了' })).toMatchObject({ refundStatus: 'pending', refundedFen: 5400, status: 'cancelled' });
    await refundIs(id, 'full');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 10, reserved: 0 });
    const sent = (await test.sandbox.control.refunds()).filter((one) => one.total === 5400);
    expect(sent.map((one) => [one.refund, one.status])).toEqual([
      [1800, 'SUCCESS'],
      [3600, 'SUCCESS'],
    ]);
    expect((await events(id)).filter((type) => type.includes('refund'))).toEqual([
      'order.refund_requested',
      'order.refunded',
      'order.refund_requested',
      'order.refunded',
    ]);
  });
  it('that ends ABNORMAL is seen as failed, and is not sent twice', async () => {
    const { id, goods } = await placePaid(1);
    await test.sandbox.control.faults({ on: 'refund', outcome: 'ABNORMAL' });
    await refund(id, { reason: '不做了' });
    await until(async () => (await see(id)).refunds[0]?.status === 'failed');
    expect(await see(id)).toMatchObject({ refundStatus: 'none', refundedFen: 1800 });
    expect(await events(id)).toContain('order.refund_failed');
    expect((await admin('POST', `/orders/${id}/refunds`, { reason: '再来' })).body.code).toBe('orders.not_refundable');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 10, reserved: 0 });
  });
  it('of a cancelled order that WeChat closed may be made anew, and leaves the stock alone', async () => {
    const { id, goods } = await placePaid(2);
    for (const verb of ['accept', 'ready']) await admin('POST', `/orders/${id}/${verb}`);
    await test.sandbox.control.faults({ on: 'refund', outcome: 'CLOSED' });
    await admin('POST', `/orders/${id}/cancel`);
    await until(async () => (await see(id)).refunds[0]?.status === 'failed');
    expect(await see(id)).toMatchObject({ status: 'cancelled', refundedFen: 0, lines: [{ refundedQuantity: 0 }] });
    await refund(id, { reason: '再退一次' });
    await refundIs(id, 'full');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 8, reserved: 0 });
  });
  it('that WeChat closed may be made anew, and its goods come back once', async () => {
    const { id, lineId, goods } = await placePaid(2);
    await test.sandbox.control.faults({ on: 'refund', outcome: 'CLOSED' });
    await refund(id, { lines: [{ lineId, quantity: 1 }], reason: '洒了' });
    await until(async () => (await see(id)).refunds[0]?.status === 'failed');
    expect(await see(id)).toMatchObject({ refundStatus: 'none', refundedFen: 0, lines: [{ refundedQuantity: 0 }] });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 8, reserved: 0 });
    await refund(id, { lines: [{ lineId, quantity: 1 }], reason: '洒了' });
    await refundIs(id, 'partial');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 9, reserved: 0 });
  });
});

describe('a customer who leaves', () => {
  it('takes their orders along, and leaves books without a person', async () => {
    const me = await test.customer('小林');
    const goods = await stockGoods(test);
    const buyer: Buyer = { id: me.id, as: me.as, wechatId: me.wechatId, addressId: '' };
    const address = await test.request('POST', '/api/v1/storefront/me/addresses', {
      as: me.as,
      body: { name: '林', phone: '13800138000', region: '成都', detail: '春熙路 1 号' },
    });
    const { body } = await order(test, buyer, shop, {
      lines: [{ variantId: goods.variantId, quantity: 1 }],
      fulfilment: 'delivery',
      addressId: address.body.id,
    });
    await payByWechat(test, buyer, body.id);
    await until(async () => (await admin('GET', `/orders/${body.id}`)).body.status === 'paid');
    for (const verb of ['accept', 'ready', 'complete']) await admin('POST', `/orders/${body.id}/${verb}`);
    expect((await test.request('GET', '/api/v1/storefront/me/export', { as: me.as })).body.orders).toMatchObject([
      { id: body.id, totalFen: 2300 },
    ]);
    expect((await test.request('DELETE', '/api/v1/storefront/me', { as: me.as })).status).toBe(204);
    const { rows } = await test.db.pool.query(
      'select o.address, o.contact_phone, o.total_fen::int, a.openid from orders o join payments_attempts a on a.payable_id = o.id where o.id = $1',
      [body.id],
    );
    expect(rows).toEqual([{ address: { name: '', phone: '', region: '', detail: '' }, contact_phone: null, total_fen: 2300, openid: '' }]);
  });
});

it('takes a notification that WeChat signs with a certificate it changed to a moment ago', async () => {
  const shop = await openShop(test);
  const { variantId } = await stockGoods(test);
  const customer = await test.customer();
  const placed = await order(test, customer, shop, { lines: [{ variantId, quantity: 1 }] });
  const asked = await test.request('POST', `/api/v1/storefront/orders/${placed.body.id}/pay`, { as: customer.as });
  await test.sandbox.control.signWith('certificate');
  await test.sandbox.control.rotateCertificate();
  await test.sandbox.control.pay(customer.wechatId, asked.body.package, 'pay', asked.body);
  await until(async () => (await test.sandbox.control.notifications()).at(-1)?.status === 'delivered');
  await until(
    async () => (await test.request('GET', `/api/v1/storefront/orders/${placed.body.id}`, { as: customer.as })).body.status === 'paid',
  );
  await test.sandbox.control.signWith('public-key');
});
