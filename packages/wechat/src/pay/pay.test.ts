import { createCipheriv, generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type Heard, startHost } from '../../test/fake-host.js';
import { answerMessage, requestMessage, signRsa, verifyRsa } from './crypto.js';
import { Pay } from './pay.js';

const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const [merchant, platform] = [keyPair(), keyPair()];
const apiV3Key = 'k'.repeat(32);
const now = new Date('2026-11-21T02:30:00Z');
const seconds = String(now.getTime() / 1000);

let host: Awaited<ReturnType<typeof startHost>>;
afterEach(() => host?.close());
const signed = (body: string, serial = 'PUB_KEY_ID_1', timestamp = seconds) => ({
  'wechatpay-timestamp': timestamp,
  'wechatpay-nonce': 'n1',
  'wechatpay-serial': serial,
  'wechatpay-signature': signRsa(answerMessage(timestamp, 'n1', Buffer.from(body)).toString(), platform.privateKey),
});
const begin = async (answer: (heard: Heard) => ReturnType<Parameters<typeof startHost>[0]>) => {
  host = await startHost(answer);
  return payAt(host.url);
};
const payAt = (baseUrl: string) =>
  new Pay({
    appid: 'wx1',
    mchid: '1900000001',
    serial: 'ABC',
    privateKey: merchant.privateKey,
    apiV3Key,
    platformKeys: [{ id: 'PUB_KEY_ID_1', publicKey: platform.publicKey }],
    baseUrl,
    now: () => now,
    timeoutMs: 300,
  });
const order = {
  outTradeNo: 'P0000001',
  description: '桂花乌龙',
  amountFen: 1800,
  openid: 'o1',
  notifyUrl: 'https://shop.example.com/n',
  expiresAt: new Date('2026-11-21T02:45:00Z'),
};

it('signs what it sends over the exact bytes, and asks in China time', async () => {
  const body = JSON.stringify({ prepay_id: 'wx20' });
  const pay = await begin(() => ({ body, headers: signed(body) }));
  expect(await pay.prepay(order)).toEqual({ ok: true, value: { prepayId: 'wx20' } });
  const [heard] = host.heard;
  const fields = Object.fromEntries(
    [...heard!.headers.authorization!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  expect(fields).toMatchObject({ mchid: '1900000001', serial_no: 'ABC', timestamp: seconds });
  expect(
    verifyRsa(
      requestMessage('POST', '/v3/pay/transactions/jsapi', seconds, fields.nonce_str!, heard!.body),
      fields.signature!,
      merchant.publicKey,
    ),
  ).toBe(true);
  expect(heard!.headers['wechatpay-serial']).toBe('PUB_KEY_ID_1');
  expect(JSON.parse(heard!.body)).toMatchObject({ time_expire: '2026-11-21T10:45:00+08:00', amount: { total: 1800, currency: 'CNY' } });
});
it('trusts no answer that WeChat Pay did not sign', async () => {
  const body = JSON.stringify({ prepay_id: 'wx20' });
  const headers: Record<string, Record<string, string>> = {
    UNSIGNED: {},
    BAD_SIGNATURE: { ...signed(body), 'wechatpay-nonce': 'n2' },
    UNKNOWN_SERIAL: signed(body, 'PUB_KEY_ID_2'),
    BAD_TIMESTAMP: signed(body, 'PUB_KEY_ID_1', String(Number(seconds) - 301)),
  };
  for (const [code, set] of Object.entries(headers)) {
    const pay = await begin(() => ({ body, headers: set }));
    expect(await pay.prepay(order)).toMatchObject({ ok: false, error: { kind: 'invalid', code, retryable: false } });
    await host.close();
  }
});
it('reads an order and its state, and closes it with an empty signed answer', async () => {
  const body = JSON.stringify({
    out_trade_no: 'P0000001',
    appid: 'wx1',
    mchid: '1900000001',
    trade_state: 'SUCCESS',
    transaction_id: '42',
    success_time: '2026-11-21T10:31:00+08:00',
    trade_type: 'JSAPI',
    trade_state_desc: '支付成功',
    bank_type: 'OTHERS',
    attach: 'a1',
    amount: { total: 1800, payer_total: 1500, currency: 'CNY', payer_currency: 'CNY' },
    payer: { openid: 'o1' },
    promotion_detail: [
      { coupon_id: 'c1', name: '满减', scope: 'GLOBAL', type: 'CASH', amount: 300, stock_id: 's1', wechatpay_contribute: 300 },
      'x',
    ],
  });
  const pay = await begin(({ method }) => (method === 'GET' ? { body, headers: signed(body) } : { status: 204, headers: signed('') }));
  expect(await pay.query('P0000001')).toEqual({
    ok: true,
    value: {
      outTradeNo: 'P0000001',
      appid: 'wx1',
      mchid: '1900000001',
      state: 'SUCCESS',
      transactionId: '42',
      successAt: new Date('2026-11-21T02:31:00Z'),
      totalFen: 1800,
      currency: 'CNY',
      payerOpenid: 'o1',
      tradeType: 'JSAPI',
      stateWords: '支付成功',
      bankType: 'OTHERS',
      attach: 'a1',
      payerFen: 1500,
      promotions: [
        {
          couponId: 'c1',
          name: '满减',
          scope: 'GLOBAL',
          type: 'CASH',
          amountFen: 300,
          stockId: 's1',
          wechatFen: 300,
          merchantFen: 0,
          otherFen: 0,
        },
      ],
    },
  });
  expect(await pay.close('P0000001')).toEqual({ ok: true, value: null });
  expect(host.heard[0]!.url.href).toContain('/v3/pay/transactions/out-trade-no/P0000001?mchid=1900000001');
});
it.each([
  [404, 'ORDER_NOT_EXIST', false],
  [403, 'NOT_ENOUGH', true],
  [429, 'FREQUENCY_LIMITED', true],
  [500, 'SYSTEM_ERROR', true],
  [401, 'SIGN_ERROR', false],
])('hears HTTP %s %s', async (status, code, retryable) => {
  const pay = await begin(() => ({ status, headers: { 'request-id': '08-268435461' }, body: JSON.stringify({ code, message: '说明' }) }));
  expect(await pay.query('P0000001')).toEqual({
    ok: false,
    error: {
      api: 'GET /v3/pay/transactions/out-trade-no/{out_trade_no}',
      kind: 'refused',
      code,
      message: '说明',
      status,
      retryable,
      requestId: '08-268435461',
    },
  });
});
it('does not know what happened when the line breaks', async () => {
  const pay = await begin(() => 'cut off');
  expect(await pay.close('P0000001')).toMatchObject({ ok: false, error: { kind: 'network', retryable: true } });
});
it('cuts a reason between characters at 80 bytes', async () => {
  const body = JSON.stringify({
    out_trade_no: 'P',
    out_refund_no: 'R',
    refund_id: '5',
    status: 'PROCESSING',
    amount: { refund: 1, total: 2 },
  });
  const pay = await begin(() => ({ body, headers: signed(body) }));
  expect(
    (
      await pay.refund({
        outTradeNo: 'P',
        outRefundNo: 'R',
        refundFen: 1,
        totalFen: 2,
        reason: '茶'.repeat(60),
        notifyUrl: 'https://x.cn/n',
      })
    ).ok,
  ).toBe(true);
  expect(JSON.parse(host.heard[0]!.body).reason).toBe('茶'.repeat(26));
});

function notification(inner: object, eventType: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce);
  cipher.setAAD(Buffer.from('transaction'));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(inner)), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return JSON.stringify({
    id: 'EV-1',
    create_time: '2026-11-21T10:31:00+08:00',
    event_type: eventType,
    resource: { algorithm: 'AEAD_AES_256_GCM', associated_data: 'transaction', nonce, ciphertext },
  });
}
it('reads notifications of payments and refunds', () => {
  const pay = payAt('http://localhost');
  const paid = notification(
    { out_trade_no: 'P', appid: 'wx1', mchid: 'm', trade_state: 'SUCCESS', transaction_id: '42', amount: { total: 1800 } },
    'TRANSACTION.SUCCESS',
  );
  expect(pay.readNotification(signed(paid), Buffer.from(paid))).toMatchObject({
    ok: true,
    value: { id: 'EV-1', kind: 'transaction', transaction: { totalFen: 1800, currency: 'CNY' } },
  });
  const refunded = notification(
    { mchid: 'm', out_trade_no: 'P', out_refund_no: 'R', refund_id: '5', refund_status: 'ABNORMAL', amount: { refund: 1, total: 2 } },
    'REFUND.ABNORMAL',
  );
  expect(pay.readNotification(signed(refunded), Buffer.from(refunded))).toMatchObject({
    ok: true,
    value: { kind: 'refund', mchid: 'm', refund: { state: 'ABNORMAL', refundFen: 1 } },
  });
});
it('refuses a notification that is forged, sealed otherwise, or cut', () => {
  const pay = payAt('http://localhost');
  const body = notification({ out_trade_no: 'P' }, 'TRANSACTION.SUCCESS');
  const code = (headers: Record<string, string>, text: string) => {
    const read = pay.readNotification(headers, Buffer.from(text));
    return read.ok ? 'ok' : read.error.code;
  };
  expect(code(signed(body), body.replace('EV-1', 'EV-2'))).toBe('BAD_SIGNATURE');
  expect(code(signed(body), body)).toBe('UNREADABLE');
  const cut = body.slice(0, -9);
  expect(code(signed(cut), cut)).toBe('UNREADABLE');
  expect(code({}, body)).toBe('UNSIGNED');
});
