import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownerEnv, signInOperator } from './operators.js';
import { ApiProcess } from './process.js';
import { openShop, order, payByWechat, type Shop, stockGoods, until } from './shop.js';
import { newCustomer, type TestCustomer } from './wechat.js';
import { wechatNews } from './wechat-news.js';

// Two processes as they are shipped, both serving and both working off jobs, on one database.

let first: ApiProcess;
let second: ApiProcess;
let both: [ApiProcess, ApiProcess];
let owner: { cookie: string };
let shop: Shop;
let variantId: string;
let templateId: string;

beforeAll(async () => {
  first = await ApiProcess.open(ownerEnv);
  second = await first.beside();
  both = [first, second];
  shop = await openShop(first);
  ({ variantId } = await stockGoods(first, { stock: 100 }));
  owner = await signInOperator(first);
}, 120_000);
afterAll(async () => {
  await second?.close();
  await first?.close();
});

const callsTo = async (path: string) =>
  ((await (await fetch(`${first.sandbox.url}/sandbox/calls`)).json()) as { path: string }[]).filter((one) => one.path === path).length;
const sixteen = <T>(work: (api: ApiProcess, n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 16 }, (_, n) => work(both[n % 2]!, n)));

it('share one token, fetched by one of them, also after it died', async () => {
  await sixteen((api) => api.request('GET', '/api/v1/admin/messages/templates', { as: owner }));
  expect(await callsTo('/cgi-bin/stable_token')).toBe(1);
  await first.sandbox.control.faults([{ on: 'answer', path: '/wxaapi/newtmpl/gettemplate', action: 'error', errcode: 40001, count: 2 }]);
  const answers = await sixteen((api) => api.request('GET', '/api/v1/admin/messages/templates', { as: owner }));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(await callsTo('/cgi-bin/stable_token')).toBeLessThanOrEqual(3);
});

it('send each message once', async () => {
  await first.sandbox.control.addTemplate({ title: '订单支付成功通知', keywords: [{ key: 'character_string1', name: '订单编号' }] });
  const { body } = await first.request('POST', '/api/v1/admin/messages/kinds/match', { as: owner });
  templateId = body.find((one: { kind: string }) => one.kind === 'order_paid').templateId;
  const customers: TestCustomer[] = await sixteen((api, n) => newCustomer(api, first.sandbox, `客 ${n}`));
  for (const { wechatId } of customers) await first.sandbox.control.subscribe(wechatId, { [templateId]: 'always' });
  await until(
    async () => Number((await first.db.pool.query('select count(*) from messaging_grants where pushed = 1')).rows[0].count) === 16,
  );
  // Twice as many permissions as messages: a second sending would get through.
  await sixteen((api, n) =>
    api.request('POST', '/api/v1/storefront/messages/answers', { as: customers[n]!.as, body: { answers: { [templateId]: 'accept' } } }),
  );
  await sixteen(async (api, n) => {
    const placed = await order(api, customers[n]!, shop, { lines: [{ variantId, quantity: 1 }] });
    await payByWechat({ request: api.request, sandbox: first.sandbox }, customers[n]!, placed.body.id);
  });
  await until(
    async () =>
      Number(
        (await first.db.pool.query(`select count(*) from messaging_messages where kind = 'order_paid' and status in ('sent', 'delivered')`))
          .rows[0].count,
      ) === 16,
    20,
  );
  for (const { wechatId } of customers)
    expect((await first.sandbox.control.serviceMessages(wechatId)).filter((one) => one.templateId === templateId)).toHaveLength(1);
});

it('apply each notification once, whichever of them it reaches, however often', async () => {
  const customer = await newCustomer(first, first.sandbox, '重复');
  const placed = await order(first, customer, shop, { lines: [{ variantId, quantity: 2 }] });
  await first.sandbox.control.faults([{ on: 'notification', action: 'drop', count: 100 }]);
  await payByWechat({ request: second.request, sandbox: first.sandbox }, customer, placed.body.id);
  const {
    rows: [attempt],
  } = await first.db.pool.query('select out_trade_no as number, openid from payments_attempts where payable_id = $1', [placed.body.id]);
  const { appid, mchid } = first.sandbox.credentials;
  const news = wechatNews(first.sandbox.credentials, 'transaction', 'TRANSACTION.SUCCESS', {
    appid,
    mchid,
    out_trade_no: attempt.number,
    transaction_id: '4200000000202611210000000001',
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    trade_state_desc: '',
    bank_type: 'OTHERS',
    success_time: new Date().toISOString(),
    payer: { openid: attempt.openid },
    amount: { total: 3600, payer_total: 3600, currency: 'CNY', payer_currency: 'CNY' },
  });
  const answers = await sixteen((api) => api.request('POST', '/api/v1/wechat/pay/notify', { body: news.body, headers: news.headers }));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
  await until(
    async () => (await second.request('GET', `/api/v1/storefront/orders/${placed.body.id}`, { as: customer.as })).body.status === 'paid',
  );
  const count = async (sql: string) => Number((await first.db.pool.query(sql, [placed.body.id])).rows[0].count);
  expect(await count(`select count(*) from orders_history where order_id = $1 and event = 'paid'`)).toBe(1);
  expect(await count(`select count(*) from events where type = 'order.paid' and payload ->> 'orderId' = $1`)).toBe(1);
  expect((await first.db.pool.query('select stock::int, reserved::int from catalog_variants where id = $1', [variantId])).rows).toEqual([
    { stock: 100 - 16 - 2, reserved: 0 },
  ]);
});
