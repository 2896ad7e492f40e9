import { privateDecrypt } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { platform, startMerchant } from '../../test/merchant.js';

let started: Awaited<ReturnType<typeof startMerchant>>;
afterEach(() => started?.host.close());
const bodies = () => started.host.heard.map((one) => JSON.parse(one.body || '{}') as Record<string, unknown>);
const refunded = JSON.stringify({
  out_trade_no: 'P',
  out_refund_no: 'R',
  refund_id: '5',
  status: 'PROCESSING',
  amount: { refund: 1, total: 2 },
});

it('an order tells goods, place, coupons and what may not pay', async () => {
  started = await startMerchant(() => ({ body: JSON.stringify({ prepay_id: 'wx20' }) }));
  const order = {
    outTradeNo: 'P0000001',
    description: '茶',
    amountFen: 1800,
    openid: 'o1',
    notifyUrl: 'https://x.cn/n',
    expiresAt: new Date('2026-11-21T03:00:00Z'),
  };
  await started.pay.prepay({
    ...order,
    goodsTag: 'WXG',
    fapiao: true,
    goods: [{ id: 'g1', wechatId: 'w1', name: '乌龙', quantity: 2, unitPriceFen: 900 }],
    costPriceFen: 2000,
    invoiceId: 'i1',
    clientIp: '1.2.3.4',
    deviceId: 'till-1',
    store: { id: 's1', name: '西湖店' },
    profitSharing: false,
    limitPay: ['no_credit'],
  });
  await started.pay.prepay({ ...order, store: { id: 's1' } });
  expect(bodies()[0]).toMatchObject({
    goods_tag: 'WXG',
    support_fapiao: true,
    detail: {
      cost_price: 2000,
      invoice_id: 'i1',
      goods_detail: [{ merchant_goods_id: 'g1', wechatpay_goods_id: 'w1', goods_name: '乌龙', quantity: 2, unit_price: 900 }],
    },
    scene_info: { payer_client_ip: '1.2.3.4', device_id: 'till-1', store_info: { id: 's1', name: '西湖店' } },
    settle_info: { profit_sharing: false },
    limit_pay: ['no_credit'],
  });
  expect(Object.keys(bodies()[1]!).toSorted()).toEqual([
    'amount',
    'appid',
    'description',
    'mchid',
    'notify_url',
    'out_trade_no',
    'payer',
    'time_expire',
  ]);
});
it('an order is found by WeChat’s number', async () => {
  started = await startMerchant(() => ({
    body: JSON.stringify({
      out_trade_no: 'P',
      appid: 'wx1',
      mchid: '1900000001',
      trade_state: 'REFUND',
      transaction_id: '42',
      amount: { total: 1800 },
    }),
  }));
  expect(await started.pay.queryById('42')).toMatchObject({ ok: true, value: { outTradeNo: 'P', state: 'REFUND', totalFen: 1800 } });
  expect(started.host.heard[0]!.url.href).toContain('/v3/pay/transactions/id/42?mchid=1900000001');
});
it('a refund says where the money is taken from', async () => {
  started = await startMerchant(() => ({ body: refunded }));
  await started.pay.refund({
    outTradeNo: 'P',
    outRefundNo: 'R',
    refundFen: 1,
    totalFen: 2,
    notifyUrl: 'https://x.cn/n',
    account: 'UNSETTLED',
    from: [{ account: 'AVAILABLE', amountFen: 1 }],
  });
  expect(bodies()).toEqual([
    {
      out_trade_no: 'P',
      out_refund_no: 'R',
      notify_url: 'https://x.cn/n',
      funds_account: 'UNSETTLED',
      amount: { refund: 1, total: 2, currency: 'CNY', from: [{ account: 'AVAILABLE', amount: 1 }] },
    },
  ]);
});
it('an abnormal refund goes to the shop, or to another card, whose number and owner are sealed', async () => {
  started = await startMerchant(() => ({ body: refunded }));
  expect(await started.pay.refundOtherwise('5', 'R', { to: 'merchant' })).toMatchObject({
    ok: true,
    value: { refundId: '5', state: 'PROCESSING' },
  });
  await started.pay.refundOtherwise('5', 'R', { to: 'customer', bankType: 'ICBC_DEBIT', account: '6222000011112222', name: '欧阳修' });
  const [first, second] = bodies();
  expect(first).toEqual({ out_refund_no: 'R', type: 'MERCHANT_BANK_CARD' });
  expect(second).toMatchObject({ out_refund_no: 'R', type: 'USER_BANK_CARD', bank_type: 'ICBC_DEBIT' });
  const open = (value: unknown) =>
    privateDecrypt({ key: platform.publicKey.privateKey, oaepHash: 'sha1' }, Buffer.from(String(value), 'base64')).toString();
  expect([open(second!.bank_account), open(second!.real_name)]).toEqual(['6222000011112222', '欧阳修']);
  expect(started.host.heard[0]!.url.pathname).toBe('/v3/refund/domestic/refunds/5/apply-abnormal-refund');
});
it('a refund by WeChat’s number names the goods that are given back, and tells all that WeChat knows', async () => {
  started = await startMerchant(() => ({
    body: JSON.stringify({
      out_trade_no: 'P',
      transaction_id: '42',
      out_refund_no: 'R@1',
      refund_id: '5',
      status: 'SUCCESS',
      channel: 'ORIGINAL',
      user_received_account: '招商银行信用卡0403',
      create_time: '2026-11-21T10:30:00+08:00',
      success_time: '2026-11-21T10:31:00+08:00',
      funds_account: 'AVAILABLE',
      amount: { refund: 900, total: 1800, payer_refund: 800, settlement_refund: 850 },
    }),
  }));
  expect(
    await started.pay.refund({
      transactionId: '42',
      outRefundNo: 'R@1',
      refundFen: 900,
      totalFen: 1800,
      notifyUrl: 'https://x.cn/n',
      goods: [{ id: 'g1', name: '乌龙', unitPriceFen: 900, refundFen: 900, quantity: 1 }],
    }),
  ).toEqual({
    ok: true,
    value: {
      outTradeNo: 'P',
      transactionId: '42',
      outRefundNo: 'R@1',
      refundId: '5',
      state: 'SUCCESS',
      refundFen: 900,
      totalFen: 1800,
      createdAt: new Date('2026-11-21T02:30:00Z'),
      successAt: new Date('2026-11-21T02:31:00Z'),
      channel: 'ORIGINAL',
      receivedBy: '招商银行信用卡0403',
      account: 'AVAILABLE',
      payerFen: 800,
      settlementFen: 850,
    },
  });
  expect(bodies()[0]).toMatchObject({
    transaction_id: '42',
    goods_detail: [{ merchant_goods_id: 'g1', goods_name: '乌龙', unit_price: 900, refund_amount: 900, refund_quantity: 1 }],
  });
});
it('nothing is sent that breaks a limit', async () => {
  started = await startMerchant(() => ({ body: refunded }));
  const { pay } = started;
  const order = {
    outTradeNo: 'P0000001',
    description: '茶',
    amountFen: 1800,
    openid: 'o1',
    notifyUrl: 'https://x.cn/n',
    expiresAt: new Date('2026-11-21T03:00:00Z'),
  };
  const refund = { outTradeNo: 'P0000001', outRefundNo: 'R', refundFen: 1, totalFen: 2, notifyUrl: 'https://x.cn/n' };
  const broken = [
    ...[
      { outTradeNo: 'P1' },
      { outTradeNo: 'P@000001' },
      { amountFen: 0 },
      { amountFen: 18.5 },
      { openid: '' },
      { notifyUrl: 'https://x.cn/n?a=1' },
      { notifyUrl: `https://x.cn/${'n'.repeat(250)}` },
      { attach: 'a'.repeat(129) },
      { description: '' },
      { goodsTag: 'g'.repeat(33) },
      { goods: [{ id: 'g'.repeat(33), quantity: 1, unitPriceFen: 1 }] },
      { goods: [{ id: 'g', quantity: 0, unitPriceFen: 1 }] },
      { clientIp: '1'.repeat(46) },
      { store: { id: '' } },
    ].map((one) => pay.prepay({ ...order, ...one })),
    ...[
      { outRefundNo: 'R 1' },
      { outRefundNo: 'R'.repeat(65) },
      { refundFen: 3 },
      { refundFen: 0 },
      { from: [{ account: 'AVAILABLE' as const, amountFen: 2 }] },
      { notifyUrl: 'https://x.cn/n#a' },
    ].map((one) => pay.refund({ ...refund, ...one })),
    pay.bills.trade('21.11.2026'),
  ];
  for (const answer of broken) expect(await answer).toMatchObject({ ok: false, error: { kind: 'refused', code: 'UNFIT', unsent: true } });
  expect(started.host.heard).toHaveLength(0);
});
