import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../index.js';
import { call, orderBody, paymentParams } from '../testing/merchant.js';
import { eventually, openShop } from '../testing/shop.js';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ notifyDelaysMs: [], paymentDelayMs: 0 });
});
afterEach(() => sandbox.stop());

async function post(path: string, body: object = {}) {
  const answer = await fetch(sandbox.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'http://h5.example' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}
const get = async (path: string) => (await (await fetch(sandbox.url + path)).json()) as Record<string, unknown>[];

async function ordered(openid: string, number = 'ORDER001') {
  const { body } = await call(sandbox, 'POST', '/v3/pay/transactions/jsapi', orderBody(sandbox, number, openid, 'http://127.0.0.1:9/n'));
  return paymentParams(sandbox, String(body.prepay_id));
}

describe('the payment sheet', () => {
  it('opens for the signed five parameters, and pays once', async () => {
    const { body: customer } = await post('/sandbox/customers', { nickname: '顾北' });
    const params = await ordered(String(customer.openid));
    const asked = { customerId: customer.id, params };
    expect((await post('/sandbox/sheet', asked)).body).toMatchObject({ amountFen: 1800, description: '桂花乌龙', outTradeNo: 'ORDER001' });
    expect((await post('/sandbox/payments', { ...asked, outcome: 'cancel' })).body).toMatchObject({
      result: 'cancel',
      errMsg: 'requestPayment:fail cancel',
    });
    expect((await post('/sandbox/payments', { ...asked, outcome: 'fail' })).body).toMatchObject({ result: 'fail' });
    expect((await post('/sandbox/payments', asked)).body).toMatchObject({ result: 'ok', errMsg: 'requestPayment:ok' });
    expect((await post('/sandbox/payments', asked)).body).toMatchObject({ result: 'fail', message: '该订单已支付' });
    expect(await get('/sandbox/orders')).toMatchObject([{ outTradeNo: 'ORDER001', state: 'SUCCESS' }]);
  });

  it('fails for want of money, and pays without telling the mini program when the network is lost', async () => {
    const customer = await sandbox.control.createCustomer();
    const asked = { customerId: customer.id, params: await ordered(customer.openid) };
    expect((await post('/sandbox/payments', { ...asked, outcome: 'insufficient' })).body).toMatchObject({
      result: 'fail',
      errMsg: 'requestPayment:fail (余额不足)',
    });
    expect(await sandbox.control.order('ORDER001')).toMatchObject({ state: 'NOTPAY' });
    const { body } = await post('/sandbox/payments', { ...asked, outcome: 'lost' });
    expect(body.result).toBe('fail');
    expect(body.errMsg).toMatch(/^requestPayment:fail \(/);
    expect(await sandbox.control.order('ORDER001')).toMatchObject({ state: 'SUCCESS' });
    expect((await post('/sandbox/payments', { ...asked, outcome: 'perhaps' })).status).toBe(400);
  });

  it.each([
    [
      'paySign',
      (params: Record<string, string>) => ({
        paySign: Buffer.from(params.paySign ?? '', 'base64')
          .reverse()
          .toString('base64'),
      }),
    ],
    ['timeStamp', () => ({ timeStamp: '1700000000' })],
    ['timeStamp as a number', (params: Record<string, string>) => ({ timeStamp: Number(params.timeStamp) })],
    ['nonceStr', () => ({ nonceStr: 'other' })],
    ['package', () => ({ package: 'prepay_id=other' })],
    ['signType', () => ({ signType: 'MD5' })],
  ])('stays shut when %s was changed', async (_what, change) => {
    const customer = await sandbox.control.createCustomer();
    const params = await ordered(customer.openid);
    const changed = { customerId: customer.id, ...params, ...change(params), outcome: 'success' };
    expect((await post('/sandbox/pay', changed)).body).toMatchObject({ result: 'fail' });
    expect(await sandbox.control.order('ORDER001')).toMatchObject({ state: 'NOTPAY' });
  });

  it('is not for another customer', async () => {
    const params = await ordered((await sandbox.control.createCustomer()).openid);
    const other = await sandbox.control.createCustomer();
    expect((await post('/sandbox/sheet', { customerId: other.id, params })).body).toMatchObject({
      errMsg: expect.stringContaining('不一致'),
    });
  });
});

it('lets any page call it, and says what it does not understand', async () => {
  const { headers } = await post('/sandbox/customers');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  const preflight = await fetch(`${sandbox.url}/sandbox/login`, {
    method: 'OPTIONS',
    headers: { Origin: 'http://h5.example', 'Access-Control-Request-Method': 'POST' },
  });
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'Content-Type']);
  expect((await post('/sandbox/faults', { on: 'nothing' })).status).toBe(400);
  expect((await post('/sandbox/clock', { advanceMs: -1 })).status).toBe(400);
  expect((await post('/sandbox/login-codes', { customerId: 'nobody' })).status).toBe(404);
  expect((await post('/sandbox/payments', { outcome: 'maybe', prepayId: 'x' })).status).toBe(400);
});

it('gives codes to the h5 page, which need not know who holds the phone', async () => {
  const { body } = await post('/sandbox/login', { customerId: '' });
  const { appid, secret } = sandbox.credentials;
  const session = await fetch(
    `${sandbox.url}/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${String(body.code)}&grant_type=authorization_code`,
  );
  expect(await session.json()).toMatchObject({ openid: (await sandbox.control.customers())[0]?.openid });
});

it('shows calls without their secrets', async () => {
  await fetch(`${sandbox.url}/sns/jscode2session?appid=x&secret=very-secret&js_code=c&grant_type=authorization_code`);
  await eventually(async () => (await get('/sandbox/calls')).length === 1);
  expect(await get('/sandbox/calls')).toMatchObject([{ method: 'GET', path: '/sns/jscode2session', status: 200, code: '40013' }]);
  expect(JSON.stringify(await get('/sandbox/calls'))).not.toContain('very-secret');
});

it('forgets all but its credentials when reset', async () => {
  const { openid } = await sandbox.control.createCustomer();
  await ordered(openid);
  await post('/sandbox/clock', { advanceMs: 5000 });
  await post('/sandbox/reset');
  expect([await sandbox.control.customers(), await sandbox.control.orders()]).toEqual([[], []]);
  expect((await post('/sandbox/clock', { advanceMs: 0 })).body).toMatchObject({ advancedMs: 0 });
  await ordered((await sandbox.control.createCustomer()).openid);
});

it('shows its state without keys, and moves its clock to a time that is still to come', async () => {
  await sandbox.control.createCustomer('苏叶');
  await sandbox.control.rotateCertificate();
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as Record<string, unknown>;
  expect(state).toMatchObject({ customers: [{ nickname: '苏叶' }], orders: [], platformCertificates: [{ privateKey: '' }], advancedMs: 0 });
  const to = new Date(Date.now() + 3_600_000).toISOString();
  expect((await post('/sandbox/clock', { to })).body.now).toContain(to.slice(0, 13));
  const clock = (await (await fetch(`${sandbox.url}/sandbox/clock`)).json()) as { advancedMs: number };
  expect(clock.advancedMs).toBeGreaterThan(3_590_000);
  for (const wrong of [{ to: '2020-01-01T00:00:00Z' }, { to: 'tomorrow' }, { advanceMs: -1 }])
    expect((await post('/sandbox/clock', wrong)).status).toBe(400);
});

it('changes how WeChat Pay behaves, and refuses what it does not know', async () => {
  expect((await post('/sandbox/pay-settings', { feeBasisPoints: 38, notifySpeed: 1000 })).body).toMatchObject({
    feeBasisPoints: 38,
    notifySpeed: 1000,
    refundsPerOrder: 50,
  });
  for (const wrong of [
    { colour: 'red' },
    { feeBasisPoints: 0.5 },
    { signWith: 'none' },
    { notifySpeed: 0 },
    { rates: [{ path: '/v3/pay' }] },
  ])
    expect((await post('/sandbox/pay-settings', wrong)).status).toBe(400);
  expect(await sandbox.control.paySettings()).toMatchObject({ feeBasisPoints: 38, signWith: 'public-key' });
  await sandbox.control.reset();
  expect(await sandbox.control.paySettings()).toMatchObject({ feeBasisPoints: 60 });
});

it('goes on after a restart: same merchant, same people, and what was still to be told', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const shop = await openShop(500, 204);
  try {
    const options = { dataDir, paymentDelayMs: 0 };
    await sandbox.stop();
    sandbox = await startSandbox(options);
    const { credentials } = sandbox;
    const { id, openid } = await sandbox.control.createCustomer('苏叶');
    const code = await sandbox.control.loginCode(id);
    const { body } = await call(sandbox, 'POST', '/v3/pay/transactions/jsapi', orderBody(sandbox, 'ORDER001', openid, shop.url));
    await sandbox.control.pay(id, String(body.prepay_id));
    await shop.until(1);
    await sandbox.control.advance(1000);
    await sandbox.stop();

    sandbox = await startSandbox(options);
    expect(sandbox.credentials).toEqual(credentials);
    expect(await sandbox.control.customers()).toMatchObject([{ id, openid, nickname: '苏叶' }]);
    const session = await fetch(
      `${sandbox.url}/sns/jscode2session?appid=${credentials.appid}&secret=${credentials.secret}&js_code=${code}&grant_type=authorization_code`,
    );
    expect(await session.json()).toMatchObject({ openid });
    await shop.until(2);
    await eventually(async () => (await sandbox.control.notifications())[0]?.status === 'delivered');
    expect(JSON.parse(readFileSync(join(dataDir, 'credentials.json'), 'utf8'))).toEqual(credentials);
    expect(statSync(join(dataDir, 'credentials.json')).mode & 0o077).toBe(0);
  } finally {
    shop.close();
    rmSync(dataDir, { recursive: true });
  }
});
