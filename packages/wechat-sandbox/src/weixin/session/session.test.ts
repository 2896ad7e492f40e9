import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decryptData } from '@pailou/wechat';
import { type RunningSandbox, startSandbox } from '../../index.js';
import { call, orderBody } from '../../testing/merchant.js';
import { type Answer, ask, type Caller, caller } from '../../testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Caller;
let customer: { id: string; openid: string; unionid: string; phoneNumber: string };
let key: string;
beforeEach(async () => {
  sandbox = await startSandbox();
  shop = await caller(sandbox);
  customer = await sandbox.control.createCustomer();
  key = String((await login()).session_key);
});
afterEach(() => sandbox.stop());

async function login(): Promise<Answer> {
  const { appid, secret } = sandbox.credentials;
  const code = await sandbox.control.loginCode(customer.id);
  const answer = await fetch(
    `${sandbox.url}/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${code}&grant_type=authorization_code`,
  );
  return (await answer.json()) as Answer;
}
const hmac = (secret: string | Buffer) => createHmac('sha256', secret).update('').digest('hex');
const query = (change: Record<string, string> = {}) => ({
  openid: customer.openid,
  signature: hmac(key),
  sig_method: 'hmac_sha256',
  ...change,
});
const check = (change: Record<string, string> = {}) => shop.get('/wxa/checksession', query(change));

describe('the session', () => {
  it('holds for the newest key, and is told apart from none, another and an old one', async () => {
    expect(await check()).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await check({ signature: hmac('other') })).toMatchObject({ errcode: 87009 });
    expect(await check({ sig_method: 'md5' })).toMatchObject({ errcode: 87008 });
    expect(await check({ openid: 'oNobody' })).toMatchObject({ errcode: 40003 });
    await login();
    expect(await check()).toMatchObject({ errcode: 87009 });
    await ask(sandbox, '/sandbox/sessions/expire', { customerId: customer.id });
    expect(await check()).toMatchObject({ errcode: 87007 });
  });

  it('gets a new key by reset', async () => {
    const reset = await shop.get('/wxa/resetusersessionkey', query());
    expect(reset).toMatchObject({ errcode: 0, openid: customer.openid });
    expect(reset.session_key).not.toBe(key);
    expect(await check()).toMatchObject({ errcode: 87009 });
    key = String(reset.session_key);
    expect(await check()).toMatchObject({ errcode: 0 });
  });

  it('is signed with the decoded key, or asked by POST, where the settings say so', async () => {
    await sandbox.control.changeSettings({ sessionSignatureKey: 'decoded' });
    expect(await check()).toMatchObject({ errcode: 87009 });
    expect(await check({ signature: hmac(Buffer.from(key, 'base64')) })).toMatchObject({ errcode: 0 });
    await sandbox.control.changeSettings({ sessionSignatureKey: 'raw' });
    expect(await shop.post('/wxa/checksession', query())).toMatchObject({ errcode: 43001 });
    await sandbox.control.changeSettings({ sessionCheckMethod: 'POST' });
    expect(await check()).toMatchObject({ errcode: 43002 });
    expect(await shop.post('/wxa/checksession', query())).toMatchObject({ errcode: 0 });
  });
});

describe('what else is known of a customer', () => {
  async function paid(number: string): Promise<string> {
    const { body } = await call(
      sandbox,
      'POST',
      '/v3/pay/transactions/jsapi',
      orderBody(sandbox, number, customer.openid, 'http://127.0.0.1:9/n'),
    );
    await sandbox.control.pay(customer.id, String(body.prepay_id));
    return (await sandbox.control.order(number))?.transactionId ?? '';
  }
  const unionid = (more: Record<string, string>) => shop.get('/wxa/getpaidunionid', { openid: customer.openid, ...more });

  it('the unionid, for five minutes after a payment', async () => {
    const transactionId = await paid('UNION001');
    const { mchid } = sandbox.credentials;
    expect(await unionid({ transaction_id: transactionId })).toMatchObject({ unionid: customer.unionid });
    expect(await unionid({ mch_id: mchid, out_trade_no: 'UNION001' })).toMatchObject({ unionid: customer.unionid });
    expect(await unionid({ mch_id: '1', out_trade_no: 'UNION001' })).toMatchObject({ errcode: 89300 });
    expect(await unionid({ transaction_id: 'none' })).toMatchObject({ errcode: 89300 });
    expect(await unionid({})).toMatchObject({ errcode: 89300 });
    const other = await sandbox.control.createCustomer();
    expect(await unionid({ openid: other.openid, transaction_id: transactionId })).toMatchObject({ errcode: 89300 });
    await sandbox.control.advance(300_001);
    expect(await unionid({ transaction_id: transactionId })).toMatchObject({ errcode: 89300 });
  });

  it('no unionid without an Open Platform account', async () => {
    await sandbox.control.changeSettings({ openPlatform: false });
    expect(await login()).not.toHaveProperty('unionid');
    expect(await unionid({ transaction_id: 'any' })).toMatchObject({ errcode: 89002 });
  });

  it('whether encrypted data came from WeChat, for three days', async () => {
    const { body } = await ask(sandbox, '/sandbox/encrypted-data', { customerId: customer.id });
    const { encryptedData, iv } = body as { encryptedData: string; iv: string };
    expect(decryptData(sandbox.credentials.appid, key, encryptedData, iv)).toMatchObject({ purePhoneNumber: customer.phoneNumber });
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const asked = (text: string) => shop.post('/wxa/business/checkencryptedmsg', { encrypted_msg_hash: hash(text) });
    expect(await asked(encryptedData)).toMatchObject({ vaild: true, create_time: expect.any(Number) });
    expect(await asked('other')).toMatchObject({ errcode: 0, vaild: false });
    await sandbox.control.advance(3 * 86_400_000 + 1);
    await shop.renew();
    expect(await asked(encryptedData)).toMatchObject({ vaild: false });
  });

  it('the risk rank', async () => {
    const { appid } = sandbox.credentials;
    const risk = (more: object = {}) =>
      shop.post('/wxa/getuserriskrank', { appid, openid: customer.openid, scene: 0, client_ip: '203.0.113.7', ...more });
    expect(await risk()).toMatchObject({ errcode: 0, risk_rank: 0, unoin_id: expect.any(Number) });
    await ask(sandbox, '/sandbox/risk-ranks', { customerId: customer.id, rank: 4 });
    expect(await risk()).toMatchObject({ risk_rank: 4 });
    expect(await risk({ appid: 'wx0' })).toMatchObject({ errcode: 40013 });
    expect(await risk({ scene: 9 })).toMatchObject({ errcode: 40097 });
    expect(await risk({ client_ip: 'home' })).toMatchObject({ errcode: 40097 });
  });

  it('the last three keys of an own protocol', async () => {
    const versions: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      versions.push((await sandbox.control.userEncryptKey(customer.id)).version);
      await sandbox.control.advance(3_600_001);
    }
    await shop.renew();
    const target = `${sandbox.url}/wxa/business/getuserencryptkey?${new URLSearchParams({ access_token: shop.token, ...query() })}`;
    const answer = (await (await fetch(target, { method: 'POST' })).json()) as { key_info_list: { version: number; expire_in: number }[] };
    expect(versions).toEqual([1, 2, 3, 4]);
    expect(answer.key_info_list.map(({ version }) => version)).toEqual([4, 3, 2]);
    expect(answer.key_info_list[0]?.expire_in).toBe(0);
  });
});
