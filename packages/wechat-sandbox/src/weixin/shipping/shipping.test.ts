import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../index.js';
import { type Backend, openBackend } from '../../testing/backend.js';
import { call, orderBody } from '../../testing/merchant.js';
import { eventually } from '../../testing/shop.js';
import { type Answer, ask, type Caller, caller } from '../../testing/weixin.js';

const day = 86_400_000;
const options: SandboxOptions = { pages: ['pages/orders/detail'], refundDelayMs: 0, weixin: { settlementDelayMs: 0 } };

let sandbox: RunningSandbox;
let shop: Caller;
let backend: Backend;
let customer: { id: string; openid: string };
let uploads: number;
beforeEach(async () => {
  uploads = 0;
  backend = await openBackend();
  sandbox = await startSandbox(options);
  shop = await caller(sandbox);
  customer = await sandbox.control.createCustomer();
});
afterEach(async () => {
  await sandbox.stop();
  backend.close();
});

/** Pays an order and lets the minute pass in which order management does not know it. */
async function paid(number: string, waitMs = 60_000): Promise<string> {
  const { body } = await call(
    sandbox,
    'POST',
    '/v3/pay/transactions/jsapi',
    orderBody(sandbox, number, customer.openid, 'http://127.0.0.1:9/n'),
  );
  await sandbox.control.pay(customer.id, String(body.prepay_id));
  await sandbox.control.advance(waitMs);
  return (await sandbox.control.order(number))?.transactionId ?? '';
}
const keyOf = (number: string) => ({ order_number_type: 1, mchid: sandbox.credentials.mchid, out_trade_no: number });
const uploadTime = () => new Date(Date.UTC(2026, 0, 1) + (uploads += 1) * 1000).toISOString();
const pickup = { logistics_type: 4, delivery_mode: 1, shipping_list: [{ item_desc: '桂花乌龙*1' }] };
const parcel = (no: string, more: object = {}) => ({ tracking_no: no, express_company: 'ZTO', item_desc: '岩茶*1', ...more });
const express = (list: object[], more: object = {}) => ({ logistics_type: 1, delivery_mode: 1, shipping_list: list, ...more });
const split = (all: boolean | undefined, ...numbers: string[]) =>
  express(
    numbers.map((no) => parcel(no)),
    { delivery_mode: 2, is_all_delivered: all },
  );
const upload = (number: string, report: object = pickup, more: object = {}) =>
  shop.post('/wxa/sec/order/upload_shipping_info', {
    order_key: keyOf(number),
    ...report,
    upload_time: uploadTime(),
    payer: { openid: customer.openid },
    ...more,
  });
const code = async (answer: Promise<Answer>) => (await answer).errcode;
const get = async (number: string) =>
  (
    (await shop.post('/wxa/sec/order/get_order', { merchant_id: sandbox.credentials.mchid, merchant_trade_no: number })) as {
      order: Record<string, unknown> & { shipping: Record<string, unknown> };
    }
  ).order;
const events = () => backend.heard.map(({ body }) => JSON.parse(body) as Answer);

describe('a report', () => {
  it('finds the order a minute after its payment, and by both numbers', async () => {
    const transactionId = await paid('SHIP0001', 0);
    expect(await code(upload('SHIP0001'))).toBe(10060001);
    expect(await code(shop.post('/wxa/sec/order/get_order', { transaction_id: transactionId }))).toBe(10060001);
    await sandbox.control.advance(60_000);
    expect(await code(upload('NEVER001'))).toBe(10060001);
    expect(await get('SHIP0001')).toMatchObject({
      transaction_id: transactionId,
      order_state: 1,
      paid_amount: 1800,
      openid: customer.openid,
      shipping: { finish_shipping: false, finish_shipping_count: 0, shipping_list: [] },
    });
    expect(await upload('SHIP0001', pickup, { order_key: { order_number_type: 2, transaction_id: transactionId } })).toEqual({
      errcode: 0,
      errmsg: 'ok',
    });
    expect(await get('SHIP0001')).toMatchObject({
      order_state: 2,
      shipping: { logistics_type: 4, finish_shipping: true, finish_shipping_count: 1, shipping_list: [{ goods_desc: '桂花乌龙*1' }] },
    });
  });

  it('is corrected once, and never the same twice', async () => {
    await paid('SHIP0002');
    expect(await code(upload('SHIP0002'))).toBe(0);
    expect(await code(upload('SHIP0002'))).toBe(10060023);
    const other = express([parcel('ZT1')]);
    expect(await code(upload('SHIP0002', other))).toBe(0);
    expect(await get('SHIP0002')).toMatchObject({
      shipping: { logistics_type: 1, finish_shipping_count: 2, shipping_list: [{ tracking_no: 'ZT1' }] },
    });
    expect(await code(upload('SHIP0002', other))).toBe(10060002);
    expect(await code(upload('SHIP0002', express([parcel('ZT2')])))).toBe(10060003);
  });

  it('comes in parts by express, up to fifteen parcels', async () => {
    await paid('SHIP0003');
    expect(await code(upload('SHIP0003', split(false, 'A', 'B')))).toBe(0);
    expect(await get('SHIP0003')).toMatchObject({ order_state: 1, shipping: { finish_shipping: false } });
    expect(await code(upload('SHIP0003', split(false, 'A', 'B')))).toBe(10060023);
    const many = Array.from({ length: 14 }, (_unused, index) => `N${index}`);
    expect(await code(upload('SHIP0003', split(true, ...many)))).toBe(10060024);
    expect(await code(upload('SHIP0003', split(true, 'C')))).toBe(0);
    const order = await get('SHIP0003');
    expect(order).toMatchObject({ order_state: 2, shipping: { finish_shipping: true, delivery_mode: 2 } });
    expect(order.shipping.shipping_list).toHaveLength(3);
    // The correction of a split report may come in parts as well.
    expect(await code(upload('SHIP0003', split(false, 'D')))).toBe(0);
    expect(await get('SHIP0003')).toMatchObject({
      order_state: 2,
      shipping: { finish_shipping: false, finish_shipping_count: 1, shipping_list: [{ tracking_no: 'D' }] },
    });
    expect(await code(upload('SHIP0003', split(true, 'E')))).toBe(0);
    expect(await get('SHIP0003')).toMatchObject({
      shipping: { finish_shipping_count: 2, shipping_list: [{ tracking_no: 'D' }, { tracking_no: 'E' }] },
    });
  });

  it.each([
    ['another type', { ...pickup, logistics_type: 5 }, 10060005],
    ['parts without express', { ...pickup, delivery_mode: 2, is_all_delivered: true }, 10060006],
    ['parts that do not say whether they are all', split(undefined, 'A'), 10060007],
    ['no description', { ...pickup, shipping_list: [{}] }, 10060008],
    ['a long description', { ...pickup, shipping_list: [{ item_desc: '茶'.repeat(121) }] }, 10060009],
    ['two lines at once', express([parcel('A'), parcel('B')]), 268485228],
    ['a long number', express([parcel('A'.repeat(129))]), 10060025],
    ['a long company', express([parcel('A', { express_company: 'Z'.repeat(129) })]), 10060026],
    ['no number', express([parcel('')]), 10060020],
    ['an unknown company', express([parcel('A', { express_company: 'NONE' })]), 10060020],
    ['SF without a contact', express([parcel('A', { express_company: 'SF' })]), 10060020],
    [
      'SF with a contact in the open',
      express([parcel('A', { express_company: 'SF', contact: { receiver_contact: '18912341234' } })]),
      10060020,
    ],
    ['a list that is none', { ...pickup, shipping_list: {} }, 47001],
    ['a type in words', { ...pickup, logistics_type: '4' }, 47001],
  ])('with %s is refused', async (_what, report, errcode) => {
    await paid('SHIP0004');
    expect(await code(upload('SHIP0004', report))).toBe(errcode);
    expect(await get('SHIP0004')).toMatchObject({ order_state: 1 });
  });

  it('takes SF with a masked contact', async () => {
    await paid('SHIP0005');
    expect(
      await code(upload('SHIP0005', express([parcel('SF1', { express_company: 'SF', contact: { receiver_contact: '189****1234' } })]))),
    ).toBe(0);
    expect(await get('SHIP0005')).toMatchObject({ shipping: { shipping_list: [{ contact: { receiver_contact: '189****1234' } }] } });
  });

  it('is of the payer, at a time that grows, of an order that is not refunded', async () => {
    await paid('SHIP0006');
    const other = await sandbox.control.createCustomer();
    expect(await code(upload('SHIP0006', pickup, { payer: { openid: other.openid } }))).toBe(10060031);
    expect(await code(upload('SHIP0006', pickup, { upload_time: '2026-01-02 13:29' }))).toBe(268485216);
    expect(await code(upload('SHIP0006', split(false, 'A'), { upload_time: '2026-01-02T13:29:35.120+08:00' }))).toBe(0);
    expect(await code(upload('SHIP0006', split(false, 'B'), { upload_time: '2026-01-02T13:29:35.120+08:00' }))).toBe(268485216);
    await paid('SHIP0007');
    await call(sandbox, 'POST', '/v3/refund/domestic/refunds', {
      out_trade_no: 'SHIP0007',
      out_refund_no: 'R7',
      amount: { refund: 1800, total: 1800, currency: 'CNY' },
    });
    await eventually(async () => (await get('SHIP0007')).order_state === 5);
    expect(await code(upload('SHIP0007'))).toBe(10060004);
  });

  it('needs the service', async () => {
    await paid('SHIP0008');
    const { appid } = sandbox.credentials;
    const managed = async () => (await shop.post('/wxa/sec/order/is_trade_managed', { appid })).is_trade_managed;
    expect(await managed()).toBe(true);
    await sandbox.control.changeSettings({ tradeManaged: false });
    expect(await managed()).toBe(false);
    expect(await code(upload('SHIP0008'))).toBe(48001);
    expect(await code(shop.post('/wxa/sec/order/is_trade_managed', { appid: 'wx0' }))).toBe(40013);
  });
});

describe('the money', () => {
  it('is frozen until the customer confirms; the shop hears at shipping and at settlement', async () => {
    await sandbox.control.setPush(backend.settings());
    await paid('MONEY001');
    await eventually(() => events().some(({ Event }) => Event === 'trade_manage_remind_access_api'));
    expect(await sandbox.control.funds()).toEqual({ frozenFen: 1800, settledFen: 0, refundedFen: 0 });
    const confirm = (outcome?: string) => ask(sandbox, '/sandbox/shipping/MONEY001/confirm', { customerId: customer.id, outcome });
    expect((await confirm()).body).toMatchObject({ referrerInfo: { extraData: { status: 'fail' } } });
    await upload('MONEY001');
    await backend.until(2);
    expect(events()[1]).toMatchObject({
      Event: 'trade_manage_order_settlement',
      merchant_trade_no: 'MONEY001',
      shipped_time: expect.any(Number),
      estimated_settlement_time: expect.any(Number),
    });
    expect(events()[1]).not.toHaveProperty('settlement_time');
    expect((await confirm('cancel')).body).toMatchObject({ referrerInfo: { extraData: { status: 'cancel' } } });
    const other = await sandbox.control.createCustomer();
    expect(await sandbox.control.confirmReceipt(other.id, 'MONEY001')).toMatchObject({ referrerInfo: { extraData: { status: 'fail' } } });
    expect(await sandbox.control.funds()).toMatchObject({ frozenFen: 1800 });
    expect((await confirm()).body).toMatchObject({
      referrerInfo: { appId: 'wx1183b055aeec94d1', extraData: { status: 'success', req_extradata: { merchant_trade_no: 'MONEY001' } } },
    });
    await backend.until(3);
    expect(events()[2]).toMatchObject({
      Event: 'trade_manage_order_settlement',
      confirm_receive_method: 2,
      confirm_receive_time: expect.any(Number),
      settlement_time: expect.any(Number),
    });
    expect(await get('MONEY001')).toMatchObject({ order_state: 4 });
    expect(await sandbox.control.funds()).toEqual({ frozenFen: 0, settledFen: 1800, refundedFen: 0 });
    expect(await code(upload('MONEY001', express([parcel('ZT1')])))).toBe(10060004);
  });

  it('comes by itself: two days after a pickup, ten after express', async () => {
    await sandbox.control.setPush(backend.settings());
    await paid('MONEY002');
    await paid('MONEY003');
    await upload('MONEY002');
    await upload('MONEY003', express([parcel('ZT1')]));
    await sandbox.control.advance(2 * day);
    const state = async (number: string) => (await sandbox.control.shipping(number))?.orderState;
    await eventually(async () => (await state('MONEY002')) === 4);
    expect(await state('MONEY003')).toBe(2);
    await sandbox.control.advance(8 * day);
    await eventually(async () => (await state('MONEY003')) === 4);
    await eventually(() => events().some((event) => event.merchant_trade_no === 'MONEY003' && event.confirm_receive_method === 1));
  });

  it('stays on its way over a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
    await sandbox.stop();
    sandbox = await startSandbox({ ...options, dataDir });
    shop = await caller(sandbox);
    customer = await sandbox.control.createCustomer();
    await paid('MONEY004');
    await upload('MONEY004');
    await sandbox.stop();
    sandbox = await startSandbox({ ...options, dataDir });
    await sandbox.control.advance(2 * day);
    await eventually(async () => (await sandbox.control.shipping('MONEY004'))?.orderState === 4);
    rmSync(dataDir, { recursive: true });
  });
});

describe('the rest', () => {
  it('lists orders by page, state and customer', async () => {
    for (const number of ['LIST0001', 'LIST0002', 'LIST0003']) await paid(number);
    await upload('LIST0002');
    const list = (body: object) => shop.post('/wxa/sec/order/get_order_list', body) as Promise<Answer & { order_list: Answer[] }>;
    const numbers = async (body: object) => (await list(body)).order_list.map((order) => order.merchant_trade_no);
    const first = await list({ page_size: 2 });
    expect([first.has_more, first.order_list.map((order) => order.merchant_trade_no)]).toEqual([true, ['LIST0003', 'LIST0002']]);
    const second = await list({ page_size: 2, last_index: first.last_index });
    expect([second.has_more, second.order_list.map((order) => order.merchant_trade_no)]).toEqual([false, ['LIST0001']]);
    expect(await numbers({ order_state: 2 })).toEqual(['LIST0002']);
    expect(await numbers({ openid: 'oNobody' })).toEqual([]);
    expect(await numbers({ pay_time_range: { begin_time: 0, end_time: 5 } })).toEqual([]);
    expect(await code(list({ last_index: 'none' }))).toBe(10060011);
    expect(await code(list({ page_size: 101 }))).toBe(10060014);
  });

  it('tells the customer, with a page that carries the numbers, and asks once for the confirmation', async () => {
    expect(await code(shop.post('/wxa/sec/order/set_msg_jump_path', { path: 'pages/none' }))).toBe(10060014);
    expect(await code(shop.post('/wxa/sec/order/set_msg_jump_path', { path: 'pages/orders/detail?from=wechat' }))).toBe(0);
    const transactionId = await paid('TELL0001');
    const remind = () =>
      shop.post('/wxa/sec/order/notify_confirm_receive', { transaction_id: transactionId, received_time: Math.floor(Date.now() / 1000) });
    expect(await code(remind())).toBe(10060028);
    await upload('TELL0001', express([parcel('ZT9')]));
    const [message] = await sandbox.control.serviceMessages(customer.id);
    expect(message).toMatchObject({
      kind: 'shipping',
      title: '订单发货通知',
      lines: [
        { label: '商品', value: '岩茶*1' },
        { label: '快递单号', value: 'ZT9' },
      ],
    });
    expect(await sandbox.control.openServiceMessage(message?.msgId ?? '')).toMatchObject({
      path: 'pages/orders/detail',
      query: { from: 'wechat', transaction_id: transactionId, merchant_trade_no: 'TELL0001' },
    });
    expect([await code(remind()), await code(remind())]).toEqual([0, 10060030]);
    expect((await sandbox.control.serviceMessages(customer.id)).map(({ title }) => title)).toEqual(['订单发货通知', '确认收货提醒']);
    const pickedUp = await paid('TELL0002');
    await upload('TELL0002');
    expect(await code(shop.post('/wxa/sec/order/notify_confirm_receive', { transaction_id: pickedUp, received_time: 1 }))).toBe(10060029);
  });

  it('reminds the shop after 48 hours, later of a presale, never of a test order', async () => {
    await sandbox.control.setPush(backend.settings());
    await paid('LATE0001');
    const presale = await paid('LATE0002');
    const test = await paid('LATE0003');
    const special = (body: object) => shop.post('/wxa/sec/order/opspecialorder', body);
    const inDays = (days: number) => Math.floor((Date.now() + days * day) / 1000);
    expect(await code(special({ order_id: 'none', type: 1 }))).toBe(268546000);
    expect(await code(special({ order_id: presale, type: 3 }))).toBe(268546001);
    expect(await code(special({ order_id: presale, type: 1, delay_to: inDays(400) }))).toBe(268546002);
    expect(await code(special({ order_id: presale, type: 1, delay_to: inDays(20) }))).toBe(0);
    expect(await code(special({ order_id: test, type: 2 }))).toBe(0);
    expect((await sandbox.control.funds()).frozenFen).toBe(3600);
    const reminded = () =>
      events()
        .filter(({ Event }) => Event === 'trade_manage_remind_shipping')
        .map((event) => event.merchant_trade_no);
    await sandbox.control.advance(2 * day);
    await eventually(() => reminded().length === 1);
    expect(reminded()).toEqual(['LATE0001']);
    await sandbox.control.advance(18 * day);
    await eventually(() => reminded().length === 2);
    expect(reminded()).toEqual(['LATE0001', 'LATE0002']);
  });

  it('ships combined orders, each with its own report, all or none', async () => {
    await paid('COMB0001');
    await paid('COMB0002');
    await paid('ALONE001');
    await ask(sandbox, '/sandbox/combined-orders', { combineOutTradeNo: 'COMB', outTradeNos: ['COMB0001', 'COMB0002'] });
    const combined = (...subs: object[]) =>
      shop.post('/wxa/sec/order/upload_combined_shipping_info', {
        order_key: keyOf('COMB'),
        sub_orders: subs,
        upload_time: uploadTime(),
        payer: { openid: customer.openid },
      });
    const sub = (number: string, report: object = pickup) => ({ order_key: keyOf(number), ...report });
    expect(await code(combined(sub('COMB0001'), sub('ALONE001')))).toBe(10060001);
    expect(await code(combined(sub('COMB0001'), sub('COMB0002', { ...pickup, logistics_type: 9 })))).toBe(10060005);
    expect(await get('COMB0001')).toMatchObject({ order_state: 1 });
    expect(await code(combined(sub('COMB0001'), sub('COMB0002')))).toBe(0);
    expect([(await get('COMB0001')).order_state, (await get('COMB0002')).order_state]).toEqual([2, 2]);
  });

  it('knows carriers', async () => {
    expect(await shop.post('/cgi-bin/express/delivery/open_msg/get_delivery_list', { any: 1 })).toMatchObject({
      delivery_list: expect.arrayContaining([{ delivery_id: 'SF', delivery_name: '顺丰速运' }]),
    });
  });
});
