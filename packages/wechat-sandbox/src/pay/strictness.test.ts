import { createSign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../index.js';
import { call, orderBody, type PayAnswer } from '../testing/merchant.js';

let sandbox: RunningSandbox;
let openid: string;
let customerId: string;
const jsapi = '/v3/pay/transactions/jsapi';
const refunds = '/v3/refund/domestic/refunds';
const notify = 'http://127.0.0.1:9/notify';

beforeAll(async () => {
  sandbox = await startSandbox({ refundDelayMs: 0, notifyDelaysMs: [] });
  ({ id: customerId, openid } = await sandbox.control.createCustomer());
});
afterAll(() => sandbox.stop());

const said = ({ status, body }: PayAnswer) => [status, body.code];
const order = (number: string, more: object = {}) => ({ ...orderBody(sandbox, number, openid, notify), ...more });
const queryTarget = (number: string) => `/v3/pay/transactions/out-trade-no/${number}?mchid=${sandbox.credentials.mchid}`;
const close = (number: string) =>
  call(sandbox, 'POST', `/v3/pay/transactions/out-trade-no/${number}/close`, { mchid: sandbox.credentials.mchid });

async function paid(number: string): Promise<void> {
  const { body } = await call(sandbox, 'POST', jsapi, order(number));
  expect(await sandbox.control.pay(customerId, String(body.prepay_id))).toMatchObject({ result: 'ok' });
}

describe('signatures', () => {
  const now = () => Math.floor(Date.now() / 1000);

  it('cover the bytes of the body', async () => {
    const body = order('SIGN0001');
    const sent = JSON.stringify(body).replace('1800', '1');
    expect(said(await call(sandbox, 'POST', jsapi, body, { sent }))).toEqual([401, 'SIGN_ERROR']);
    expect(await sandbox.control.order('SIGN0001')).toBeNull();
  });

  it('are refused from another key, another serial, a clock off by more than five minutes', async () => {
    const target = queryTarget('SIGN0002');
    const other = { privateKey: sandbox.credentials.platformPrivateKey };
    for (const tampering of [other, { serial: 'ABCDEF' }, { timestamp: now() - 302 }, { timestamp: now() + 302 }]) {
      expect(said(await call(sandbox, 'GET', target, undefined, tampering))).toEqual([401, 'SIGN_ERROR']);
    }
    expect(said(await call(sandbox, 'GET', target, undefined, { timestamp: now() - 290 }))).toEqual([404, 'ORDER_NOT_EXIST']);
  });

  it('use a nonce once', async () => {
    const nonce = 'a'.repeat(32);
    expect(said(await call(sandbox, 'GET', queryTarget('SIGN0003'), undefined, { nonce }))).toEqual([404, 'ORDER_NOT_EXIST']);
    expect(said(await call(sandbox, 'GET', queryTarget('SIGN0003'), undefined, { nonce }))).toEqual([401, 'SIGN_ERROR']);
  });

  it('come with headers of the right form', async () => {
    const target = queryTarget('SIGN0004');
    const statuses = [];
    for (const headers of [{ 'User-Agent': '' }, { Accept: 'text/html' }])
      statuses.push((await call(sandbox, 'GET', target, undefined, { headers })).status);
    statuses.push((await call(sandbox, 'POST', jsapi, order('SIGN0004'), { headers: { 'Content-Type': 'text/plain' } })).status);
    expect(statuses).toEqual([400, 406, 415]);
    for (const Authorization of ['Bearer abc', 'WECHATPAY2-SHA256-RSA2048 mchid="1"', 'WECHATPAY2-SHA256-RSA2048 ']) {
      expect(said(await call(sandbox, 'GET', target, undefined, { headers: { Authorization } }))).toEqual([401, 'SIGN_ERROR']);
    }
    expect(said(await call(sandbox, 'GET', target, undefined, { nonce: 'a'.repeat(33) }))).toEqual([401, 'SIGN_ERROR']);
  });

  it('cover the path and the query as they were sent', async () => {
    const { mchid, serial, merchantKey } = sandbox.credentials;
    const [timestamp, nonce] = [now(), 'b'.repeat(32)];
    const signature = createSign('RSA-SHA256')
      .update(`GET\n${queryTarget('SIGN0005')}\n${timestamp}\n${nonce}\n\n`)
      .sign(merchantKey, 'base64');
    const Authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`;
    const ask = async (target: string) =>
      (await fetch(sandbox.url + target, { headers: { Authorization, Accept: 'application/json', 'User-Agent': 'test' } })).status;
    expect([await ask(`${queryTarget('SIGN0005')}&a=1`), await ask(queryTarget('SIGN0006')), await ask(queryTarget('SIGN0005'))]).toEqual([
      401, 401, 404,
    ]);
  });

  it('are of the merchant that is asked about', async () => {
    await call(sandbox, 'POST', jsapi, order('MERCH001'));
    const path = '/v3/pay/transactions/out-trade-no/MERCH001';
    expect(said(await call(sandbox, 'GET', `${path}?mchid=1999999999`))).toEqual([403, 'NO_AUTH']);
    expect(said(await call(sandbox, 'GET', path))).toEqual([400, 'PARAM_ERROR']);
    expect(said(await call(sandbox, 'POST', `${path}/close`, { mchid: '1999999999' }))).toEqual([403, 'NO_AUTH']);
    expect(said(await call(sandbox, 'POST', `${path}/close`, {}))).toEqual([400, 'PARAM_ERROR']);
    expect(await sandbox.control.order('MERCH001')).toMatchObject({ state: 'NOTPAY' });
  });

  it('are missing or the key that is asked for is unknown', async () => {
    const answer = await fetch(`${sandbox.url}/v3/certificates`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'SIGN_ERROR']);
    const headers = { 'Wechatpay-Serial': 'PUB_KEY_ID_0000' };
    expect(said(await call(sandbox, 'GET', '/v3/certificates', undefined, { headers }))).toEqual([400, 'PARAM_ERROR']);
  });
});

describe('an order', () => {
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

  it.each([
    ['another appid', { appid: 'wx0000000000000000' }, 400, 'APPID_MCHID_NOT_MATCH'],
    ['another merchant', { mchid: '1999999999' }, 403, 'NO_AUTH'],
    ['no amount', { amount: { total: 0 } }, 400, 'PARAM_ERROR'],
    ['part of a fen', { amount: { total: 1.5 } }, 400, 'PARAM_ERROR'],
    ['dollars', { amount: { total: 1, currency: 'USD' } }, 400, 'PARAM_ERROR'],
    ['a long description', { description: '茶'.repeat(128) }, 400, 'PARAM_ERROR'],
    ['a short number', { out_trade_no: 'ABC' }, 400, 'PARAM_ERROR'],
    ['a number with a blank', { out_trade_no: 'ABC DEF' }, 400, 'PARAM_ERROR'],
    ['a query in notify_url', { notify_url: 'https://shop.example.com/n?a=1' }, 400, 'PARAM_ERROR'],
    ['plain http on the internet', { notify_url: 'http://shop.example.com/n' }, 400, 'PARAM_ERROR'],
    ['an unknown parameter', { colour: 'red' }, 400, 'PARAM_ERROR'],
    ['an unknown parameter deep inside', { scene_info: { payer_client_ip: '127.0.0.1', colour: 'red' } }, 400, 'PARAM_ERROR'],
    ['a scene without an address', { scene_info: { device_id: 'A1' } }, 400, 'PARAM_ERROR'],
    ['goods without a number', { detail: { goods_detail: [{ quantity: 1, unit_price: 1 }] } }, 400, 'PARAM_ERROR'],
    [
      'a long name of goods',
      { detail: { goods_detail: [{ merchant_goods_id: '1', goods_name: '茶'.repeat(257), quantity: 1, unit_price: 1 }] } },
      400,
      'PARAM_ERROR',
    ],
    ['an unknown limit_pay', { limit_pay: ['no_money'] }, 400, 'PARAM_ERROR'],
    ['a word for support_fapiao', { support_fapiao: 'yes' }, 400, 'PARAM_ERROR'],
    ['a long attach', { attach: '茶'.repeat(129) }, 400, 'PARAM_ERROR'],
    ['an end in sixteen days', { time_expire: new Date(Date.now() + 16 * 86_400_000).toISOString() }, 400, 'PARAM_ERROR'],
    ['an unknown openid', { payer: { openid: 'oNobody' } }, 400, 'INVALID_REQUEST'],
    ['an end in the past', { time_expire: '2020-01-01T00:00:00+08:00' }, 400, 'PARAM_ERROR'],
    ['an end of another form', { time_expire: 'tomorrow' }, 400, 'PARAM_ERROR'],
  ])('with %s is refused', async (_what, change, status, code) => {
    expect(said(await call(sandbox, 'POST', jsapi, order('FORM0001', change)))).toEqual([status, code]);
    expect(await sandbox.control.order('FORM0001')).toBeNull();
  });

  it('may carry all that WeChat knows', async () => {
    const goods = { merchant_goods_id: 'g1', goods_name: '桂花乌龙', quantity: 1, unit_price: 1800 };
    const more = {
      goods_tag: 'A',
      support_fapiao: false,
      limit_pay: ['no_credit'],
      settle_info: { profit_sharing: false },
      detail: { cost_price: 1800, invoice_id: 'I1', goods_detail: [goods] },
      scene_info: { payer_client_ip: '127.0.0.1', device_id: 'A1', store_info: { id: 'S1', name: '总店' } },
    };
    expect((await call(sandbox, 'POST', jsapi, order('ALL00001', more))).status).toBe(200);
  });

  it('that is refused carries WeChat’s inner number in Request-ID', async () => {
    const wrong = [
      order('FORM0002', { colour: 'red' }),
      order('FORM0002', { attach: 1 }),
      order('FORM0002', { appid: 'wx0000000000000000' }),
    ];
    const numbers = [];
    for (const body of wrong) numbers.push((await call(sandbox, 'POST', jsapi, body)).headers.get('request-id')?.split('-')[1]);
    expect(numbers).toEqual(['270924358', '268435461', '268445527']);
    expect((await call(sandbox, 'POST', jsapi, order('FORM0003'))).headers.get('request-id')).toMatch(/-0$/);
  });

  it('asked again is the same only with equal parameters, in any order of keys', async () => {
    const first = await call(sandbox, 'POST', jsapi, order('AGAIN001'));
    const turned = Object.fromEntries(Object.entries(order('AGAIN001')).reverse());
    expect((await call(sandbox, 'POST', jsapi, turned)).body).toEqual(first.body);
    expect(said(await call(sandbox, 'POST', jsapi, order('AGAIN001', { amount: { total: 1 } })))).toEqual([403, 'OUT_TRADE_NO_USED']);
  });

  it('that is paid is not ordered, closed or paid again', async () => {
    await paid('PAID0001');
    expect(said(await call(sandbox, 'POST', jsapi, order('PAID0001')))).toEqual([400, 'ORDERPAID']);
    expect(said(await close('PAID0001'))).toEqual([400, 'ORDERPAID']);
    const { prepayId = '' } = (await sandbox.control.order('PAID0001')) ?? {};
    expect(await sandbox.control.pay(customerId, prepayId)).toMatchObject({ result: 'fail', message: '该订单已支付' });
  });

  it('that is closed is not ordered again', async () => {
    await call(sandbox, 'POST', jsapi, order('CLOSE001'));
    expect((await close('CLOSE001')).status).toBe(204);
    expect(said(await call(sandbox, 'POST', jsapi, order('CLOSE001')))).toEqual([400, 'ORDER_CLOSED']);
    expect(said(await close('NEVER001'))).toEqual([404, 'ORDER_NOT_EXIST']);
  });

  it('cannot be paid after time_expire, and is not closed by it', async () => {
    const { body } = await call(sandbox, 'POST', jsapi, order('LATE0001', { time_expire: inSeconds(900) }));
    await sandbox.control.advance(901_000);
    expect(await sandbox.control.pay(customerId, String(body.prepay_id))).toMatchObject({ result: 'fail', message: '该订单已过期' });
    expect((await call(sandbox, 'GET', queryTarget('LATE0001'))).body).toMatchObject({ trade_state: 'NOTPAY' });
    // The shop's clock did not move: a new order ends later than the sandbox's advanced clock.
    expect((await call(sandbox, 'POST', jsapi, order('LATE0002', { time_expire: inSeconds(900) }))).status).toBe(200);
  });

  it('gets another prepay_id after two hours', async () => {
    const first = await call(sandbox, 'POST', jsapi, order('OLD00001'));
    await sandbox.control.advance(7_200_001);
    expect(await sandbox.control.pay(customerId, String(first.body.prepay_id))).toMatchObject({ message: 'prepay_id 已过期' });
    const second = await call(sandbox, 'POST', jsapi, order('OLD00001'));
    expect(second.body.prepay_id).not.toBe(first.body.prepay_id);
    expect(await sandbox.control.pay(customerId, String(second.body.prepay_id))).toMatchObject({ result: 'ok' });
  });
});

describe('a refund', () => {
  const refund = (number: string, part: number, more: object = {}) =>
    call(sandbox, 'POST', refunds, {
      out_trade_no: 'REFUND01',
      out_refund_no: number,
      amount: { refund: part, total: 1800, currency: 'CNY' },
      ...more,
    });

  beforeAll(() => paid('REFUND01'));

  it('is the same under its number, and never another', async () => {
    const first = await refund('R1', 800);
    const again = await refund('R1', 800);
    expect(again.body.refund_id).toBe(first.body.refund_id);
    expect(said(await refund('R1', 700))).toEqual([400, 'INVALID_REQUEST']);
    expect((await sandbox.control.refunds()).filter((item) => item.outRefundNo === 'R1')).toHaveLength(1);
  });

  it('never exceeds what was paid, in sum', async () => {
    expect(said(await refund('R2', 1001))).toEqual([400, 'INVALID_REQUEST']);
    expect(said(await refund('R3', 1801))).toEqual([400, 'PARAM_ERROR']);
    expect((await refund('R4', 1000)).status).toBe(200);
    expect(said(await refund('R5', 1))).toEqual([400, 'INVALID_REQUEST']);
  });

  it('needs a paid order, its true total and a known number', async () => {
    await call(sandbox, 'POST', jsapi, order('UNPAID01'));
    expect(said(await refund('R6', 1, { out_trade_no: 'UNPAID01' }))).toEqual([400, 'INVALID_REQUEST']);
    expect(said(await refund('R7', 1, { out_trade_no: 'NEVER001' }))).toEqual([404, 'RESOURCE_NOT_EXISTS']);
    await paid('REFUND02');
    expect(said(await refund('R8', 1, { out_trade_no: 'REFUND02', amount: { refund: 1, total: 1799, currency: 'CNY' } }))).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
    expect(said(await call(sandbox, 'GET', `${refunds}/NEVER`))).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  });

  it('fails as a rule says, and the same number works afterwards', async () => {
    await paid('REFUND03');
    await sandbox.control.faults({
      on: 'answer',
      path: refunds,
      method: 'POST',
      action: 'error',
      status: 403,
      code: 'USER_ACCOUNT_ABNORMAL',
    });
    expect(said(await refund('R9', 100, { out_trade_no: 'REFUND03' }))).toEqual([403, 'USER_ACCOUNT_ABNORMAL']);
    expect((await refund('R9', 100, { out_trade_no: 'REFUND03' })).status).toBe(200);
  });

  it('that closes gives its money back to what can be refunded', async () => {
    await paid('REFUND04');
    await sandbox.control.faults({ on: 'refund', outcome: 'CLOSED' });
    await refund('R10', 1800, { out_trade_no: 'REFUND04' });
    await expect.poll(async () => (await call(sandbox, 'GET', `${refunds}/R10`)).body.status).toBe('CLOSED');
    expect((await refund('R11', 1800, { out_trade_no: 'REFUND04' })).status).toBe(200);
  });
});
