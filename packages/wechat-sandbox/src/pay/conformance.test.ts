import { createDecipheriv, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import { type RunningSandbox, startSandbox } from '../index.js';
import { openShop, type Heard, type Shop } from '../testing/shop.js';
import { orderBody } from '../testing/merchant.js';

// A client that nobody here wrote verifies each answer: what it takes, WeChat's own answers look like.
let sandbox: RunningSandbox;
let shop: Shop;

beforeAll(async () => {
  shop = await openShop(204);
  sandbox = await startSandbox({ paymentDelayMs: 0, refundDelayMs: 20 });
});
afterAll(async () => {
  await sandbox.stop();
  shop.close();
});

function client(certs = { [sandbox.credentials.platformPublicKeyId]: sandbox.credentials.platformPublicKey }) {
  const { mchid, serial, merchantKey } = sandbox.credentials;
  return new Wechatpay({ mchid, serial, privateKey: merchantKey, certs, baseURL: sandbox.url });
}

async function ordered(outTradeNo: string) {
  const customer = await sandbox.control.createCustomer();
  const { data, headers } = await client()
    .chain('v3/pay/transactions/jsapi')
    .post<Record<string, unknown>>(orderBody(sandbox, outTradeNo, customer.openid, shop.url));
  return { customer, prepayId: String(data.prepay_id), headers };
}

const query = (outTradeNo: string) =>
  client()
    .chain(`v3/pay/transactions/out-trade-no/${outTradeNo}`)
    .get<Record<string, unknown>>({ params: { mchid: sandbox.credentials.mchid } });

/** Verifies and opens a notification with the plugin's own cryptography. */
function open({ headers, body }: Heard): Record<string, unknown> {
  const header = (name: string) => String(headers[name]);
  const message = Formatter.response(header('wechatpay-timestamp'), header('wechatpay-nonce'), body);
  expect(Rsa.verify(message, header('wechatpay-signature'), sandbox.credentials.platformPublicKey)).toBe(true);
  const { resource } = JSON.parse(body) as { resource: { ciphertext: string; nonce: string; associated_data: string } };
  const plain = Aes.AesGcm.decrypt(resource.ciphertext, sandbox.credentials.apiV3Key, resource.nonce, resource.associated_data);
  return JSON.parse(plain) as Record<string, unknown>;
}

it('orders, is paid, hears of it, and finds it by both numbers', async () => {
  const { customer, prepayId, headers } = await ordered('CONF0001');
  expect(headers['wechatpay-serial']).toBe(sandbox.credentials.platformPublicKeyId);
  expect((await query('CONF0001')).data).toMatchObject({ trade_state: 'NOTPAY', amount: { total: 1800 } });
  expect(await sandbox.control.pay(customer.id, prepayId)).toMatchObject({ result: 'ok' });
  await shop.until(1);
  const told = open(shop.heard[0] as Heard);
  expect(told).toMatchObject({
    out_trade_no: 'CONF0001',
    trade_state: 'SUCCESS',
    amount: { total: 1800 },
    payer: { openid: customer.openid },
  });
  expect((await query('CONF0001')).data).toEqual(told);
  const found = await client()
    .chain(`v3/pay/transactions/id/${String(told.transaction_id)}`)
    .get({ params: { mchid: sandbox.credentials.mchid } });
  expect(found.data).toEqual(told);
});

it('closes an order with a signed 204, twice', async () => {
  const { customer, prepayId } = await ordered('CONF0002');
  const close = () => client().chain('v3/pay/transactions/out-trade-no/CONF0002/close').post({ mchid: sandbox.credentials.mchid });
  expect([(await close()).status, (await close()).status]).toEqual([204, 204]);
  expect((await query('CONF0002')).data).toMatchObject({ trade_state: 'CLOSED' });
  expect(await sandbox.control.pay(customer.id, prepayId)).toMatchObject({ result: 'fail' });
});

it('refunds: first PROCESSING, then told as SUCCESS', async () => {
  const { customer, prepayId } = await ordered('CONF0003');
  await sandbox.control.pay(customer.id, prepayId);
  const before = shop.heard.length;
  const body = {
    out_trade_no: 'CONF0003',
    out_refund_no: 'CONFR1',
    notify_url: shop.url,
    amount: { refund: 800, total: 1800, currency: 'CNY' },
  };
  const refund = await client().chain('v3/refund/domestic/refunds').post<Record<string, unknown>>(body);
  expect(refund.data).toMatchObject({ status: 'PROCESSING', amount: { refund: 800 } });
  await shop.until(before + 2);
  const told = shop.heard
    .slice(before)
    .map(open)
    .find((news) => news.out_refund_no === 'CONFR1');
  expect(told).toMatchObject({ refund_status: 'SUCCESS', mchid: sandbox.credentials.mchid, amount: { refund: 800, total: 1800 } });
  const found = await client().chain('v3/refund/domestic/refunds/CONFR1').get();
  expect(found.data).toMatchObject({ status: 'SUCCESS' });
  expect((await query('CONF0003')).data).toMatchObject({ trade_state: 'REFUND' });
});

it('opens the platform certificate, and verifies answers by it when it asks for that', async () => {
  const { data } = await client()
    .chain('v3/certificates')
    .get<{ data: { serial_no: string; encrypt_certificate: { nonce: string; associated_data: string; ciphertext: string } }[] }>();
  const [listed] = data.data;
  const sealed = Buffer.from(listed?.encrypt_certificate.ciphertext ?? '', 'base64');
  const decipher = createDecipheriv('aes-256-gcm', sandbox.credentials.apiV3Key, listed?.encrypt_certificate.nonce ?? '');
  decipher.setAAD(Buffer.from('certificate')).setAuthTag(sealed.subarray(-16));
  const pem = decipher.update(sealed.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
  const serial = new X509Certificate(pem).serialNumber;
  expect(listed?.serial_no).toBe(serial);
  const answer = await client({ [serial]: pem })
    .chain('v3/certificates')
    .get({ headers: { 'Wechatpay-Serial': serial } });
  expect(answer.headers['wechatpay-serial']).toBe(serial);
});

it('does not fall for a probe: the client refuses the false signature and takes the true one after it', async () => {
  await ordered('CONF0004');
  await sandbox.control.faults({ on: 'answer', path: '/v3/pay/transactions/out-trade-no/CONF0004', action: 'probe' });
  await expect(query('CONF0004')).rejects.toThrow(/EV3_RES_HEADERS|signature|verify/i);
  expect((await query('CONF0004')).data).toMatchObject({ trade_state: 'NOTPAY' });
});

it('reads both of a probed notification: the false one fails, the true one follows', async () => {
  const { customer, prepayId } = await ordered('CONF0005');
  const before = shop.heard.length;
  await sandbox.control.faults({ on: 'notification', action: 'probe' });
  await sandbox.control.pay(customer.id, prepayId);
  await shop.until(before + 2);
  const [probed, genuine] = shop.heard.slice(before);
  expect(() => open(probed as Heard)).toThrow();
  expect(open(genuine as Heard)).toMatchObject({ out_trade_no: 'CONF0005' });
});

it('hides a name in a transfer as the client hides it', async () => {
  const { openid } = await sandbox.control.createCustomer();
  await sandbox.control.topUp(300_000);
  const { platformPublicKey, platformPublicKeyId, appid } = sandbox.credentials;
  const body = {
    appid,
    out_bill_no: 'CONF0006',
    transfer_scene_id: '1000',
    openid,
    user_name: Rsa.encrypt('苏叶', platformPublicKey),
    transfer_amount: 200_000,
    transfer_remark: '奖励',
    transfer_scene_report_infos: [{ info_type: '活动名称', info_content: '新店有礼' }],
  };
  const made = await client()
    .chain('v3/fund-app/mch-transfer/transfer-bills')
    .post<Record<string, unknown>>(body, { headers: { 'Wechatpay-Serial': platformPublicKeyId } });
  expect(made.data).toMatchObject({ state: 'WAIT_USER_CONFIRM' });
  const found = await client().chain('v3/fund-app/mch-transfer/transfer-bills/out-bill-no/CONF0006').get();
  expect(found.data).toMatchObject({ transfer_amount: 200_000, state: 'WAIT_USER_CONFIRM' });
});
