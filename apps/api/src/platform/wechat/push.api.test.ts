import { afterAll, beforeAll, expect, it } from 'vitest';
import { PushCipher, pushSignature } from '@pailou/wechat';
import { until } from '../../../test/shop.js';
import { createWechatTestApp, pushAesKey, pushToken, type WechatTestApp } from '../../../test/wechat.js';

let test: WechatTestApp;
beforeAll(async () => {
  test = await createWechatTestApp();
});
afterAll(() => test.close());

const kept = async () => (await test.db.pool.query('select key, type, event from wechat_pushes order by received_at')).rows;
const url = (query: object) => `/api/v1/wechat/push?${new URLSearchParams(query as Record<string, string>)}`;

it.each([
  ['plain', 'json'],
  ['plain', 'xml'],
  ['compatible', 'json'],
  ['safe', 'json'],
  ['safe', 'xml'],
] as const)('is delivered in %s mode as %s, or refused when it is not sealed', async (mode, format) => {
  await test.sandbox.control.setPush({ url: `${test.url}/api/v1/wechat/push`, token: pushToken, encodingAesKey: pushAesKey, mode, format });
  const { wechatId } = await test.customer();
  const before = (await kept()).length;
  await test.sandbox.control.pushEvent(wechatId, `debug_${mode}_${format}`, { note: '中文' });
  const last = async () => (await test.sandbox.control.pushes()).at(-1)!;
  if (mode === 'plain') {
    await until(async () => (await last()).attempts.length > 0);
    expect((await kept()).length).toBe(before);
  } else {
    await until(async () => (await kept()).length === before + 1);
    expect((await kept()).at(-1)).toMatchObject({ type: 'event', event: `debug_${mode}_${format}` });
  }
});
it('is heard once, however often it comes', async () => {
  await test.sandbox.control.setPush({
    url: `${test.url}/api/v1/wechat/push`,
    token: pushToken,
    encodingAesKey: pushAesKey,
    mode: 'safe',
    format: 'json',
  });
  const { wechatId } = await test.customer();
  // Those that were refused before come again of themselves, and are none of this one.
  const twice = async () => (await kept()).filter(({ event }) => event === 'debug_twice').length;
  await test.sandbox.control.pushEvent(wechatId, 'debug_twice', {});
  await until(async () => (await twice()) === 1);
  const { id } = (await test.sandbox.control.pushes()).at(-1)!;
  expect(await Promise.all([1, 2, 3].map(() => test.sandbox.control.pushAgain(id)))).toEqual([true, true, true]);
  expect(await twice()).toBe(1);
});
it('answers the question of WeChat’s cloud hosting, which nobody signs, and does nothing', async () => {
  expect(await test.request('POST', '/api/v1/wechat/push', { body: { action: 'CheckContainerPath' } })).toMatchObject({
    status: 200,
    body: 'success',
  });
  expect((await test.request('POST', '/api/v1/wechat/push', { body: { action: 'Other' } })).status).toBe(403);
});
it('answers the console’s check with its own words alone', async () => {
  const signed = { timestamp: '1', nonce: '2', echostr: '437', signature: pushSignature(pushToken, '1', '2') };
  const echo = await test.request('GET', url(signed));
  expect([echo.status, echo.body, echo.headers.get('content-type')]).toEqual([200, '437', expect.stringContaining('text/plain')]);
  expect((await test.request('GET', url({ ...signed, signature: 'f'.repeat(40) }))).body).toMatchObject({
    status: 403,
    code: 'wechat.bad_signature',
  });
  expect((await test.request('GET', '/api/v1/wechat/push')).status).toBe(403);
});
it('refuses forgeries and nonsense, and keeps nothing of them', async () => {
  const before = (await kept()).length;
  const message = JSON.stringify({ ToUserName: 'gh', FromUserName: 'o', CreateTime: 1, MsgType: 'text', Content: 'x', MsgId: '1' });
  const sealed = new PushCipher(pushAesKey, test.sandbox.credentials.appid).encrypt(message);
  const foreign = new PushCipher(pushAesKey, 'wxother').encrypt(message);
  const at = (encrypt: string) => url({ timestamp: '1', nonce: '2', msg_signature: pushSignature(pushToken, '1', '2', encrypt) });
  const say = async (path: string, body: unknown, headers = {}) => (await test.request('POST', path, { body, headers })).status;
  expect(await say(url({ timestamp: '1', nonce: '2', signature: pushSignature(pushToken, '1', '2') }), JSON.parse(message))).toBe(403);
  expect(await say(at('x'), { Encrypt: sealed })).toBe(403);
  expect(await say(at(foreign), { Encrypt: foreign })).toBe(400);
  expect(await say(at(sealed), '<xml><Encrypt>', { 'content-type': 'text/xml' })).toBe(403);
  expect(await say(at(sealed), '', { 'content-type': 'text/xml' })).toBe(400);
  expect((await kept()).length).toBe(before);
  expect(await say(at(sealed), { Encrypt: sealed })).toBe(200);
});
