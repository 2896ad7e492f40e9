import { MemoryTokenStore, MiniProgram, Pay } from '@pailou/wechat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './index.js';
import { openShop, type Shop } from './testing/shop.js';

// The product's own client against this stand-in, over the wire.
let sandbox: RunningSandbox;
let shop: Shop;
beforeAll(async () => {
  shop = await openShop(204);
  sandbox = await startSandbox({ paymentDelayMs: 0, refundDelayMs: 0 });
});
afterAll(async () => {
  await sandbox.stop();
  shop.close();
});

it('signs in, learns the phone number and draws a code', async () => {
  const { appid, secret } = sandbox.credentials;
  const program = new MiniProgram({ appid, secret, tokens: new MemoryTokenStore(), baseUrl: sandbox.url });
  const { id, openid, phoneNumber } = await sandbox.control.createCustomer();
  expect(await program.code2Session(await sandbox.control.loginCode(id))).toMatchObject({ ok: true, value: { openid } });
  expect(await program.phoneNumber(await sandbox.control.phoneCode(id))).toMatchObject({
    ok: true,
    value: { purePhoneNumber: phoneNumber },
  });
  expect(await program.unlimitedCode({ scene: 't-08', page: 'pages/menu/index' })).toMatchObject({
    ok: true,
    value: { contentType: 'image/jpeg' },
  });
});

it('takes a payment through the signed sheet, reads its notification and refunds it', async () => {
  const { appid, mchid, serial, merchantKey, apiV3Key, platformPublicKeyId, platformPublicKey } = sandbox.credentials;
  const pay = new Pay({
    appid,
    mchid,
    serial,
    privateKey: merchantKey,
    apiV3Key,
    platformKeys: [{ id: platformPublicKeyId, publicKey: platformPublicKey }],
    baseUrl: sandbox.url,
  });
  const { id, openid } = await sandbox.control.createCustomer();
  const prepaid = await pay.prepay({
    outTradeNo: 'ORDER001',
    description: '桂花乌龙',
    amountFen: 1800,
    openid,
    notifyUrl: shop.url,
    expiresAt: new Date(Date.now() + 900_000),
  });
  if (!prepaid.ok) throw new Error(prepaid.error.message);
  const params = pay.paymentParams(prepaid.value.prepayId);
  expect(await sandbox.control.pay(id, prepaid.value.prepayId, 'pay', params)).toMatchObject({ result: 'ok' });
  await shop.until(1);
  const news = (index: number) => pay.readNotification(shop.heard[index]?.headers ?? {}, Buffer.from(shop.heard[index]?.body ?? ''));
  expect(news(0)).toMatchObject({
    ok: true,
    value: { kind: 'transaction', transaction: { outTradeNo: 'ORDER001', state: 'SUCCESS', totalFen: 1800, payerOpenid: openid } },
  });
  const refund = { outTradeNo: 'ORDER001', outRefundNo: 'REFUND01', refundFen: 800, totalFen: 1800, notifyUrl: shop.url };
  expect(await pay.refund(refund)).toMatchObject({ ok: true, value: { state: 'PROCESSING', refundFen: 800 } });
  await shop.until(2);
  expect(news(1)).toMatchObject({ ok: true, value: { kind: 'refund', refund: { outRefundNo: 'REFUND01', state: 'SUCCESS' } } });
  expect(await pay.refundQuery('REFUND01')).toMatchObject({ ok: true, value: { state: 'SUCCESS' } });
  expect(await pay.query('ORDER001')).toMatchObject({ ok: true, value: { state: 'REFUND' } });
  expect(await pay.close('ORDER001')).toMatchObject({ ok: false, error: { code: 'ORDERPAID' } });
});

/** The shop's client, which knows only the public key. */
function merchant(): Pay {
  const { appid, mchid, serial, merchantKey, apiV3Key, platformPublicKeyId, platformPublicKey } = sandbox.credentials;
  return new Pay({
    appid,
    mchid,
    serial,
    privateKey: merchantKey,
    apiV3Key,
    platformKeys: [{ id: platformPublicKeyId, publicKey: platformPublicKey }],
    baseUrl: sandbox.url,
  });
}
async function paid(pay: Pay, number: string, amountFen: number): Promise<void> {
  const { id, openid } = await sandbox.control.createCustomer();
  const prepaid = await pay.prepay({
    outTradeNo: number,
    description: '桂花乌龙,大杯,少冰',
    amountFen,
    openid,
    notifyUrl: shop.url,
    expiresAt: new Date(Date.now() + 900_000),
  });
  if (!prepaid.ok) throw new Error(prepaid.error.code);
  await sandbox.control.pay(id, prepaid.value.prepayId, 'pay', pay.paymentParams(prepaid.value.prepayId));
}

it('learns a platform certificate that changes in the middle, asking once', async () => {
  const pay = merchant();
  await sandbox.control.signWith('certificate');
  await sandbox.control.rotateCertificate();
  const answers = await Promise.all([1, 2, 3, 4].map((n) => pay.query(`NOSUCH${n}`)));
  // Refusals are heard without a signature; a signed answer is believed only once the certificate is known.
  expect(answers.every((one) => !one.ok && one.error.code === 'ORDER_NOT_EXIST')).toBe(true);
  await paid(pay, 'ROTATE01', 300);
  expect(await pay.query('ROTATE01')).toMatchObject({ ok: true, value: { state: 'SUCCESS' } });
  await sandbox.control.signWith('public-key');
  expect(await pay.query('ROTATE01')).toMatchObject({ ok: true });
});

it('reads the bills of a day, checked and to the fen', async () => {
  const pay = merchant();
  await paid(pay, 'BILL0001', 2350);
  await pay.refund({ outTradeNo: 'BILL0001', outRefundNo: 'BILLR001', refundFen: 350, totalFen: 2350, notifyUrl: shop.url });
  await expect.poll(async () => (await sandbox.control.refunds()).find((one) => one.outRefundNo === 'BILLR001')?.status).toBe('SUCCESS');
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(await pay.bills.trade(day)).toMatchObject({ ok: false });
  const waitMs = 48 * 3_600_000;
  await sandbox.control.advance(waitMs);
  const later = merchant();
  const bill = await later.bills.trade(day);
  if (!bill.ok) throw new Error(bill.error.code);
  expect(bill.value.rows.filter((row) => row.outTradeNo === 'BILL0001')).toMatchObject([
    { kind: 'payment', totalFen: 2350, description: '桂花乌龙,大杯,少冰' },
    { kind: 'refund', outRefundNo: 'BILLR001', refundFen: 350, refundStatus: 'SUCCESS' },
  ]);
  expect(bill.value.count).toBe(bill.value.rows.length);
  const funds = await later.bills.fundFlow(day);
  expect(funds.ok && funds.value.some((row) => row.direction === 'in' && row.amountFen === 2350)).toBe(true);
  expect(await later.bills.trade('2020-01-01')).toMatchObject({ ok: false });
});

it('transfers to a customer, who confirms', async () => {
  const pay = merchant();
  await sandbox.control.topUp(100_000);
  const { id, openid } = await sandbox.control.createCustomer();
  const input = {
    outBillNo: 'T0001',
    openid,
    amountFen: 500,
    sceneId: '1000',
    reports: [
      { type: '活动名称', content: '老友回店' },
      { type: '奖励说明', content: '五元' },
    ],
    remark: '谢谢您',
  };
  const made = await pay.transfers.create(input);
  expect(made).toMatchObject({ ok: true, value: { state: 'WAIT_USER_CONFIRM', packageInfo: expect.any(String) } });
  await sandbox.control.confirmTransfer(id, 'T0001', 'confirm');
  await expect
    .poll(async () => {
      const asked = await pay.transfers.query('T0001');
      return asked.ok && asked.value.state;
    })
    .toBe('SUCCESS');
});
