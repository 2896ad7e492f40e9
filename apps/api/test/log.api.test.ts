import { permissions } from '@pailou/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { newOperator, ownerEnv, signInOperator } from './operators.js';
import { ApiProcess } from './process.js';
import { openShop, order, payByWechat, stockGoods, until } from './shop.js';
import { newCustomer } from './wechat.js';

// One day in the house at the most talkative level of the log, with everything that can go wrong in it.
// What people entrust to the house is then looked for in what the process wrote.

let api: ApiProcess;
beforeAll(async () => {
  api = await ApiProcess.open({ ...ownerEnv, LOG_LEVEL: 'debug' });
}, 120_000);
afterAll(() => api?.close());

it('writes neither tokens, passwords, codes nor people’s data, also when something breaks', async () => {
  const phone = '13912345678';
  const contactPhone = '13787654321';
  const secrets = new Set([...api.secrets, ownerEnv.OWNER_PASSWORD, phone, contactPhone, '春熙路 100 号', '少冰谢谢']);
  const keep = (...texts: (string | undefined | null)[]) => texts.forEach((text) => text && secrets.add(text));
  const statuses: number[] = [];
  const ask: ApiProcess['request'] = async (...request) => {
    const answer = await api.request(...request);
    statuses.push(answer.status);
    return answer;
  };
  const asked = { request: ask, db: api.db, sandbox: api.sandbox };
  const { control } = api.sandbox;

  // Operators: signing in, wrong and right, invited, with a second factor.
  await ask('POST', '/api/v1/admin/sign-in', { body: { email: ownerEnv.OWNER_EMAIL, password: 'a guess at the password' } });
  keep('a guess at the password', 'a long enough password', 'another long password');
  const owner = await signInOperator(asked);
  const clerk = await newOperator(asked, owner, [...permissions], null);
  keep(owner.cookie.split('=')[1], clerk.cookie.split('=')[1]);
  const invited = await ask('POST', '/api/v1/admin/invitations', {
    as: owner,
    body: {
      email: 'new@example.com',
      name: '新',
      roleId: (await ask('GET', '/api/v1/admin/roles', { as: owner })).body[0].id,
      storeIds: null,
    },
  });
  keep(new URL(invited.body.url).searchParams.get('token'));
  const totp = await ask('POST', '/api/v1/admin/me/totp', { as: clerk });
  keep(totp.body.secret);
  await ask('POST', '/api/v1/admin/me/totp/enable', { as: clerk, body: { secret: totp.body.secret, code: '000000' } });
  await ask('POST', '/api/v1/admin/me/password', { as: clerk, body: { current: 'a long enough password', next: 'another long password' } });

  // A customer: signing in, phone number, address, an order that is paid, and given back.
  const shop = await openShop(asked);
  const goods = await stockGoods(asked, { stock: 10 });
  const customer = await newCustomer(asked, api.sandbox, '林');
  const known = (await control.customers()).find((one) => one.id === customer.wechatId)!;
  keep(customer.as.token, customer.openid, known.unionid, known.phoneNumber);
  const phoneCode = await control.phoneCode(customer.wechatId);
  keep(phoneCode);
  await ask('POST', '/api/v1/storefront/me/phone', { as: customer.as, body: { code: phoneCode } });
  const address = await ask('POST', '/api/v1/storefront/me/addresses', {
    as: customer.as,
    body: { name: '林', phone, region: '四川省成都市', detail: '春熙路 100 号' },
  });
  const lines = [{ variantId: goods.variantId, quantity: 1 }];
  const wish = { storeId: shop.storeId, lines, fulfilment: 'delivery', addressId: address.body.id };
  const quote = await ask('POST', '/api/v1/storefront/quotes', { as: customer.as, body: wish });
  const placed = await ask('POST', '/api/v1/storefront/orders', {
    as: customer.as,
    headers: { 'idempotency-key': 'k1' },
    body: { ...wish, quoteHash: quote.body.hash, note: '少冰谢谢', contactPhone },
  });
  expect(placed.status).toBe(201);
  const params = await ask('POST', `/api/v1/storefront/orders/${placed.body.id}/pay`, { as: customer.as });
  keep(params.body.paySign, params.body.package.split('=')[1]);
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/api/v1/live?topics=order:${placed.body.id}&token=${customer.as.token}`);
  await new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject));
  await payByWechat(asked, customer, placed.body.id);
  const statusOf = async (id: string) => (await ask('GET', `/api/v1/admin/orders/${id}`, { as: owner })).body;
  await until(async () => (await statusOf(placed.body.id)).status === 'paid');
  await ask('POST', `/api/v1/admin/orders/${placed.body.id}/cancel`, { as: owner });
  await until(async () => (await statusOf(placed.body.id)).refundStatus === 'full');
  socket.close();
  await ask('GET', `/api/v1/admin/customers?q=${known.phoneNumber}`, { as: owner });
  await ask('GET', `/api/v1/admin/orders?q=${phone}`, { as: owner });
  await ask('GET', '/api/v1/storefront/me/export', { as: customer.as });

  // WeChat fails in each of its ways, with our secrets and theirs in the very requests.
  const fault = async (path: string, action: 'error' | 'lose', more: object = {}) =>
    control.faults([{ on: 'answer', path, action, count: 3, ...more }]);
  const signIn = async () => {
    const code = await control.loginCode(customer.wechatId);
    keep(code);
    return ask('POST', '/api/v1/storefront/sign-in', { body: { code } });
  };
  for (const action of ['error', 'lose'] as const) {
    await fault('/sns/jscode2session', action, { errcode: -1 });
    await signIn();
    await fault('/wxa/business/getuserphonenumber', action, { errcode: -1 });
    await ask('POST', '/api/v1/storefront/me/phone', { as: customer.as, body: { code: await control.phoneCode(customer.wechatId) } });
    await fault('/v3/pay/transactions/jsapi', action, { status: 500, code: 'SYSTEM_ERROR' });
    const next = await order(asked, customer, shop, { lines });
    await ask('POST', `/api/v1/storefront/orders/${next.body.id}/pay`, { as: customer.as });
  }
  await control.faults([]);

  // The database fails in the middle of people's data.
  for (const table of ['customers_addresses', 'customers_identities', 'operators_attempts']) {
    await api.db.pool.query(`alter table ${table} rename to away`);
    await ask('POST', '/api/v1/storefront/me/addresses', {
      as: customer.as,
      body: { name: '林', phone, region: '四川省成都市', detail: '春熙路 100 号' },
    });
    await signIn();
    await ask('POST', '/api/v1/admin/sign-in', { body: { email: ownerEnv.OWNER_EMAIL, password: ownerEnv.OWNER_PASSWORD } });
    await api.db.pool.query(`alter table away rename to ${table}`);
  }
  await ask('POST', '/api/v1/storefront/sign-in', {
    body: `{"code":"${customer.as.token}`,
    headers: { 'content-type': 'application/json' },
  });
  await ask('GET', `/api/v1/%ff?token=${customer.as.token}`);
  await ask('GET', `/nowhere?token=${customer.as.token}`);
  expect(await api.end('SIGTERM')).toEqual({ code: 0, signal: null });

  expect(statuses.filter((status) => status === 500).length, 'things that broke').toBeGreaterThanOrEqual(3);
  const written = api.said.split('\n').filter(Boolean);
  expect(written.length, 'a line for each request').toBeGreaterThan(statuses.length);
  expect(
    written.filter((line) => !line.startsWith('{"level":"')),
    'every line is JSON',
  ).toEqual([]);
  expect(written.filter((line) => line.includes('"status":500')).length).toBeGreaterThanOrEqual(3);
  const telling = [...secrets].flatMap((secret) =>
    written
      .filter((line) => [secret, encodeURIComponent(secret)].some((text) => line.includes(text)))
      .map((line) => `${secret.slice(0, 6)}…: ${line.slice(0, 600)}`),
  );
  expect(telling).toEqual([]);
}, 120_000);
