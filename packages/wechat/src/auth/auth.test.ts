import { createCipheriv } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { startHost } from '../../test/fake-host.js';
import { startProgram } from '../../test/program.js';
import { decryptPhoneNumber, MemoryTokenStore, MiniProgram } from '../index.js';

let started: Awaited<ReturnType<typeof startProgram>>;
afterEach(() => started?.host.close());
const ok = { errcode: 0, errmsg: 'ok' };

it('learns the unionid of somebody who paid, by either number', async () => {
  started = await startProgram({
    '/wxa/getpaidunionid': (heard) =>
      heard.url.searchParams.get('out_trade_no') === 'n2' ? { errcode: 89_300, errmsg: 'order invalid' } : { ...ok, unionid: 'u1' },
  });
  const { program } = started;
  expect(await program.paidUnionid('o1', { transactionId: '42' })).toEqual({ ok: true, value: 'u1' });
  expect(await program.paidUnionid('o1', { mchid: '1900', outTradeNo: 'n2' })).toMatchObject({
    ok: false,
    error: { code: '89300', retryable: false },
  });
  expect(started.queried('/wxa/getpaidunionid')).toEqual([
    { openid: 'o1', transaction_id: '42' },
    { openid: 'o1', mch_id: '1900', out_trade_no: 'n2' },
  ]);
});
it('replaces a session key once, though WeChat is busy', async () => {
  started = await startProgram({
    '/wxa/resetusersessionkey': (heard) =>
      heard.url.searchParams.get('openid') === 'o1' ? { ...ok, openid: 'o1', session_key: 'new==' } : { errcode: -1, errmsg: 'busy' },
  });
  expect(await started.program.resetSession('o1', 'HyVFkGl5F5OQWJZZaNzBBg==')).toEqual({ ok: true, value: 'new==' });
  expect(started.queried('/wxa/resetusersessionkey')).toEqual([
    { openid: 'o1', signature: '252b75c92698025afe925b29cca5517fdf9ee67aae072cf3225ebf3a53783058', sig_method: 'hmac_sha256' },
  ]);
  expect(await started.program.resetSession('o2', 'k')).toMatchObject({ ok: false, error: { code: '-1' } });
  expect(started.queried('/wxa/resetusersessionkey')).toHaveLength(2);
});
it('finds out how WeChat wants a session proved, and keeps to it', async () => {
  const text = '252b75c92698025afe925b29cca5517fdf9ee67aae072cf3225ebf3a53783058';
  let [method, decoded] = ['POST', true];
  started = await startProgram({
    '/wxa/checksession': (heard) => {
      if (heard.method !== method) return { errcode: method === 'POST' ? 43_002 : 43_001, errmsg: 'method' };
      const proof = heard.url.searchParams.get('signature');
      return decoded === (proof !== text) ? ok : { errcode: 87_009, errmsg: 'invalid signature' };
    },
  });
  const { program, host } = started;
  const check = () => program.checkSession('o1', 'HyVFkGl5F5OQWJZZaNzBBg==');
  const calls = () => host.heard.filter((one) => one.url.pathname === '/wxa/checksession').length;
  expect(await check()).toEqual({ ok: true, value: true });
  // GET, POST, and POST with the other signature.
  expect(calls()).toBe(3);
  expect(await check()).toEqual({ ok: true, value: true });
  expect(calls()).toBe(4);
  [method, decoded] = ['GET', false];
  expect(await check()).toEqual({ ok: true, value: true });
  expect(calls()).toBe(7);
});
it('gives the keys of the encrypted channel', async () => {
  started = await startProgram({
    '/wxa/business/getuserencryptkey': {
      ...ok,
      key_info_list: [{ encrypt_key: 'k==', iv: 'i==', version: 10, expire_in: 3597, create_time: 1_616_572_301 }, null],
    },
  });
  expect(await started.program.sessions.channelKeys('o1', 'HyVFkGl5F5OQWJZZaNzBBg==')).toEqual({
    ok: true,
    value: [{ key: 'k==', iv: 'i==', version: 10, expiresIn: 3597, createdAt: new Date(1_616_572_301_000) }],
  });
});
it('opens the older phone number, and takes none of another app or of long ago', () => {
  const [key, iv] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)];
  const cipher = createCipheriv('aes-128-cbc', key, iv);
  const plain = {
    phoneNumber: '+85213800138000',
    purePhoneNumber: '13800138000',
    countryCode: 852,
    watermark: { timestamp: 1_763_700_000, appid: 'wx1' },
  };
  const data = Buffer.concat([cipher.update(JSON.stringify(plain)), cipher.final()]).toString('base64');
  const open = (appid: string, now?: number) =>
    decryptPhoneNumber(
      appid,
      key.toString('base64'),
      data,
      iv.toString('base64'),
      ...(now === undefined ? [] : [{ now: new Date(now * 1000), seconds: 300 }]),
    );
  const phone = {
    phoneNumber: '+85213800138000',
    purePhoneNumber: '13800138000',
    countryCode: '852',
    givenAt: new Date(1_763_700_000_000),
  };
  expect([open('wx1'), open('wx1', 1_763_700_300), open('wx1', 1_763_700_301), open('wx2')]).toEqual([phone, phone, null, null]);
});
it('asks whether WeChat made some data, by its hash', async () => {
  started = await startProgram({ '/wxa/business/checkencryptedmsg': { ...ok, vaild: true, create_time: 1_763_700_000 } });
  expect(await started.program.checkEncryptedData('hello')).toEqual({
    ok: true,
    value: { valid: true, createdAt: new Date(1_763_700_000_000) },
  });
  expect(started.posted('/wxa/business/checkencryptedmsg')).toEqual([
    { encrypted_msg_hash: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824' },
  ]);
});
it('has a leaked token killed, and goes on with the new one', async () => {
  started = await startProgram({});
  const { program, host } = started;
  await program.security.checkMedia('o1', 'https://x.cn/1.jpg', 'comment');
  expect(await program.replaceToken()).toEqual({ ok: true, value: undefined });
  await program.security.checkMedia('o1', 'https://x.cn/1.jpg', 'comment');
  expect(started.posted('/cgi-bin/stable_token').map((one) => one.force_refresh)).toEqual([false, true]);
  expect(
    host.heard.filter((one) => one.url.pathname === '/wxa/media_check_async').map((one) => one.url.searchParams.get('access_token')),
  ).toEqual(['t1', 't2']);
});
it('does not take a token for killed that WeChat gave again', async () => {
  const told: string[] = [];
  const host = await startHost(() => ({ body: JSON.stringify({ access_token: 'same', expires_in: 7200 }) }));
  const tokens = new MemoryTokenStore();
  const program = new MiniProgram({ appid: 'wx1', secret: 's1', tokens, baseUrl: host.url, onError: ({ code }) => told.push(code) });
  await program.messages.categories();
  expect(await program.replaceToken()).toMatchObject({ ok: false, error: { code: 'NOT_REPLACED', retryable: true } });
  expect(told).toEqual(['NOT_REPLACED']);
  await host.close();
});
it('kills the token that others fetched meanwhile, which may be the leaked one', async () => {
  started = await startProgram({});
  const store = new MemoryTokenStore();
  // A process that still knows an older one than all the others.
  const tokens = { read: async () => ({ token: 'old', expiresAt: new Date(Date.now() + 60_000) }), refresh: store.refresh.bind(store) };
  await store.refresh(null, async () => ({ ok: true, value: { token: 'leaked', expiresAt: new Date(Date.now() + 60_000) } }));
  const program = new MiniProgram({ appid: 'wx1', secret: 's1', tokens, baseUrl: started.host.url });
  expect(await program.replaceToken()).toEqual({ ok: true, value: undefined });
  expect(started.posted('/cgi-bin/stable_token').map((one) => one.force_refresh)).toEqual([true]);
  expect((await store.read())?.token).toBe('t1');
});
it('tries once more what found no connection, since nobody heard of it, whatever it was', async () => {
  started = await startProgram({ '/cgi-bin/message/subscribe/send': { ...ok, msgid: 7 } });
  // A port where nobody listens any more.
  const gone = await startHost(() => 'silence');
  await gone.close();
  let calls = 0;
  const flaky: typeof fetch = (url, init) => fetch((calls += 1) === 1 ? gone.url : url, init);
  const tokens = new MemoryTokenStore();
  await tokens.refresh(null, async () => ({ ok: true, value: { token: 't', expiresAt: new Date(Date.now() + 60_000) } }));
  const program = new MiniProgram({ appid: 'wx1', secret: 's1', tokens, baseUrl: started.host.url, backoffMs: [1], fetch: flaky });
  expect(await program.messages.send({ openid: 'o1', templateId: 'T1', data: { thing1: '茶' } })).toEqual({
    ok: true,
    value: { messageId: '7' },
  });
  expect(calls).toBe(2);
  const nowhere = await startProgram({}, { baseUrl: gone.url, tokens });
  expect(await nowhere.program.messages.send({ openid: 'o1', templateId: 'T1', data: {} })).toMatchObject({
    ok: false,
    error: { kind: 'network', code: 'UNREACHABLE', unsent: true },
  });
  await nowhere.host.close();
});
