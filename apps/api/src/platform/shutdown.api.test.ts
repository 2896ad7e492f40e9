import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { createConnection, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ownerEnv, signInOperator } from '../../test/operators.js';
import { ApiProcess } from '../../test/process.js';
import { openShop, order, payByWechat, type Shop, stockGoods, until } from '../../test/shop.js';
import { newCustomer, type TestCustomer } from '../../test/wechat.js';

// The process as it is shipped, told to go while people are being served.

let api: ApiProcess;
let shop: Shop;
let owner: { cookie: string };
let customer: TestCustomer;
let variantId: string;

beforeAll(async () => {
  api = await ApiProcess.open(ownerEnv);
  shop = await openShop(api);
  ({ variantId } = await stockGoods(api));
  owner = await signInOperator(api);
  customer = await newCustomer(api, api.sandbox);
}, 120_000);
afterAll(() => api?.close());

const orderOf = async (id: string) => (await api.request('GET', `/api/v1/storefront/orders/${id}`, { as: customer.as })).body;
async function paidOrder(): Promise<string> {
  const placed = await order(api, customer, shop, { lines: [{ variantId, quantity: 1 }] });
  await payByWechat(api, customer, placed.body.id);
  await until(async () => (await orderOf(placed.body.id)).status === 'paid');
  return placed.body.id;
}
/** How many statements wait for a lock. */
const waiting = async () =>
  Number(
    (await api.db.pool.query(`select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
      .rows[0].count,
  );

it('answers everyone it has let in, ends the job in its hands, lets nobody else in, and goes with 0', async () => {
  const orderId = await paidOrder();
  // A socket that listens, a connection that is only kept open, one on which nobody ever
  // asked, and one that has said half a sentence.
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/api/v1/live?topics=order:${orderId}&token=${customer.as.token}`);
  await once(socket, 'message');
  const kept = new Agent({ keepAlive: true });
  await new Promise((resolve, reject) =>
    get(`${api.url}/health`, { agent: kept }, (answer) => answer.resume().once('end', resolve)).once('error', reject),
  );
  const { port } = new URL(api.url);
  const [silent, half] = [1, 2].map(() => createConnection(Number(port), '127.0.0.1').on('error', () => undefined)) as [Socket, Socket];
  await Promise.all([once(silent, 'connect'), once(half, 'connect')]);
  half.write('GET /api/v1/storefr');

  // The refund is told to WeChat by a job, and WeChat takes its time.
  await api.sandbox.control.faults([
    { on: 'answer', path: '/v3/refund/domestic/refunds', method: 'POST', action: 'delay', delayMs: 1500 },
    { on: 'answer', path: '/sns/jscode2session', action: 'delay', delayMs: 2000 },
  ]);
  expect((await api.request('POST', `/api/v1/admin/orders/${orderId}/cancel`, { as: owner })).status).toBe(200);
  await until(async () => (await api.sandbox.control.refunds()).length === 1);
  // One request waits for WeChat, twelve for a lock in the database.
  const { id: wechatId } = await api.sandbox.control.createCustomer();
  const slow = api.request('POST', '/api/v1/storefront/sign-in', { body: { code: await api.sandbox.control.loginCode(wechatId) } });
  const holder = await api.db.pool.connect();
  await holder.query('begin; lock table customers_addresses in access exclusive mode');
  const address = { name: '林', phone: '13800138000', region: '成都市', detail: '春熙路 1 号' };
  const held = Array.from({ length: 12 }, () => api.request('POST', '/api/v1/storefront/me/addresses', { as: customer.as, body: address }));
  await until(async () => (await waiting()) >= 12);

  const begin = performance.now();
  const ended = api.end('SIGTERM');
  // A second signal of an impatient supervisor changes nothing.
  setTimeout(() => void api.end('SIGTERM'), 200);
  setTimeout(() => void holder.query('commit'), 1000);
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual(held.map(() => 201));
  expect(await slow).toMatchObject({ status: 200, body: { token: expect.any(String) } });
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(performance.now() - begin, 'milliseconds').toBeLessThan(8000);
  holder.release();

  await expect(api.request('GET', '/health')).rejects.toThrow();
  expect(socket.readyState).not.toBe(WebSocket.OPEN);
  kept.destroy();
  expect((await api.db.pool.query('select count(*)::int as n from customers_addresses')).rows).toEqual([{ n: 12 }]);
  // The job heard WeChat out: it is not begun anew, and none is left locked by a process that is gone.
  expect((await api.db.pool.query(`select status from payments_refunds`)).rows).toHaveLength(1);
  expect(
    (await api.db.pool.query(`select task_identifier from graphile_worker.jobs where locked_at is not null or last_error is not null`))
      .rows,
  ).toEqual([]);

  await api.start();
  await until(async () => (await orderOf(orderId)).refundStatus === 'full');
  expect(await api.sandbox.control.refunds()).toHaveLength(1);
}, 60_000);

it('goes at once when nobody is there, also by SIGINT', async () => {
  const begin = performance.now();
  expect(await api.end('SIGINT')).toEqual({ code: 0, signal: null });
  expect(performance.now() - begin, 'milliseconds').toBeLessThan(3000);
  await api.start();
});

it('comes back after it was killed, and does what its jobs left undone', async () => {
  const orderId = await paidOrder();
  await api.sandbox.control.faults([{ on: 'answer', path: '/v3/refund/domestic/refunds', method: 'POST', action: 'delay', delayMs: 3000 }]);
  await api.request('POST', `/api/v1/admin/orders/${orderId}/cancel`, { as: owner });
  await until(async () => (await api.sandbox.control.refunds()).length === 2);
  expect(await api.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  await api.start();
  await until(async () => (await orderOf(orderId)).refundStatus === 'full', 30);
  expect(await api.sandbox.control.refunds()).toHaveLength(2);
  // Everyone is still who they were.
  expect((await api.request('GET', '/api/v1/admin/me', { as: owner })).status).toBe(200);
  expect((await api.request('GET', '/api/v1/storefront/me', { as: customer.as })).status).toBe(200);
}, 60_000);

it('says in one sentence why it cannot start, and ends with 1', async () => {
  await api.end('SIGTERM');
  const before = api.said.length;
  await expect(api.start({ TOKEN_SECRET: 'short' })).rejects.toThrow('It ended with 1');
  expect(api.said.slice(before)).toMatch(/^Pailou cannot start:\n {2}TOKEN_SECRET: .+\n$/);
});
