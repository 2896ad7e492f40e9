import { eventOf, MemoryTokenStore, MessagePush, MiniProgram, Pay } from '@pailou/wechat';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './index.js';
import { type Backend, openBackend } from './testing/backend.js';
import { eventually } from './testing/shop.js';

// What no official text settles: the product's own client must do with either.
let sandbox: RunningSandbox;
let backend: Backend;
beforeEach(async () => {
  backend = await openBackend();
  sandbox = await startSandbox();
});
afterEach(async () => {
  await sandbox.stop();
  backend.close();
});
const program = () => {
  const { appid, secret } = sandbox.credentials;
  return new MiniProgram({ appid, secret, tokens: new MemoryTokenStore(), baseUrl: sandbox.url });
};

describe.each(['GET', 'POST', 'any'] as const)('checksession by %s', (sessionCheckMethod) => {
  it.each(['raw', 'decoded'] as const)('with the %s key: a session holds, is over, and is replaced', async (sessionSignatureKey) => {
    await sandbox.control.changeSettings({ sessionCheckMethod, sessionSignatureKey });
    const { id, openid } = await sandbox.control.createCustomer();
    const client = program();
    const session = await client.code2Session(await sandbox.control.loginCode(id));
    if (!session.ok) throw new Error(session.error.code);
    const { sessionKey } = session.value;
    expect(await client.checkSession(openid, Buffer.alloc(16, 7).toString('base64'))).toEqual({ ok: true, value: false });
    expect(await client.checkSession(openid, sessionKey)).toEqual({ ok: true, value: true });
    const fresh = await client.resetSession(openid, sessionKey);
    if (!fresh.ok) throw new Error(fresh.error.code);
    expect(await client.checkSession(openid, sessionKey)).toEqual({ ok: true, value: false });
    expect(await client.checkSession(openid, fresh.value)).toEqual({ ok: true, value: true });
    expect(await client.sessions.channelKeys(openid, fresh.value)).toEqual({ ok: true, value: [] });
    // A client that was not told which is right replaces a session all the same.
    expect(await program().resetSession(openid, fresh.value)).toMatchObject({ ok: true });
  });
});

describe.each(['object', 'array'] as const)('one event as an %s', (pushSingleList) => {
  it.each(['number', 'text'] as const)('with its time as a %s', async (pushCreateTime) => {
    await sandbox.control.changeSettings({ pushSingleList, pushCreateTime });
    await sandbox.control.setPush(backend.settings({ mode: 'safe', format: 'json' }));
    const { priTmplId } = await sandbox.control.addTemplate({ title: '取餐提醒', keywords: [{ key: 'thing1', name: '门店' }] });
    const { id } = await sandbox.control.createCustomer();
    await sandbox.control.subscribe(id, { [priTmplId]: 'accept' });
    await eventually(() => backend.heard.length > 0);
    const [heard] = backend.heard;
    const { token, encodingAesKey } = backend.settings();
    const push = new MessagePush({ appid: sandbox.credentials.appid, token, encodingAesKey });
    const reading = push.read(Object.fromEntries(heard!.query), heard!.body);
    if (!reading.ok) throw new Error(reading.reason);
    expect(typeof reading.message.fields.CreateTime).toBe(pushCreateTime === 'text' ? 'string' : 'number');
    expect(Array.isArray(reading.message.fields.List)).toBe(pushSingleList === 'array');
    expect(eventOf(reading.message)).toMatchObject({
      kind: 'subscriptions',
      news: [{ kind: 'answered', templateId: priTmplId, accepted: true }],
    });
  });
});

it.each([400, 404])('no trade that day, as HTTP %s', async (noStatementStatus) => {
  await sandbox.control.changePaySettings({ noStatementStatus });
  const { appid, mchid, serial, merchantKey, apiV3Key, platformPublicKeyId, platformPublicKey } = sandbox.credentials;
  const pay = new Pay({
    appid,
    mchid,
    serial,
    privateKey: merchantKey,
    apiV3Key,
    platformKeys: [{ id: platformPublicKeyId, publicKey: platformPublicKey }],
    baseUrl: sandbox.url,
  });
  const day = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
  expect(await pay.bills.trade(day)).toMatchObject({ ok: true, value: { rows: [], count: 0 } });
  expect(await pay.bills.fundFlow(day)).toEqual({ ok: true, value: [] });
});
