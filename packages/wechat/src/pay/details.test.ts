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
    goods: [{ id: 'g1', name: '乌龙', quantity: 2, unitPriceFen: 900 }],
    clientIp: '1.2.3.4',
    store: { id: 's1', name: '西湖店' },
    profitSharing: false,
    limitPay: ['no_credit'],
  });
  await started.pay.prepay({ ...order, store: { id: 's1' } });
  expect(bodies()[0]).toMatchObject({
    goods_tag: 'WXG',
    support_fapiao: true,
    detail: { goods_detail: [{ merchant_goods_id: 'g1', goods_name: '乌龙', quantity: 2, unit_price: 900 }] },
    scene_info: { payer_client_ip: '1.2.3.4', store_info: { id: 's1', name: '西湖店' } },
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
