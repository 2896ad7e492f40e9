import type { CheckView } from '@pailou/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownerEnv, signInOperator } from '../../../test/operators.js';
import { createTestApp } from '../../../test/harness.js';
import { openShop, order, payByWechat, stockGoods, until } from '../../../test/shop.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';

let test: WechatTestApp;
let owner: { cookie: string };
beforeAll(async () => {
  test = await createWechatTestApp({ ...ownerEnv, FILING_NUMBER: '沪ICP备2026000001号-1X' });
  owner = await signInOperator(test);
});
afterAll(() => test.close());

const states = async () =>
  Object.fromEntries(
    (await test.request('GET', '/api/v1/admin/going-live', { as: owner })).body.map((one: CheckView) => [one.id, one.state]),
  );

it('finds what works, and what a laptop cannot have', async () => {
  expect(await states()).toMatchObject({
    credentials: 'fine',
    'ip-list': 'fine',
    merchant: 'fine',
    'api-v3-key': 'unknown',
    'public-url': 'todo',
    'notify-url': 'unknown',
    push: 'unknown',
    domains: 'todo',
    templates: 'todo',
    filing: 'fine',
  });
});
it('takes the first payment notice as the proof that only it can be', async () => {
  const shop = await openShop(test);
  const { variantId } = await stockGoods(test);
  const customer = await test.customer();
  const placed = await order(test, customer, shop, { lines: [{ variantId, quantity: 1 }] });
  await payByWechat(test, customer, placed.body.id);
  await until(async () => (await states())['api-v3-key'] === 'fine');
  expect(await states()).toMatchObject({ 'notify-url': 'fine' });
});
it('tells WeChat’s refusals apart, and shows no secret', async () => {
  await test.sandbox.control.faults([{ on: 'answer', path: '/wxaapi/newtmpl/getcategory', action: 'error', errcode: 40164, count: 1 }]);
  const refused = await test.request('GET', '/api/v1/admin/going-live', { as: owner });
  expect(refused.body.find((one: CheckView) => one.id === 'ip-list').state).toBe('todo');
  const { secret, apiV3Key, merchantKey } = test.sandbox.credentials;
  for (const text of [secret, apiV3Key, merchantKey.slice(30, 60)]) expect(JSON.stringify(refused.body)).not.toContain(text);
});
it('tells what WeChat refused and does not heal by itself, how often, and what to do', async () => {
  const alarm = async (): Promise<CheckView> =>
    (await test.request('GET', '/api/v1/admin/going-live', { as: owner })).body.find((one: CheckView) => one.id === 'alarms');
  const { wechatId } = await test.customer();
  const signIn = async (errcode: number) => {
    await test.sandbox.control.faults([{ on: 'answer', path: '/sns/jscode2session', action: 'error', errcode, count: 1 }]);
    const code = await test.sandbox.control.loginCode(wechatId);
    return (await test.request('POST', '/api/v1/storefront/sign-in', { body: { code } })).body.code;
  };
  // A customer's own error, and one that passes, are nobody's business.
  await test.db.pool.query('delete from wechat_alarms');
  expect([await signIn(40029), await signIn(40226), await signIn(45011)]).toEqual([
    'identity.code_invalid',
    'identity.blocked',
    'identity.too_often',
  ]);
  expect((await alarm()).state).toBe('fine');
  expect([await signIn(40125), await signIn(40125), await signIn(50007)]).toEqual(Array(3).fill('identity.wechat_unavailable'));
  await until(async () => {
    const { say } = await alarm();
    return say.zh.includes('40125（2 次') && say.en.includes('50007 (1 times');
  });
  const { state, say } = await alarm();
  expect(state).toBe('todo');
  expect(say.zh).toMatch(/40125（2 次，最近 [\d-]+ [\d:]+ UTC）：AppSecret 不对或已被重置.*GET \/sns\/jscode2session，编号 [\w-]+/);
  expect(say.en).toMatch(/the account is frozen/);
  expect((await test.request('GET', '/ready')).body.warnings).toContain('wechat.alarms');
  // A day later it is over.
  await test.db.pool.query(`update wechat_alarms set last_at = last_at - interval '25 hours'`);
  expect((await alarm()).state).toBe('fine');
  await signIn(40125);
  await until(async () => (await alarm()).say.zh.includes('40125（1 次'));
});
it('says what to do first where nothing is set', async () => {
  const bare = await createTestApp(ownerEnv);
  const as = await signInOperator(bare);
  const lines: CheckView[] = (await bare.request('GET', '/api/v1/admin/going-live', { as })).body;
  expect(Object.fromEntries(lines.map((one) => [one.id, one.state]))).toMatchObject({
    credentials: 'todo',
    'ip-list': 'unknown',
    merchant: 'todo',
    push: 'todo',
    filing: 'todo',
    trade: 'unknown',
  });
  for (const { say } of lines) expect(say.zh && say.en).toBeTruthy();
  await bare.close();
});
