import { afterEach, expect, it } from 'vitest';
import { startProgram } from '../../test/program.js';

let started: Awaited<ReturnType<typeof startProgram>>;
afterEach(() => started?.host.close());
const ok = { errcode: 0, errmsg: 'ok' };
const at = new Date('2026-01-02T05:29:35.120Z');
const posted = (name: string) => started.posted(`/wxa/sec/order/${name}`);

it('reports parcels that leave one by one, and payments that were made as one', async () => {
  started = await startProgram({});
  const { shipping } = started.program;
  await shipping.upload({
    order: { transactionId: '42' },
    openid: 'o1',
    logistics: 'express',
    split: { last: false },
    at,
    parcels: [{ description: '茶'.repeat(130), carrier: 'SF', trackingNo: 'SF1', receiverContact: '138****8000' }],
  });
  const [report] = posted('upload_shipping_info');
  expect(report).toEqual({
    order_key: { order_number_type: 2, transaction_id: '42' },
    logistics_type: 1,
    delivery_mode: 2,
    is_all_delivered: false,
    shipping_list: [
      { item_desc: '茶'.repeat(120), tracking_no: 'SF1', express_company: 'SF', contact: { receiver_contact: '138****8000' } },
    ],
    upload_time: '2026-01-02T13:29:35.120+08:00',
    payer: { openid: 'o1' },
  });
  await shipping.uploadCombined({ mchid: '1900', outTradeNo: 'c1' }, 'o1', at, [
    { order: { mchid: '1900', outTradeNo: 'n1' }, logistics: 'virtual', parcels: [{ description: '会员卡' }] },
  ]);
  expect(posted('upload_combined_shipping_info')).toMatchObject([
    {
      order_key: { order_number_type: 1, out_trade_no: 'c1' },
      sub_orders: [{ order_key: { out_trade_no: 'n1' }, logistics_type: 3, delivery_mode: 1 }],
      payer: { openid: 'o1' },
    },
  ]);
});
it('pages through orders as WeChat sees them', async () => {
  const order = {
    transaction_id: '42',
    merchant_trade_no: 'n1',
    description: '茶',
    paid_amount: 1800,
    openid: 'o1',
    merchant_id: '1900',
    trade_create_time: 1_763_699_000,
    pay_time: 1_763_700_000,
    order_state: 2,
    in_complaint: true,
    shipping: {
      delivery_mode: 2,
      logistics_type: 1,
      finish_shipping: true,
      finish_shipping_count: 1,
      shipping_list: [
        {
          goods_desc: '茶',
          tracking_no: 'SF1',
          express_company: 'SF',
          upload_time: 1_763_700_100,
          contact: { consignor_contact: '', receiver_contact: '138****8000' },
        },
      ],
    },
  };
  started = await startProgram({
    '/wxa/sec/order/get_order_list': (heard) =>
      heard.body.includes('last_index')
        ? { ...ok, order_list: [order, null, 'x'], last_index: 'i2', has_more: false }
        : { ...ok, order_list: [order], last_index: 'i1', has_more: true },
  });
  const { shipping } = started.program;
  const first = await shipping.orders({ state: 1, from: new Date(1000), to: new Date(2000), openid: 'o1', pageSize: 1 });
  expect(first).toEqual({
    ok: true,
    value: {
      after: 'i1',
      orders: [
        {
          transactionId: '42',
          outTradeNo: 'n1',
          mchid: '1900',
          description: '茶',
          paidFen: 1800,
          openid: 'o1',
          logistics: 'express',
          split: true,
          finished: true,
          createdAt: new Date(1_763_699_000_000),
          paidAt: new Date(1_763_700_000_000),
          state: 2,
          inComplaint: true,
          finishedCount: 1,
          parcels: [
            {
              description: '茶',
              trackingNo: 'SF1',
              carrier: 'SF',
              contact: '138****8000',
              reportedAt: new Date(1_763_700_100_000),
            },
          ],
        },
      ],
    },
  });
  expect(await shipping.orders({ after: 'i1' })).toMatchObject({ ok: true, value: { after: null, orders: [{ outTradeNo: 'n1' }] } });
  expect(posted('get_order_list')).toEqual([
    { order_state: 1, pay_time_range: { begin_time: 1, end_time: 2 }, openid: 'o1', page_size: 1 },
    { last_index: 'i1' },
  ]);
});
it('takes no order that is not there for one', async () => {
  started = await startProgram({});
  expect(await started.program.shipping.order({ transactionId: '42' })).toMatchObject({ ok: false, error: { code: 'UNREADABLE' } });
});
it('declares presales and tests, reminds, says what is managed, and lists carriers', async () => {
  started = await startProgram({
    '/cgi-bin/express/delivery/open_msg/get_delivery_list': { ...ok, delivery_list: [{ delivery_id: 'SF', delivery_name: '顺丰速运' }] },
    '/wxa/sec/order/is_trade_management_confirmation_completed': { ...ok, completed: false },
    '/wxa/sec/order/notify_confirm_receive': { errcode: 10_060_028, errmsg: 'no' },
  });
  const { shipping } = started.program;
  await shipping.declareSpecial('42', { presaleUntil: new Date(1_765_000_000_000) });
  await shipping.declareSpecial('n1', 'test');
  expect(posted('opspecialorder')).toEqual([
    { order_id: '42', type: 1, delay_to: 1_765_000_000 },
    { order_id: 'n1', type: 2 },
  ]);
  expect(await shipping.remindReceipt({ mchid: '1900', outTradeNo: 'n1' }, at)).toMatchObject({
    ok: false,
    error: { code: '10060028', retryable: false },
  });
  expect(posted('notify_confirm_receive')).toEqual([
    { merchant_id: '1900', merchant_trade_no: 'n1', received_time: Math.floor(at.getTime() / 1000) },
  ]);
  expect(await shipping.isConfirmed()).toEqual({ ok: true, value: false });
  await shipping.setMessagePage('packages/orders/detail');
  expect(posted('set_msg_jump_path')).toEqual([{ path: 'packages/orders/detail' }]);
  expect(await shipping.carriers()).toEqual({ ok: true, value: [{ code: 'SF', name: '顺丰速运' }] });
});
it('sends no report that breaks a rule, alone or within a combined one', async () => {
  started = await startProgram({});
  const { shipping } = started.program;
  const parcel = { description: '茶', trackingNo: 'YT1', carrier: 'YTO' };
  const order = { transactionId: '42' };
  const broken = [
    { logistics: 'pickup', parcels: [] },
    { logistics: 'express', parcels: [parcel, parcel] },
    { logistics: 'express', parcels: Array.from({ length: 16 }, () => parcel), split: { last: true } },
    { logistics: 'local', parcels: [parcel], split: { last: true } },
    { logistics: 'pickup', parcels: [{ description: ' ' }] },
    { logistics: 'express', parcels: [{ description: '茶' }] },
    { logistics: 'express', parcels: [{ ...parcel, trackingNo: 'Y'.repeat(129) }] },
    { logistics: 'express', parcels: [{ ...parcel, carrier: 'SF' }] },
  ] as const;
  const fine = { order, logistics: 'pickup', parcels: [{ description: '茶' }] } as const;
  for (const one of broken) {
    expect(await shipping.upload({ order, openid: 'o1', at, ...one })).toMatchObject({ ok: false, error: { code: 'UNFIT', unsent: true } });
    for (const parts of [
      [{ order, ...one }, fine],
      [fine, { order, ...one }],
    ])
      expect(await shipping.uploadCombined(order, 'o1', at, parts)).toMatchObject({ ok: false, error: { code: 'UNFIT' } });
  }
  expect(started.host.heard).toHaveLength(0);
  await shipping.upload({
    order,
    openid: 'o1',
    at,
    logistics: 'express',
    parcels: [{ ...parcel, consignorContact: '139****0001', receiverContact: '138****8000' }],
  });
  expect(posted('upload_shipping_info')).toMatchObject([
    { shipping_list: [{ contact: { consignor_contact: '139****0001', receiver_contact: '138****8000' } }] },
  ]);
});
