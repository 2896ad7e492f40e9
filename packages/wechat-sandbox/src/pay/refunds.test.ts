import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../index.js';
import { call, orderBody, type PayAnswer } from '../testing/merchant.js';
import { openShop, type Shop } from '../testing/shop.js';
import { ask } from '../testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Shop;
let customerId: string;
let openid: string;
const path = '/v3/refund/domestic/refunds';

beforeEach(async () => {
  shop = await openShop(204);
  sandbox = await startSandbox({ paymentDelayMs: 0, refundDelayMs: 60_000, weixin: { tradeManaged: false } });
  ({ id: customerId, openid } = await sandbox.control.createCustomer());
});
afterEach(async () => {
  await sandbox.stop();
  shop.close();
});

const said = ({ status, body }: PayAnswer) => [status, body.code];

async function paid(number: string, total = 1000): Promise<void> {
  const { body } = await call(sandbox, 'POST', '/v3/pay/transactions/jsapi', orderBody(sandbox, number, openid, shop.url, total));
  expect(await sandbox.control.pay(customerId, String(body.prepay_id))).toMatchObject({ result: 'ok' });
}

const refund = (number: string, outRefundNo: string, fen: number, more: { amount?: object; [name: string]: unknown } = {}, total = 1000) =>
  call(sandbox, 'POST', path, {
    out_trade_no: number,
    out_refund_no: outRefundNo,
    ...more,
    amount: { refund: fen, total, currency: 'CNY', ...more.amount },
  });

describe('a refund', () => {
  it('is one of fifty at most', async () => {
    await paid('FIFTY001');
    for (let number = 1; number <= 50; number += 1) expect((await refund('FIFTY001', `F${number}`, 1)).status).toBe(200);
    expect(said(await refund('FIFTY001', 'F51', 1))).toEqual([403, 'RULE_LIMIT']);
    expect((await refund('FIFTY001', 'F50', 1)).status).toBe(200);
  });

  it('comes a minute after the one before, where that is wanted', async () => {
    await sandbox.control.changePaySettings({ refundGapMs: 60_000 });
    await paid('GAP00001');
    await paid('GAP00002');
    expect((await refund('GAP00001', 'G1', 1)).status).toBe(200);
    expect(said(await refund('GAP00001', 'G2', 1))).toEqual([429, 'FREQUENCY_LIMITED']);
    expect([(await refund('GAP00001', 'G1', 1)).status, (await refund('GAP00002', 'G3', 1)).status]).toEqual([200, 200]);
    await sandbox.control.advance(60_001);
    expect((await refund('GAP00001', 'G2', 1)).status).toBe(200);
  });

  it('is possible for a year', async () => {
    await paid('YEAR0001');
    await sandbox.control.advance(364 * 86_400_000);
    expect((await refund('YEAR0001', 'Y1', 1)).status).toBe(200);
    await sandbox.control.advance(86_400_000 + 1000);
    expect(said(await refund('YEAR0001', 'Y2', 1))).toEqual([400, 'INVALID_REQUEST']);
  });

  it('needs money, and goes through with the same number once there is some', async () => {
    await paid('MONEY001');
    expect(await sandbox.control.balance()).toEqual({ availableFen: 994, frozenFen: 0 });
    expect((await ask(sandbox, '/sandbox/balance/withdraw', { fen: 995 })).status).toBe(400);
    await sandbox.control.withdraw(994);
    expect(said(await refund('MONEY001', 'M1', 500))).toEqual([403, 'NOT_ENOUGH']);
    expect((await ask(sandbox, '/sandbox/balance/top-up', { fen: 497 })).body).toEqual({ availableFen: 497, frozenFen: 0 });
    // Its part of the fee comes back with it.
    expect((await refund('MONEY001', 'M1', 500)).body).toMatchObject({ status: 'PROCESSING', funds_account: 'AVAILABLE' });
    expect((await sandbox.control.balance()).availableFen).toBe(0);
  });

  it('takes the order’s own money while that waits for the goods', async () => {
    await sandbox.control.changeSettings({ tradeManaged: true });
    await paid('FROZEN01');
    expect(await sandbox.control.balance()).toEqual({ availableFen: 0, frozenFen: 994 });
    expect(said(await refund('FROZEN01', 'Z1', 100, { funds_account: 'AVAILABLE' }))).toEqual([403, 'NOT_ENOUGH']);
    expect((await refund('FROZEN01', 'Z1', 100)).body).toMatchObject({ funds_account: 'UNSETTLED' });
    expect((await refund('FROZEN01', 'Z2', 900)).status).toBe(200);
    expect(await sandbox.control.balance()).toEqual({ availableFen: 0, frozenFen: 0 });
  });

  it.each(['SUCCESS', 'ABNORMAL', 'CLOSED'] as const)('ends as %s when one wishes, and the shop is told', async (outcome) => {
    await paid('ENDS0001');
    await refund('ENDS0001', 'E1', 1000, { notify_url: shop.url });
    await shop.until(1);
    expect((await ask(sandbox, '/sandbox/refunds/E1/settle', { outcome })).status).toBe(200);
    await shop.until(2);
    expect((await sandbox.control.notifications()).at(-1)).toMatchObject({ eventType: `REFUND.${outcome}` });
    expect((await call(sandbox, 'GET', `${path}/E1`)).body).toMatchObject({ status: outcome });
    const state = outcome === 'CLOSED' ? 'SUCCESS' : 'REFUND';
    expect(
      (await call(sandbox, 'GET', `/v3/pay/transactions/out-trade-no/ENDS0001?mchid=${sandbox.credentials.mchid}`)).body,
    ).toMatchObject({ trade_state: state });
    expect((await ask(sandbox, '/sandbox/refunds/E1/settle', { outcome })).status).toBe(400);
    expect((await ask(sandbox, '/sandbox/refunds/NONE/settle', { outcome })).status).toBe(404);
  });

  it('that was abnormal goes to the merchant instead', async () => {
    await paid('AGAIN001');
    const { body } = await refund('AGAIN001', 'A1', 1000);
    const again = () =>
      call(sandbox, 'POST', `${path}/${String(body.refund_id)}/apply-abnormal-refund`, { out_refund_no: 'A1', type: 'MERCHANT_BANK_CARD' });
    expect(said(await again())).toEqual([400, 'INVALID_REQUEST']);
    await sandbox.control.settleRefund('A1', 'ABNORMAL');
    expect((await again()).body).toMatchObject({ status: 'PROCESSING' });
    await sandbox.control.advance(60_000);
    await expect.poll(async () => (await call(sandbox, 'GET', `${path}/A1`)).body.status).toBe('SUCCESS');
  });

  it('is the same under its number alone with equal parameters', async () => {
    await paid('SAME0001');
    const first = await refund('SAME0001', 'S1', 300);
    expect((await refund('SAME0001', 'S1', 300)).body.refund_id).toBe(first.body.refund_id);
    expect(said(await refund('SAME0001', 'S1', 301))).toEqual([400, 'INVALID_REQUEST']);
  });

  it.each([
    ['an unknown account', { funds_account: 'OTHER' }],
    ['parts that do not sum up', { amount: { from: [{ account: 'AVAILABLE', amount: 3 }] } }],
    ['a part of an unknown account', { amount: { from: [{ account: 'X', amount: 5 }] } }],
    ['goods without a price', { goods_detail: [{ merchant_goods_id: 'g1', refund_amount: 1, refund_quantity: 1 }] }],
    ['a long reason', { reason: '退'.repeat(81) }],
    ['an unknown field', { colour: 'red' }],
  ])('with %s is refused', async (_what, more) => {
    await paid('FORM0001');
    expect(said(await refund('FORM0001', 'W1', 5, more))).toEqual([400, 'PARAM_ERROR']);
    expect(await sandbox.control.refunds()).toEqual([]);
  });
});
