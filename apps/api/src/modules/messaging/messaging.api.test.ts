import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownerEnv, signInOperator } from '../../../test/operators.js';
import { hurry, openShop, order, payByWechat, type Shop, stockGoods, until } from '../../../test/shop.js';
import { createWechatTestApp, type TestCustomer, type WechatTestApp } from '../../../test/wechat.js';

let test: WechatTestApp;
let owner: { cookie: string };
let shop: Shop;
let variantId: string;
let ids: Record<string, string>;

beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv);
  owner = await signInOperator(test);
  shop = await openShop(test);
  ({ variantId } = await stockGoods(test));
  const add = (title: string, keywords: [string, string][]) =>
    test.sandbox.control.addTemplate({ title, keywords: keywords.map(([key, name]) => ({ key, name })) });
  await add('订单支付成功通知', [
    ['character_string1', '订单编号'],
    ['thing2', '商品名称'],
    ['amount3', '支付金额'],
    ['time4', '支付时间'],
  ]);
  await add('取餐提醒', [
    ['character_string1', '取餐码'],
    ['thing2', '门店名称'],
    ['thing3', '温馨提示'],
  ]);
  await add('退款成功通知', [
    ['amount1', '退款金额'],
    ['thing2', '商品名称'],
  ]);
  const { status, body } = await test.request('POST', '/api/v1/admin/messages/kinds/match', { as: owner });
  expect(status).toBe(200);
  ids = Object.fromEntries(body.map((one: { kind: string; templateId: string | null }) => [one.kind, one.templateId]));
  expect(ids).toMatchObject({
    order_paid: expect.any(String),
    order_ready: expect.any(String),
    order_refunded: expect.any(String),
    order_delivered: null,
  });
});
afterAll(() => test.close());

const allow = async (customer: TestCustomer, kind: string, answer: 'accept' | 'reject' | 'always' | 'never' = 'accept') =>
  test.sandbox.control.subscribe(customer.wechatId, { [ids[kind]!]: answer });
const left = async (customer: TestCustomer, kind: string) =>
  (
    await test.db.pool.query(
      'select greatest(reported, pushed) - spent as left from messaging_grants where customer_id = $1 and template_id = $2',
      [customer.id, ids[kind]],
    )
  ).rows[0]?.left ?? 0;
const messageOf = async (kind: string, customer: TestCustomer) =>
  (
    await test.db.pool.query(
      'select status, reason, data, tries from messaging_messages where kind = $1 and customer_id = $2 order by id desc limit 1',
      [kind, customer.id],
    )
  ).rows[0];
const over = async (kind: string, customer: TestCustomer) => {
  await until(async () => !['waiting', 'sending', undefined].includes((await messageOf(kind, customer))?.status));
  return messageOf(kind, customer);
};
async function paid(customer: TestCustomer): Promise<string> {
  const placed = await order(test, customer, shop, { lines: [{ variantId, quantity: 2 }] });
  await payByWechat(test, customer, placed.body.id);
  return placed.body.id;
}

it('asks for what is least allowed, sends what was allowed, with values that fit, and spends one for each', async () => {
  const lin = await test.customer('林');
  expect((await test.request('GET', '/api/v1/storefront/messages/asks', { as: lin.as })).body.templateIds).toHaveLength(3);
  await allow(lin, 'order_paid');
  await until(async () => (await left(lin, 'order_paid')) === 1);
  // The phone tells of the same tap: it is still one permission.
  expect(
    (
      await test.request('POST', '/api/v1/storefront/messages/answers', {
        as: lin.as,
        body: { answers: { [ids.order_paid!]: 'accept', unknown: 'accept' } },
      })
    ).status,
  ).toBe(204);
  expect(await left(lin, 'order_paid')).toBe(1);
  const id = await paid(lin);
  await until(async () => (await messageOf('order_paid', lin))?.status === 'delivered');
  const [message] = await test.sandbox.control.serviceMessages(lin.wechatId);
  expect(message).toMatchObject({ page: `packages/orders/detail?id=${id}` });
  expect((await messageOf('order_paid', lin)).data).toMatchObject({
    thing2: '桂花乌龙 ×2',
    amount3: '¥36.00',
    time4: expect.stringMatching(/^\d{4}年\d+月\d+日 \d\d:\d\d$/),
  });
  expect(await left(lin, 'order_paid')).toBe(0);
  await test.request('POST', `/api/v1/admin/orders/${id}/accept`, { as: owner });
  await test.request('POST', `/api/v1/admin/orders/${id}/ready`, { as: owner });
  await until(async () => (await messageOf('order_ready', lin))?.status === 'waiting');
  await hurry(test, 'messaging.send');
  expect(await over('order_ready', lin)).toMatchObject({ status: 'skipped', reason: 'no_grant' });
  const { body: grants } = await test.request('GET', `/api/v1/admin/messages/grants/${lin.id}`, { as: owner });
  expect(grants.find((one: { kind: string }) => one.kind === 'order_paid')).toMatchObject({ left: 0, given: 1, spent: 1 });
  expect(grants.find((one: { kind: string }) => one.kind === 'order_ready')).toMatchObject({
    left: 0,
    given: 0,
    spent: 0,
    updatedAt: null,
  });
  const { body: mine } = await test.request('GET', `/api/v1/admin/messages?customerId=${lin.id}`, { as: owner });
  expect(mine.items.map((one: { kind: string }) => one.kind).toSorted()).toEqual(['order_paid', 'order_ready']);
});

it('calls nobody for an order that was marked as ready by a slip of the finger, and calls once it is', async () => {
  const he = await test.customer('何');
  await allow(he, 'order_ready');
  await until(async () => (await left(he, 'order_ready')) === 1);
  const id = await paid(he);
  const step = (verb: string) => test.request('POST', `/api/v1/admin/orders/${id}/${verb}`, { as: owner });
  await until(async () => (await step('accept')).status === 200);
  await step('ready');
  await until(async () => (await messageOf('order_ready', he))?.status === 'waiting');
  expect((await step('take-back')).status).toBe(200);
  await until(async () => (await messageOf('order_ready', he)) === undefined);
  await step('ready');
  await until(async () => (await messageOf('order_ready', he))?.status === 'waiting');
  await hurry(test, 'messaging.send');
  await until(async () => (await messageOf('order_ready', he))?.status === 'delivered');
  expect((await test.sandbox.control.serviceMessages(he.wechatId)).filter((one) => one.templateId === ids.order_ready)).toHaveLength(1);
});

it('believes WeChat when it says that nothing is allowed any more', async () => {
  const chen = await test.customer('陈');
  // The phone claims what never was.
  for (let i = 0; i < 3; i += 1)
    await test.request('POST', '/api/v1/storefront/messages/answers', { as: chen.as, body: { answers: { [ids.order_paid!]: 'accept' } } });
  expect(await left(chen, 'order_paid')).toBe(3);
  await paid(chen);
  expect(await over('order_paid', chen)).toMatchObject({ status: 'skipped', reason: 'no_grant' });
  expect(await left(chen, 'order_paid')).toBe(0);
});

it('forgets permissions when the customer switches the messages off', async () => {
  const xu = await test.customer('许');
  await allow(xu, 'order_paid');
  await until(async () => (await left(xu, 'order_paid')) === 1);
  await test.sandbox.control.manageSubscriptions(xu.wechatId, { mainSwitch: true, items: { [ids.order_paid!]: 'reject' } });
  await until(async () => (await left(xu, 'order_paid')) === 0);
});

it('does not send again when nobody knows whether it went out; sends again when WeChat was only busy', async () => {
  const gu = await test.customer('顾');
  await allow(gu, 'order_paid');
  await until(async () => (await left(gu, 'order_paid')) === 1);
  await test.sandbox.control.faults([{ on: 'answer', path: '/cgi-bin/message/subscribe/send', action: 'lose' }]);
  await paid(gu);
  // The answer was lost, and WeChat’s event says later that it went out; one or the other, and never twice.
  await until(async () => (await messageOf('order_paid', gu))?.status === 'delivered');
  expect((await test.sandbox.control.serviceMessages(gu.wechatId)).filter((one) => one.templateId === ids.order_paid)).toHaveLength(1);

  // Two answers of one person within a second read the same.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await allow(gu, 'order_paid');
  await until(async () => (await left(gu, 'order_paid')) === 1);
  await test.sandbox.control.faults([{ on: 'answer', path: '/cgi-bin/message/subscribe/send', action: 'error', errcode: -1 }]);
  const before = (await test.sandbox.control.serviceMessages(gu.wechatId)).length;
  await paid(gu);
  await until(async () => {
    const { status, reason, tries } = await messageOf('order_paid', gu);
    if (status === 'waiting' && reason === '-1') await hurry(test, 'messaging.send');
    return tries === 2 && ['sent', 'delivered'].includes(status);
  });
  expect(
    (await test.sandbox.control.serviceMessages(gu.wechatId)).filter((one) => one.templateId === ids.order_paid).length,
  ).toBeGreaterThan(0);
  expect((await test.sandbox.control.serviceMessages(gu.wechatId)).length).toBeGreaterThan(before);
});

it('holds back in quiet hours what can wait', async () => {
  const zhou = await test.customer('周');
  await allow(zhou, 'order_refunded');
  await until(async () => (await left(zhou, 'order_refunded')) === 1);
  const now = new Date();
  const at = (hours: number) => `${String((now.getUTCHours() + hours + 24) % 24).padStart(2, '0')}:00`;
  expect(
    (
      await test.request('PUT', '/api/v1/admin/messages/settings', {
        as: owner,
        body: { quietFrom: at(-1), quietTo: at(2), timeZone: 'UTC' },
      })
    ).status,
  ).toBe(204);
  const id = await paid(zhou);
  await until(async () => (await test.request('GET', `/api/v1/admin/orders/${id}`, { as: owner })).body.status === 'paid');
  await test.request('POST', `/api/v1/admin/orders/${id}/cancel`, { as: owner });
  const heldBack = async () =>
    (
      await test.db.pool.query(
        `select run_at from graphile_worker.jobs where task_identifier = 'messaging.send' and run_at > now() + interval '30 minutes'`,
      )
    ).rows.length;
  await until(async () => (await heldBack()) === 1);
  expect(await messageOf('order_refunded', zhou)).toMatchObject({ status: 'waiting' });
  await test.request('PUT', '/api/v1/admin/messages/settings', {
    as: owner,
    body: { quietFrom: null, quietTo: null, timeZone: 'Asia/Shanghai' },
  });
  await hurry(test, 'messaging.send');
  await until(async () => ['sent', 'delivered'].includes((await messageOf('order_refunded', zhou)).status));
});

it('refuses mappings that WeChat would refuse, and half of quiet hours', async () => {
  const map = (fields: object[], kind = 'order_paid') =>
    test.request('PUT', `/api/v1/admin/messages/kinds/${kind}`, { as: owner, body: { templateId: 'T', templateTitle: 'x', fields } });
  expect((await map([{ key: 'amount1', label: '', value: 'goods' }])).body.code).toBe('messaging.wrong_type');
  expect((await map([{ key: 'thing1', label: '', value: 'nothing' }])).body.code).toBe('messaging.unknown_value');
  expect((await map([{ key: 'thing1', label: '', value: null }])).body.code).toBe('messaging.unknown_value');
  expect((await map([{ key: 'thing1', label: '', value: 'goods' }], 'no_such')).body.code).toBe('messaging.kind_not_found');
  expect(
    (
      await test.request('PUT', '/api/v1/admin/messages/settings', {
        as: owner,
        body: { quietFrom: '22:00', quietTo: null, timeZone: 'UTC' },
      })
    ).body.code,
  ).toBe('messaging.half_quiet');
  expect(
    (
      await test.request('PUT', '/api/v1/admin/messages/settings', {
        as: owner,
        body: { quietFrom: null, quietTo: null, timeZone: 'Mars/Olympus' },
      })
    ).body.code,
  ).toBe('messaging.bad_time_zone');
});

it('shows a customer their messages, and forgets them', async () => {
  const song = await test.customer('宋');
  await allow(song, 'order_paid');
  await until(async () => (await left(song, 'order_paid')) === 1);
  await paid(song);
  await over('order_paid', song);
  expect((await test.request('GET', '/api/v1/storefront/me/export', { as: song.as })).body.messages).toMatchObject([
    { kind: 'order_paid' },
  ]);
  const page = await test.request('GET', '/api/v1/admin/messages?kind=order_paid&limit=2', { as: owner });
  expect(page.body.items[0]).toMatchObject({ kind: 'order_paid', title: { zh: '下单成功' }, customerId: song.id });
  expect((await test.request('DELETE', '/api/v1/storefront/me', { as: song.as })).status).toBe(204);
  expect((await test.db.pool.query('select 1 from messaging_grants where customer_id = $1', [song.id])).rows).toEqual([]);
});
