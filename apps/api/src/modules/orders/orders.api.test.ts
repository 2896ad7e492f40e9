import { AdminOrderView, CartView, FiguresView, OrderView, QuoteView } from '@pailou/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/harness.js';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { type Buyer, type Choice, newBuyer, openShop, order, type Shop, stockGoods, stockOf, until } from '../../../test/shop.js';
import { newId } from '../../kernel/ids.js';
import { LiveTopics } from '../../platform/live/live-topics.js';

let test: TestApp;
let shop: Shop;
let lin: Buyer;
let owner: { cookie: string };
beforeAll(async () => {
  test = await createTestApp(ownerEnv);
  shop = await openShop(test);
  lin = await newBuyer(test);
  owner = await signInOperator(test);
});
afterAll(() => test.close());

const storefront = (method: string, path: string, body?: unknown, buyer: Buyer | null = lin, headers: Record<string, string> = {}) =>
  test.request(method, `/api/v1/storefront${path}`, {
    ...(body === undefined ? {} : { body }),
    ...(buyer ? { as: buyer.as } : {}),
    headers,
  });
const admin = (method: string, path: string, body?: unknown, as = owner, headers: Record<string, string> = {}) =>
  test.request(method, `/api/v1/admin${path}`, { as, headers, ...(body === undefined ? {} : { body }) });
const quote = (lines: Choice[], more: object = {}) =>
  storefront('POST', '/quotes', { storeId: shop.storeId, fulfilment: 'pickup', lines, ...more }, null);
const refund = (id: string, body: object, key: string = newId(), as = owner) =>
  admin('POST', `/orders/${id}/refunds`, body, as, { 'idempotency-key': key });
const events = async (id: string) =>
  (await test.db.pool.query(`select type from events where payload ->> 'orderId' = $1 order by at, id`, [id])).rows.map(
    (row: { type: string }) => row.type,
  );
/** An order of so many pieces, paid in cash at the counter. */
async function paidOrder(quantity = 2, options: Parameters<typeof stockGoods>[1] = {}, more: object = {}) {
  const goods = await stockGoods(test, { stock: 10, ...options });
  const { body } = await order(test, lin, shop, { lines: [{ variantId: goods.variantId, quantity }], ...more });
  const paid = await admin('POST', `/orders/${body.id}/cash`);
  expect(paid.status).toBe(200);
  return { goods, order: paid.body as AdminOrderView };
}

describe('the cart', () => {
  it('is kept per customer and store, priced now', async () => {
    const goods = await stockGoods(test, { extras: { 椰果: 200 } });
    const lines = [{ variantId: goods.variantId, modifierIds: [goods.modifiers.椰果], quantity: 2 }];
    const { status, body } = await storefront('PUT', `/stores/${shop.storeId}/cart`, { lines });
    expect(status).toBe(200);
    expect(CartView.parse(body)).toMatchObject({
      count: 2,
      totalFen: 4000,
      lines: [{ unitFen: 2000, choice: '大杯 / 椰果', problem: null }],
    });
    await test.db.pool.query('update catalog_variants set price_fen = 1900 where id = $1', [goods.variantId]);
    expect((await storefront('GET', `/stores/${shop.storeId}/cart`)).body.totalFen).toBe(4200);
    expect((await storefront('GET', `/stores/${(await openShop(test)).storeId}/cart`)).body).toMatchObject({ count: 0, lines: [] });
    expect((await storefront('GET', `/stores/${shop.storeId}/cart`, undefined, await newBuyer(test))).body.count).toBe(0);
  });
  it('says what cannot be ordered any more', async () => {
    const [few, none] = [await stockGoods(test, { stock: 1 }), await stockGoods(test, { stock: 0 })];
    const { body } = await storefront('PUT', `/stores/${shop.storeId}/cart`, {
      lines: [
        { variantId: few.variantId, quantity: 2 },
        { variantId: none.variantId, quantity: 1 },
        { variantId: newId(), quantity: 1 },
      ],
    });
    expect(CartView.parse(body).lines.map((line) => line.problem)).toEqual(['not_enough', 'sold_out', 'gone']);
    expect(body.totalFen).toBe(0);
  });
  it('speaks English when asked', async () => {
    const goods = await stockGoods(test);
    const { body } = await storefront(
      'PUT',
      `/stores/${shop.storeId}/cart`,
      { lines: [{ variantId: goods.variantId, quantity: 1 }] },
      lin,
      { 'accept-language': 'en' },
    );
    expect(body.lines[0].choice).toBe('Large');
  });
  it('is emptied of what was ordered, and only that', async () => {
    const [a, b, buyer] = [await stockGoods(test), await stockGoods(test), await newBuyer(test)];
    await storefront(
      'PUT',
      `/stores/${shop.storeId}/cart`,
      {
        lines: [
          { variantId: a.variantId, quantity: 1 },
          { variantId: b.variantId, quantity: 3 },
        ],
      },
      buyer,
    );
    await order(test, buyer, shop, { lines: [{ variantId: a.variantId, quantity: 1 }] });
    expect((await storefront('GET', `/stores/${shop.storeId}/cart`, undefined, buyer)).body).toMatchObject({
      count: 3,
      lines: [{ variantId: b.variantId }],
    });
  });
});

describe('a quote', () => {
  it('needs no sign-in and explains each fen', async () => {
    const goods = await stockGoods(test);
    const { status, body } = await quote([{ variantId: goods.variantId, quantity: 2 }], { fulfilment: 'delivery' });
    expect(status).toBe(200);
    expect(QuoteView.parse(body)).toMatchObject({
      totalFen: 4100,
      steps: [
        { kind: 'items', amountFen: 3600 },
        { kind: 'delivery', amountFen: 500 },
      ],
    });
  });
  it('refuses a wrong choice of extras, naming the line', async () => {
    const goods = await stockGoods(test, { extras: { 椰果: 200, 珍珠: 300, 布丁: 300 }, min: 1 });
    const { status, body } = await quote([{ variantId: goods.variantId, quantity: 1 }]);
    expect([status, body.code, body.errors]).toEqual([
      422,
      'orders.modifiers',
      [expect.objectContaining({ path: 'lines.0.modifierIds', code: 'too_few' })],
    ]);
    const all = await quote([{ variantId: goods.variantId, modifierIds: Object.values(goods.modifiers), quantity: 1 }]);
    expect(all.body.errors[0].code).toBe('too_many');
  });
  it('refuses what the store does not offer', async () => {
    const other = await openShop(test);
    await test.db.pool.query('update stores set delivery = false where id = $1', [other.storeId]);
    const goods = await stockGoods(test);
    expect((await quote([{ variantId: goods.variantId, quantity: 1 }], { storeId: other.storeId, fulfilment: 'delivery' })).body.code).toBe(
      'orders.fulfilment_not_offered',
    );
    expect((await quote([{ variantId: goods.variantId, quantity: 1 }], { storeId: newId() })).status).toBe(404);
  });
  it.each([
    ['no lines', { lines: [] }],
    ['half a piece', { lines: [{ variantId: newId(), quantity: 0.5 }] }],
    ['a negative number', { lines: [{ variantId: newId(), quantity: -1 }] }],
    ['an unknown field', { lines: [{ variantId: newId(), quantity: 1 }], discountFen: 100 }],
    ['text for a list', { lines: 'all' }],
  ])('refuses %s', async (_, more) => {
    const { status, body } = await quote([], more);
    expect([status, body.code]).toEqual([400, 'common.validation']);
  });
});

describe('submitting', () => {
  it('makes an order that fits its contract, and reserves the stock', async () => {
    const goods = await stockGoods(test, { stock: 5, extras: { 椰果: 200 } });
    const { status, body } = await order(test, lin, shop, {
      lines: [{ variantId: goods.variantId, modifierIds: [goods.modifiers.椰果!], quantity: 2 }],
      fulfilment: 'delivery',
      addressId: lin.addressId,
    });
    expect(status).toBe(201);
    const made = OrderView.parse(body);
    expect(made).toMatchObject({
      status: 'unpaid',
      refundStatus: 'none',
      totalFen: 4500,
      refundedFen: 0,
      paidAt: null,
      address: { phone: '13800138000' },
      lines: [{ variantId: goods.variantId, modifierIds: [goods.modifiers.椰果], unitFen: 2000, quantity: 2, choice: '大杯 / 椰果' }],
    });
    expect(made.number).toMatch(/^\d{8}-\d{4}$/);
    expect(made.pickupNumber).toMatch(/^[A-Z]\d\d$/);
    expect(Date.parse(made.expiresAt!) - Date.parse(made.createdAt)).toBe(15 * 60_000);
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 5, reserved: 2 });
    expect(await events(made.id)).toEqual(['order.submitted']);
    expect((await storefront('GET', `/orders/${made.id}`)).body).toEqual(body);
  });
  it('is done once for a key, also for twins, and not for another body', async () => {
    const goods = await stockGoods(test, { stock: 2 });
    const wish = { lines: [{ variantId: goods.variantId, quantity: 1 }] };
    const { body: priced } = await quote(wish.lines);
    const submit = (key: string, more: object = {}) =>
      storefront('POST', '/orders', { storeId: shop.storeId, fulfilment: 'pickup', ...wish, quoteHash: priced.hash, ...more }, lin, {
        'idempotency-key': key,
      });
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(key)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 2, reserved: 1 });
    expect((await submit(key, { note: '少冰' })).body.code).toBe('common.idempotency_key_reused');
    expect(
      (await storefront('POST', '/orders', { storeId: shop.storeId, fulfilment: 'pickup', ...wish, quoteHash: priced.hash })).body.code,
    ).toBe('common.idempotency_key_required');
    await submit(newId());
    expect((await submit(key)).body.id).toBe(answers[0]!.body.id);
  });
  it('refuses a stale quote with the new one, changing nothing', async () => {
    const goods = await stockGoods(test, { stock: 5 });
    const lines = [{ variantId: goods.variantId, quantity: 1 }];
    const { body: before } = await quote(lines);
    await test.db.pool.query('update catalog_variants set price_fen = 2000 where id = $1', [goods.variantId]);
    const wish = { storeId: shop.storeId, fulfilment: 'pickup', lines };
    const { status, body } = await storefront('POST', '/orders', { ...wish, quoteHash: before.hash }, lin, { 'idempotency-key': newId() });
    expect([status, body.code]).toEqual([409, 'orders.quote_stale']);
    expect(QuoteView.parse(body.quote).totalFen).toBe(2000);
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 5, reserved: 0 });
    expect((await storefront('POST', '/orders', { ...wish, quoteHash: body.quote.hash }, lin, { 'idempotency-key': newId() })).status).toBe(
      201,
    );
  });
  it('refuses what is sold out, too few or gone, naming the lines', async () => {
    const [few, today, goneSoon] = [await stockGoods(test, { stock: 1 }), await stockGoods(test), await stockGoods(test)];
    await test.db.pool.query(
      `insert into catalog_availability (product_id, store_id, sold_out_until) values ($1, $2, now() + interval '1 hour')`,
      [today.productId, shop.storeId],
    );
    await test.db.pool.query(`update catalog_products set status = 'archived' where id = $1`, [goneSoon.productId]);
    const { status, body } = await order(test, lin, shop, {
      lines: [
        { variantId: few.variantId, quantity: 2 },
        { variantId: today.variantId, quantity: 1 },
        { variantId: goneSoon.variantId, quantity: 1 },
      ],
    });
    expect([status, body.code]).toEqual([409, 'orders.unavailable']);
    expect(body.errors.map((one: { path: string; code: string }) => [one.path, one.code])).toEqual([
      ['lines.0', 'not_enough'],
      ['lines.1', 'sold_out'],
      ['lines.2', 'gone'],
    ]);
  });
  it('refuses while the store is closed', async () => {
    const shut = await openShop(test);
    await test.db.pool.query(`update stores set closed_until = now() + interval '1 hour' where id = $1`, [shut.storeId]);
    const goods = await stockGoods(test);
    expect(await order(test, lin, shut, { lines: [{ variantId: goods.variantId, quantity: 1 }] })).toMatchObject({
      status: 409,
      body: { code: 'orders.store_closed' },
    });
  });
  it('wants an address of one’s own for delivery and a table of that store for dine-in', async () => {
    const [goods, other, wang] = [await stockGoods(test), await openShop(test), await newBuyer(test)];
    const lines = [{ variantId: goods.variantId, quantity: 1 }];
    expect((await order(test, lin, shop, { lines, fulfilment: 'delivery' })).body.code).toBe('orders.address_required');
    expect((await order(test, lin, shop, { lines, fulfilment: 'delivery', addressId: wang.addressId })).body.code).toBe(
      'identity.address_not_found',
    );
    expect((await order(test, lin, shop, { lines, fulfilment: 'dine_in' })).body.code).toBe('orders.table_required');
    expect((await order(test, lin, shop, { lines, fulfilment: 'dine_in', tableId: other.tableId })).body.code).toBe(
      'stores.table_not_found',
    );
    expect((await order(test, lin, shop, { lines, fulfilment: 'dine_in', tableId: shop.tableId })).body).toMatchObject({
      tableLabel: 'A3',
      fulfilment: 'dine_in',
    });
  });
  it('numbers the orders of a store’s day without gaps, also at once', async () => {
    const [here, goods, buyer] = [await openShop(test), await stockGoods(test), await newBuyer(test)];
    const made = await Promise.all(
      Array.from({ length: 12 }, () => order(test, buyer, here, { lines: [{ variantId: goods.variantId, quantity: 1 }] })),
    );
    expect(made.map((one) => Number(one.body.number.split('-')[1])).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    expect(new Set(made.map((one) => one.body.pickupNumber)).size).toBe(12);
  });
  it('pays an order of nothing by itself', async () => {
    const goods = await stockGoods(test, { priceFen: 0, stock: 3 });
    const { body } = await order(test, lin, shop, { lines: [{ variantId: goods.variantId, quantity: 1 }] });
    expect(body).toMatchObject({ status: 'paid', totalFen: 0, expiresAt: null, refundStatus: 'none' });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 2, reserved: 0 });
    expect((await storefront('POST', `/orders/${body.id}/pay`)).body.code).toBe('orders.not_payable');
    expect((await storefront('POST', `/orders/${body.id}/cancel`)).body).toMatchObject({ status: 'cancelled', refunds: [] });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 3, reserved: 0 });
  });
});

describe('without a merchant', () => {
  it('says so to who wants to pay by WeChat, and to whoever posts a notification', async () => {
    const goods = await stockGoods(test);
    const { body } = await order(test, lin, shop, { lines: [{ variantId: goods.variantId, quantity: 1 }] });
    expect(await storefront('POST', `/orders/${body.id}/pay`)).toMatchObject({ status: 503, body: { code: 'wechat.not_configured' } });
    expect(await test.request('POST', '/api/v1/wechat/pay/notify', { body: {} })).toMatchObject({ status: 503, body: { code: 'FAIL' } });
  });
});

describe('one’s own orders', () => {
  it('are another’s 404', async () => {
    const goods = await stockGoods(test);
    const { body } = await order(test, lin, shop, { lines: [{ variantId: goods.variantId, quantity: 1 }] });
    const wang = await newBuyer(test);
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/cancel'],
      ['POST', '/pay'],
      ['POST', '/check-payment'],
    ] as const) {
      expect(await storefront(method, `/orders/${body.id}${path}`, undefined, wang)).toMatchObject({
        status: 404,
        body: { code: 'orders.not_found' },
      });
    }
    expect((await storefront('GET', `/orders/${body.id}`)).body).toEqual(body);
    expect((await storefront('GET', `/orders/${body.id}`, undefined, null)).status).toBe(401);
    expect((await storefront('GET', '/orders/nonsense')).status).toBe(400);
  });
  it('are listed newest first, page by page, each once', async () => {
    const [goods, buyer] = [await stockGoods(test), await newBuyer(test)];
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1)
      ids.unshift((await order(test, buyer, shop, { lines: [{ variantId: goods.variantId, quantity: 1 }] })).body.id);
    const first = await storefront('GET', '/orders?limit=2', undefined, buyer);
    const second = await storefront('GET', `/orders?limit=2&cursor=${first.body.nextCursor}`, undefined, buyer);
    const third = await storefront('GET', `/orders?limit=2&cursor=${second.body.nextCursor}`, undefined, buyer);
    expect([first, second, third].flatMap((page) => page.body.items.map((one: OrderView) => one.id))).toEqual(ids);
    expect(third.body.nextCursor).toBeNull();
    expect((await storefront('GET', '/orders?status=paid', undefined, buyer)).body.items).toEqual([]);
    expect((await storefront('GET', '/orders?cursor=bm8', undefined, buyer)).body.code).toBe('common.bad_cursor');
  });
});

describe('an operator', () => {
  it('takes cash, accepts, calls out and hands over; each is told', async () => {
    const { order: made } = await paidOrder();
    expect(AdminOrderView.parse(made)).toMatchObject({ status: 'paid', customer: { id: lin.id } });
    for (const [verb, status] of [
      ['accept', 'accepted'],
      ['ready', 'ready'],
      ['complete', 'completed'],
    ]) {
      expect((await admin('POST', `/orders/${made.id}/${verb}`)).body.status).toBe(status);
      expect(await admin('POST', `/orders/${made.id}/${verb}`)).toMatchObject({ status: 409, body: { code: 'orders.not_possible' } });
    }
    const { body } = await admin('GET', `/orders/${made.id}`);
    expect(AdminOrderView.parse(body).history.map((one) => one.event)).toEqual(['submitted', 'paid', 'accepted', 'ready', 'completed']);
    expect(await events(made.id)).toEqual(['order.submitted', 'order.paid', 'order.accepted', 'order.ready', 'order.completed']);
    const audit = await test.db.pool.query('select action from audit_log where entity_id = $1 order by at, id', [made.id]);
    expect(audit.rows.map((row: { action: string }) => row.action)).toEqual([
      'orders.cash',
      'orders.accept',
      'orders.ready',
      'orders.complete',
    ]);
  });
  it('accepts once although two press at once', async () => {
    const { order: made } = await paidOrder();
    const answers = await Promise.all([1, 2, 3].map(() => admin('POST', `/orders/${made.id}/accept`)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409]);
  });
  it('takes cash once, and sells the reserved stock', async () => {
    const { goods, order: made } = await paidOrder(3);
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 7, reserved: 0 });
    expect((await admin('POST', `/orders/${made.id}/cash`)).body.code).toBe('orders.not_payable');
  });
  it('of one store does not see another’s orders', async () => {
    const { order: made } = await paidOrder();
    const other = await openShop(test);
    const clerk = await newOperator(test, owner, ['orders:read', 'orders:handle', 'orders:refund', 'figures:read'], [other.storeId]);
    expect((await admin('GET', `/orders/${made.id}`, undefined, clerk)).status).toBe(404);
    for (const verb of ['accept', 'ready', 'complete', 'cancel', 'cash'])
      expect((await admin('POST', `/orders/${made.id}/${verb}`, undefined, clerk)).status).toBe(404);
    expect((await refund(made.id, { reason: '卖完了' }, newId(), clerk)).status).toBe(404);
    // Not only the answer: nothing was done either.
    expect((await admin('GET', `/orders/${made.id}`)).body).toEqual(made);
    expect((await admin('GET', '/orders', undefined, clerk)).body.items).toEqual([]);
    expect((await admin('GET', `/orders?storeId=${shop.storeId}`, undefined, clerk)).body.items).toEqual([]);
    expect((await admin('GET', `/figures/today?storeId=${shop.storeId}`, undefined, clerk)).body.orders).toBe(0);
    const topics = test.app.get(LiveTopics);
    const caller = {
      kind: 'operator' as const,
      operatorId: clerk.id,
      sessionId: newId(),
      name: '',
      permissions: new Set(['orders:read']),
      storeIds: [other.storeId],
    };
    expect(
      await Promise.all(
        [`order:${made.id}`, `orders:${shop.storeId}`, 'orders:all', `orders:${other.storeId}`, 'order:x'].map((topic) =>
          topics.may(caller, topic),
        ),
      ),
    ).toEqual([false, false, false, true, false]);
    expect(await topics.may({ ...caller, permissions: new Set() }, `orders:${other.storeId}`)).toBe(false);
    expect(await topics.may({ kind: 'customer', customerId: lin.id }, `order:${made.id}`)).toBe(true);
    expect(await topics.may({ kind: 'customer', customerId: newId() }, `order:${made.id}`)).toBe(false);
    expect(await topics.may({ kind: 'customer', customerId: lin.id }, 'orders:all')).toBe(false);
  });
  it('needs the permission for each thing', async () => {
    const { order: made } = await paidOrder();
    const reader = await newOperator(test, owner, ['orders:read'], null);
    expect((await admin('POST', `/orders/${made.id}/accept`, undefined, reader)).status).toBe(403);
    expect((await refund(made.id, { reason: '卖完了' }, newId(), reader)).status).toBe(403);
    expect((await admin('GET', '/figures/today', undefined, reader)).status).toBe(403);
  });
  it('finds orders by number, name, state and store, page by page', async () => {
    const { order: made } = await paidOrder();
    const find = async (query: string) =>
      (await admin('GET', `/orders?${query}`)).body.items.map((one: AdminOrderView) => one.id) as string[];
    expect(await find(`q=${made.number}&storeId=${shop.storeId}`)).toContain(made.id);
    expect(await find(`q=${made.pickupNumber.toLowerCase()}`)).toContain(made.id);
    expect(await find(`q=${encodeURIComponent('林0')}&limit=100`)).toContain(made.id);
    expect(await find('q=%25%25%25')).toEqual([]);
    expect(await find('open=true&limit=100')).toContain(made.id);
    expect(await find('status=unpaid&limit=100')).not.toContain(made.id);
    const { body } = await admin('GET', '/orders?limit=1');
    expect(body.items.map((one: unknown) => AdminOrderView.parse(one).id)).toHaveLength(1);
    expect((await admin('GET', `/orders?limit=1&cursor=${body.nextCursor}`)).body.items[0].id).not.toBe(body.items[0].id);
  });
});

describe('cancelling', () => {
  it('gives the reserved stock of an unpaid order back', async () => {
    const goods = await stockGoods(test, { stock: 4 });
    const { body } = await order(test, lin, shop, { lines: [{ variantId: goods.variantId, quantity: 3 }] });
    expect((await storefront('POST', `/orders/${body.id}/cancel`)).body).toMatchObject({
      status: 'cancelled',
      refundStatus: 'none',
      expiresAt: null,
    });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 4, reserved: 0 });
    expect((await storefront('POST', `/orders/${body.id}/cancel`)).body.code).toBe('orders.not_possible');
    expect((await admin('POST', `/orders/${body.id}/cash`)).body.code).toBe('orders.not_payable');
  });
  it('gives the money and the goods of a paid order back; the customer only before it is accepted', async () => {
    const { goods, order: made } = await paidOrder(2);
    const { body } = await storefront('POST', `/orders/${made.id}/cancel`);
    expect(body).toMatchObject({
      status: 'cancelled',
      refundStatus: 'full',
      refundedFen: 3600,
      refunds: [{ amountFen: 3600, status: 'succeeded' }],
      lines: [{ refundedQuantity: 2 }],
    });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 10, reserved: 0 });
    const { order: accepted } = await paidOrder(1);
    await admin('POST', `/orders/${accepted.id}/accept`);
    expect((await storefront('POST', `/orders/${accepted.id}/cancel`)).body.code).toBe('orders.not_possible');
    expect((await admin('POST', `/orders/${accepted.id}/cancel`)).body).toMatchObject({ status: 'cancelled', refundStatus: 'full' });
  });
  it('does not put back on the shelf what was made', async () => {
    const { goods, order: made } = await paidOrder(2);
    await admin('POST', `/orders/${made.id}/accept`);
    await admin('POST', `/orders/${made.id}/ready`);
    expect((await admin('POST', `/orders/${made.id}/cancel`)).body).toMatchObject({ status: 'cancelled', refundStatus: 'full' });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 8, reserved: 0 });
  });
  it('gives back only what was not refunded before, goods and money', async () => {
    const { goods, order: made } = await paidOrder(3);
    await refund(made.id, { lines: [{ lineId: made.lines[0]!.id, quantity: 1 }], reason: '洒了', restock: false });
    const { body } = await admin('POST', `/orders/${made.id}/cancel`);
    expect(body).toMatchObject({
      refundedFen: 5400,
      refunds: [{ amountFen: 1800 }, { amountFen: 3600 }],
      lines: [{ refundedQuantity: 3 }],
    });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 9, reserved: 0 });
  });
});

describe('refunding', () => {
  it('goes piece by piece to exactly the total, the delivery with the rest, and never beyond', async () => {
    const { goods, order: made } = await paidOrder(3, { priceFen: 1333 }, { fulfilment: 'delivery', addressId: lin.addressId });
    expect(made.totalFen).toBe(4499);
    const one = { lines: [{ lineId: made.lines[0]!.id, quantity: 1 }], reason: '少做了一杯' };
    expect((await refund(made.id, one)).body).toMatchObject({
      status: 'paid',
      refundStatus: 'partial',
      refundedFen: 1333,
      lines: [{ refundedQuantity: 1 }],
    });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 8, reserved: 0 });
    expect((await refund(made.id, { ...one, lines: [{ lineId: made.lines[0]!.id, quantity: 3 }] })).body.code).toBe('orders.too_many');
    expect((await refund(made.id, { ...one, lines: [{ lineId: newId(), quantity: 1 }] })).body.code).toBe('orders.line_not_found');
    const { body } = await refund(made.id, { reason: '不做了', restock: false });
    expect(AdminOrderView.parse(body)).toMatchObject({
      status: 'cancelled',
      refundStatus: 'full',
      refundedFen: 4499,
      lines: [{ refundedQuantity: 3 }],
    });
    expect(body.refunds.map((one: { amountFen: number }) => one.amountFen)).toEqual([1333, 3166]);
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 8, reserved: 0 });
    expect((await refund(made.id, { reason: '再退' })).body.code).toBe('orders.not_refundable');
  });
  it('of all of a completed order leaves it completed', async () => {
    const { goods, order: made } = await paidOrder(1);
    for (const verb of ['accept', 'ready', 'complete']) await admin('POST', `/orders/${made.id}/${verb}`);
    expect((await refund(made.id, { reason: '不好喝' })).body).toMatchObject({ status: 'completed', refundStatus: 'full' });
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 10, reserved: 0 });
  });
  it('is done once for a key, and ten presses at once give back no more than there is', async () => {
    const { order: made } = await paidOrder(2);
    const one = { lines: [{ lineId: made.lines[0]!.id, quantity: 1 }], reason: '洒了' };
    const key = newId();
    await Promise.all(Array.from({ length: 4 }, () => refund(made.id, one, key)));
    expect((await admin('GET', `/orders/${made.id}`)).body.refundedFen).toBe(1800);
    expect((await refund(made.id, { ...one, reason: '别的' }, key)).body.code).toBe('common.idempotency_key_reused');
    await Promise.all(Array.from({ length: 6 }, () => refund(made.id, one)));
    expect((await admin('GET', `/orders/${made.id}`)).body).toMatchObject({ refundedFen: 3600, refundStatus: 'full', status: 'cancelled' });
  });
  it('is not for what was never paid', async () => {
    const goods = await stockGoods(test);
    const { body } = await order(test, lin, shop, { lines: [{ variantId: goods.variantId, quantity: 1 }] });
    expect((await refund(body.id, { reason: '没付' })).body.code).toBe('orders.not_refundable');
    expect((await refund(body.id, { reason: '' })).body.code).toBe('common.validation');
  });
  it('beyond the total is refused by the database itself', async () => {
    const { order: made } = await paidOrder(1);
    await expect(test.db.pool.query('update orders set refunded_fen = total_fen + 1 where id = $1', [made.id])).rejects.toThrow(
      'orders_refunded',
    );
    await expect(test.db.pool.query('update orders_lines set refunded_quantity = 2 where order_id = $1', [made.id])).rejects.toThrow(
      'orders_lines_refunded',
    );
  });
});

describe('expiry', () => {
  it('gives the stock back when nobody paid', async () => {
    const goods = await stockGoods(test, { stock: 1 });
    const { body } = await order(test, lin, shop, { lines: [{ variantId: goods.variantId, quantity: 1 }] });
    await test.db.pool.query(`update orders set expires_at = now() - interval '1 second' where id = $1`, [body.id]);
    expect((await storefront('POST', `/orders/${body.id}/pay`)).body.code).toBe('orders.not_payable');
    await test.db.pool.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where key = $1`,
      [`orders.expire:${body.id}`],
    );
    await until(async () => (await storefront('GET', `/orders/${body.id}`)).body.status === 'expired');
    expect(await stockOf(test, goods.variantId)).toEqual({ stock: 1, reserved: 0 });
    expect((await events(body.id)).at(-1)).toBe('order.expired');
  });
});

describe('a step at the board', () => {
  const step = (id: string, verb: string, as = owner) => admin('POST', `/orders/${id}/${verb}`, undefined, as);
  it('is taken back within seconds, one by one, with its history', async () => {
    const { order: made } = await paidOrder();
    for (const verb of ['accept', 'ready', 'complete']) await step(made.id, verb);
    const back = await step(made.id, 'take-back');
    expect(back.status).toBe(200);
    expect(AdminOrderView.parse(back.body)).toMatchObject({ status: 'ready' });
    expect(back.body.history.at(-1)).toMatchObject({ event: 'taken_back', status: 'ready' });
    // What was taken back is not a step that can be taken back.
    expect((await step(made.id, 'take-back')).body.code).toBe('orders.not_possible');
    expect((await step(made.id, 'complete')).body.status).toBe('completed');
    expect((await events(made.id)).slice(-3)).toEqual(['order.completed', 'order.taken_back', 'order.completed']);
  });
  it('stays once it is too late, once something followed, and for who may not see it', async () => {
    const { order: made } = await paidOrder();
    expect((await step(made.id, 'take-back')).body.code).toBe('orders.not_possible');
    await step(made.id, 'accept');
    const stranger = await newOperator(test, owner, ['orders:handle'], [(await openShop(test)).storeId]);
    expect((await step(made.id, 'take-back', stranger)).status).toBe(404);
    await test.db.pool.query(`update orders_history set at = at - interval '16 seconds' where order_id = $1 and event = 'accepted'`, [
      made.id,
    ]);
    expect((await step(made.id, 'take-back')).body.code).toBe('orders.too_late');
    await step(made.id, 'ready');
    await refund(made.id, { lines: [{ lineId: made.lines[0]!.id, quantity: 1 }], reason: '少做一杯' });
    expect((await step(made.id, 'take-back')).body.code).toBe('orders.not_possible');
  });
});

describe('figures of a day', () => {
  it('count what was paid in the store’s own day, by hour, against the same hours a week ago', async () => {
    const here = await openShop(test, '凯里店', 'Pacific/Auckland');
    const goods = await stockGoods(test);
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { body } = await order(test, lin, here, { lines: [{ variantId: goods.variantId, quantity: 1 }] });
      await admin('POST', `/orders/${body.id}/cash`);
      made.push(body.id);
    }
    const at = (id: string, when: string) => test.db.pool.query(`update orders set paid_at = ${when} where id = $1`, [id]);
    const midnight = `(date_trunc('day', now() at time zone 'Pacific/Auckland') at time zone 'Pacific/Auckland')`;
    await at(made[0]!, midnight);
    await at(made[1]!, `${midnight} - interval '1 second'`);
    await at(made[2]!, `now() - interval '7 days'`);
    await at(made[3]!, `${midnight} - interval '7 days' - interval '1 second'`);
    await refund(made[4]!, { reason: '洒了' });
    const { status, body } = await admin('GET', `/figures/today?storeId=${here.storeId}`);
    expect(status).toBe(200);
    const figures = FiguresView.parse(body);
    expect(figures).toMatchObject({
      revenueFen: 3600,
      orders: 2,
      averageFen: 1800,
      refundedFen: 1800,
      lastWeek: { revenueFen: 1800, orders: 1, refundedFen: 0 },
    });
    expect(figures.hours.reduce((sum, one) => sum + one.lastWeekFen, 0)).toBe(1800);
    expect(figures.hours.reduce((sum, one) => sum + one.lastWeekOrders, 0)).toBe(1);
    // Each figure leads to the orders that make it.
    const of = async (query: string) =>
      (await admin('GET', `/orders?storeId=${here.storeId}&${query}`)).body.items.map((one: { id: string }) => one.id).toSorted();
    expect(await of(`paidOn=${figures.date}`)).toEqual([made[0], made[4]].toSorted());
    expect(await of(`refundedOn=${figures.date}`)).toEqual([made[4]]);
    expect(await of(`paidOn=${figures.date}&paidHour=0`)).toContain(made[0]);
    const yesterday = new Date(Date.parse(figures.date) - 86_400_000).toISOString().slice(0, 10);
    expect(await of(`paidOn=${yesterday}`)).toEqual([made[1]]);
    const past = FiguresView.parse((await admin('GET', `/figures/today?storeId=${here.storeId}&date=${yesterday}`)).body);
    expect(past).toMatchObject({ date: yesterday, orders: 1, revenueFen: 1800, refundedFen: 0, lastWeek: { orders: 1, revenueFen: 1800 } });
    expect((await admin('GET', '/figures/today?date=2026-13-01')).status).toBe(400);
    expect(figures.hours.map((one) => one.hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
    expect(figures.hours.reduce((sum, one) => sum + one.revenueFen, 0)).toBe(3600);
    expect(figures.hours[0]!.orders).toBeGreaterThanOrEqual(1);
    expect(figures.date).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(new Date()));
    expect(FiguresView.parse((await admin('GET', '/figures/today')).body).orders).toBeGreaterThan(2);
  });
});
