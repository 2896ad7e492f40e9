import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './index.js';
import { call, orderBody, type PayAnswer } from './testing/merchant.js';
import { type Heard, openShop, type Shop } from './testing/shop.js';
import { ask } from './testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Shop;
let customerId: string;
let openid: string;
const jsapi = '/v3/pay/transactions/jsapi';

beforeEach(async () => {
  shop = await openShop(204);
  sandbox = await startSandbox({ paymentDelayMs: 0, refundDelayMs: 0 });
  ({ id: customerId, openid } = await sandbox.control.createCustomer());
});
afterEach(async () => {
  await sandbox.stop();
  shop.close();
});

const said = ({ status, body }: PayAnswer) => [status, body.code];
const order = (number: string) => orderBody(sandbox, number, openid, shop.url);
const prepay = (number: string) => call(sandbox, 'POST', jsapi, order(number));
const query = (number: string) => call(sandbox, 'GET', `/v3/pay/transactions/out-trade-no/${number}?mchid=${sandbox.credentials.mchid}`);
const close = (number: string) =>
  call(sandbox, 'POST', `/v3/pay/transactions/out-trade-no/${number}/close`, { mchid: sandbox.credentials.mchid });

async function pay(number: string): Promise<void> {
  const { body } = await prepay(number);
  expect(await sandbox.control.pay(customerId, String(body.prepay_id))).toMatchObject({ result: 'ok' });
}

const eventOf = ({ body }: Heard) => (JSON.parse(body) as { id: string }).id;

describe('an answer', () => {
  const token = () =>
    fetch(
      `${sandbox.url}/cgi-bin/token?grant_type=client_credential&appid=${sandbox.credentials.appid}&secret=${sandbox.credentials.secret}`,
    );

  it.each([-1, 40001, 42001, 45009])('says %s of api.weixin.qq.com', async (errcode) => {
    await sandbox.control.faults({ on: 'answer', path: '/cgi-bin/token', action: 'error', errcode });
    expect(await (await token()).json()).toMatchObject({ errcode });
    expect(await (await token()).json()).toMatchObject({ access_token: expect.any(String) });
  });

  it('is a gateway’s, unsigned and in HTML, and nothing was done', async () => {
    await sandbox.control.faults([
      { on: 'answer', path: '/cgi-bin/token', action: 'http' },
      { on: 'answer', path: jsapi, method: 'POST', action: 'http', status: 500 },
    ]);
    const bad = await token();
    expect([bad.status, bad.headers.get('content-type')]).toEqual([502, 'text/html']);
    const { status, headers } = await fetch(sandbox.url + jsapi, { method: 'POST', body: '{}' });
    expect([status, headers.get('wechatpay-signature')]).toEqual([500, null]);
    expect(said(await prepay('GATE0001'))).toEqual([200, undefined]);
  });

  it('does not come, though or because nothing was done', async () => {
    await sandbox.control.faults([{ on: 'answer', path: jsapi, action: 'cut' }]);
    await expect(prepay('CUT00001')).rejects.toThrow();
    expect(await sandbox.control.order('CUT00001')).toBeNull();
    await sandbox.control.faults([{ on: 'answer', path: jsapi, action: 'lose' }]);
    await expect(prepay('CUT00002')).rejects.toThrow();
    expect(await sandbox.control.order('CUT00002')).toMatchObject({ state: 'NOTPAY' });
    expect((await prepay('CUT00002')).body.prepay_id).toBe((await sandbox.control.order('CUT00002'))?.prepayId);
  });

  it('ends in the middle, after the work', async () => {
    await sandbox.control.faults({ on: 'answer', path: jsapi, action: 'half' });
    await expect(prepay('HALF0001')).rejects.toThrow();
    expect(await sandbox.control.order('HALF0001')).toMatchObject({ state: 'NOTPAY' });
  });

  it('is slow', async () => {
    await sandbox.control.faults({ on: 'answer', path: jsapi, action: 'delay', delayMs: 300 });
    const from = performance.now();
    expect((await prepay('SLOW0001')).status).toBe(200);
    expect(performance.now() - from).toBeGreaterThan(295);
  });
});

describe('chance', () => {
  const pattern = async (seed: number): Promise<string> => {
    await sandbox.control.faults({ on: 'answer', path: '/v3/pay', action: 'error', code: 'SYSTEM_ERROR', rate: 0.3, seed });
    const made = [];
    for (let count = 0; count < 40; count += 1) made.push((await query('CHANCE01')).status === 500 ? 'x' : '.');
    return made.join('');
  };

  it('is the same for the same seed, and near its rate', async () => {
    const first = await pattern(7);
    expect(await pattern(7)).toBe(first);
    expect(await pattern(8)).not.toBe(first);
    const failed = [...first].filter((mark) => mark === 'x').length;
    expect(failed).toBeGreaterThan(4);
    expect(failed).toBeLessThan(22);
    const { rules, injected } = (await ask(sandbox, '/sandbox/faults')).body as { rules: unknown[]; injected: Record<string, number> };
    expect(rules).toMatchObject([{ rate: 0.3, seed: 8, drawn: 40 }]);
    expect(injected['answer error /v3/pay']).toBeGreaterThan(2 * failed - 1);
  });

  it('ends after `count`, and rules come beside others', async () => {
    await sandbox.control.faults({ on: 'answer', path: '/v3/pay', action: 'error', code: 'SYSTEM_ERROR', rate: 1, count: 2 });
    const added = await ask(sandbox, '/sandbox/faults/add', {
      on: 'answer',
      path: '/v3/certificates',
      action: 'error',
      code: 'FREQUENCY_LIMITED',
    });
    expect(added.body).toMatchObject({ rules: [{ count: 2 }, { count: 1 }] });
    expect([(await query('A1')).status, (await query('A1')).status, (await query('A1')).status]).toEqual([500, 500, 404]);
    expect(said(await call(sandbox, 'GET', '/v3/certificates'))).toEqual([429, 'FREQUENCY_LIMITED']);
    expect(await sandbox.control.faultRules()).toEqual([]);
    expect(await sandbox.control.injectedFaults()).toEqual({ 'answer error /v3/pay': 2, 'answer error /v3/certificates': 1 });
    await sandbox.control.reset();
    expect(await sandbox.control.injectedFaults()).toEqual({});
  });

  it.each([{ rate: 2 }, { count: 0 }, { seed: 0.5 }, { action: 'explode' }, { delayMs: -1 }])('refuses %j', async (wrong) => {
    expect((await ask(sandbox, '/sandbox/faults', { on: 'answer', path: '/', action: 'error', ...wrong })).status).toBe(400);
  });
});

describe('a notification', () => {
  it('overtakes another', async () => {
    await sandbox.control.faults({ on: 'notification', action: 'reorder' });
    await pay('ORDER001');
    await pay('ORDER002');
    await shop.until(2);
    const [first, second] = await sandbox.control.notifications();
    expect(shop.heard.map(eventOf)).toEqual([second?.id, first?.id]);
  });

  it('that nobody overtakes comes late', async () => {
    await sandbox.control.faults({ on: 'notification', action: 'reorder' });
    await pay('ORDER003');
    await sandbox.control.advance(59_000);
    expect(shop.heard).toHaveLength(0);
    await sandbox.control.advance(1001);
    await shop.until(1);
  });

  it('is tried again on WeChat’s schedule, as fast as one likes', async () => {
    shop.close();
    shop = await openShop(500, 500, 500, 500, 204);
    await sandbox.control.changePaySettings({ notifySpeed: 1000 });
    await pay('RETRY001');
    await shop.until(5);
    await expect.poll(async () => (await sandbox.control.notifications())[0]?.status).toBe('delivered');
    const at = (await sandbox.control.notifications())[0]?.attempts.map((attempt) => attempt.at) ?? [];
    // 15 s, 15 s, 30 s and 3 min became 15 ms, 15 ms, 30 ms and 180 ms.
    expect((at[4] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(235);
  });
});

describe('closing an order that is just being paid', () => {
  it('finds it paid', async () => {
    await prepay('RACE0001');
    await sandbox.control.faults({ on: 'close', action: 'paid' });
    expect(said(await close('RACE0001'))).toEqual([400, 'ORDERPAID']);
    expect((await query('RACE0001')).body).toMatchObject({ trade_state: 'SUCCESS' });
    await shop.until(1);
  });

  it('is refused while the customer pays, and the payment follows', async () => {
    await prepay('RACE0002');
    await sandbox.control.faults({ on: 'close', action: 'paying', outTradeNo: 'RACE0002', delayMs: 60_000 });
    expect(said(await close('RACE0002'))).toEqual([429, 'FREQUENCY_LIMITED']);
    expect((await query('RACE0002')).body).toMatchObject({ trade_state: 'NOTPAY' });
    await sandbox.control.advance(60_000);
    await shop.until(1);
    expect((await query('RACE0002')).body).toMatchObject({ trade_state: 'SUCCESS' });
    expect(await sandbox.control.injectedFaults()).toEqual({ 'close paying': 1 });
  });
});

it('refuses too many calls', async () => {
  await sandbox.control.changePaySettings({ rates: [{ path: '/v3/pay/transactions/out-trade-no', method: 'GET', max: 2, perMs: 400 }] });
  expect([(await query('RATE0001')).status, (await query('RATE0001')).status]).toEqual([404, 404]);
  expect(said(await query('RATE0001'))).toEqual([429, 'FREQUENCY_LIMITED']);
  expect((await prepay('RATE0002')).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 450));
  expect((await query('RATE0001')).status).toBe(404);
});
