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
  expect(await program.phoneNumber(await sandbox.control.phoneCode(id))).toMatchObject({ ok: true, value: { purePhoneNumber: phoneNumber } });
  expect(await program.unlimitedCode({ scene: 't-08', page: 'pages/menu/index' })).toMatchObject({ ok: true, value: { contentType: 'image/jpeg' } });
});

it('takes a payment through the signed sheet, reads its notification and refunds it', async () => {
  const { appid, mchid, serial, merchantKey, apiV3Key, platformPublicKeyId, platformPublicKey } = sandbox.credentials;
  const pay = new Pay({ appid, mchid, serial, privateKey: merchantKey, apiV3Key, platformKeys: [{ id: platformPublicKeyId, publicKey: platformPublicKey }], baseUrl: sandbox.url });
  const { id, openid } = await sandbox.control.createCustomer();
  const prepaid = await pay.prepay({ outTradeNo: 'ORDER001', description: '桂花乌龙', amountFen: 1800, openid, notifyUrl: shop.url, expiresAt: new Date(Date.now() + 900_000) });
  if (!prepaid.ok) throw new Error(prepaid.error.message);
  const params = pay.paymentParams(prepaid.value.prepayId);
  expect(await sandbox.control.pay(id, prepaid.value.prepayId, 'pay', params)).toMatchObject({ result: 'ok' });
  await shop.until(1);
  const news = (index: number) => pay.readNotification(shop.heard[index]?.headers ?? {}, Buffer.from(shop.heard[index]?.body ?? ''));
  expect(news(0)).toMatchObject({ ok: true, value: { kind: 'transaction', transaction: { outTradeNo: 'ORDER001', state: 'SUCCESS', totalFen: 1800, payerOpenid: openid } } });
  const refund = { outTradeNo: 'ORDER001', outRefundNo: 'REFUND01', refundFen: 800, totalFen: 1800, notifyUrl: shop.url };
  expect(await pay.refund(refund)).toMatchObject({ ok: true, value: { state: 'PROCESSING', refundFen: 800 } });
  await shop.until(2);
  expect(news(1)).toMatchObject({ ok: true, value: { kind: 'refund', refund: { outRefundNo: 'REFUND01', state: 'SUCCESS' } } });
  expect(await pay.refundQuery('REFUND01')).toMatchObject({ ok: true, value: { state: 'SUCCESS' } });
  expect(await pay.query('ORDER001')).toMatchObject({ ok: true, value: { state: 'REFUND' } });
  expect(await pay.close('ORDER001')).toMatchObject({ ok: false, error: { code: 'ORDERPAID' } });
});
