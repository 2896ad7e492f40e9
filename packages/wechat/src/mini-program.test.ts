import { afterEach, expect, it } from 'vitest';
import { type Heard, startHost } from '../test/fake-host.js';
import { MemoryTokenStore, MiniProgram } from './index.js';

type Host = Awaited<ReturnType<typeof startHost>>;
let host: Host;
afterEach(() => host.close());

const json = (body: object) => ({ body: JSON.stringify(body) });
const picture = { headers: { 'content-type': 'image/jpeg' }, body: Buffer.from([0xff, 0xd8]) };
let tokens = 0;
/** A host that gives tokens t1, t2 … and answers the rest as told. */
const begin = async (
  answer: (heard: Heard, all: Heard[]) => Parameters<typeof startHost>[0] extends (...a: never[]) => infer R ? R : never,
) => {
  tokens = 0;
  host = await startHost((heard, all) =>
    heard.url.pathname === '/cgi-bin/stable_token' ? json({ access_token: `t${(tokens += 1)}`, expires_in: 7200 }) : answer(heard, all),
  );
  return new MiniProgram({
    appid: 'wx1',
    secret: 's1',
    tokens: new MemoryTokenStore(),
    baseUrl: host.url,
    backoffMs: [1, 1, 1],
    timeoutMs: 300,
  });
};
const asked = (path: string) => host.heard.filter((one) => one.url.pathname === path).length;
const phone = {
  errcode: 0,
  errmsg: 'ok',
  phone_info: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: 86, watermark: { appid: 'wx1', timestamp: 1 } },
};

it('exchanges a login code, with and without a unionid', async () => {
  const program = await begin(({ url }) =>
    json(
      url.searchParams.get('js_code') === 'a' ? { openid: 'o1', session_key: 'k==' } : { openid: 'o2', session_key: 'k==', unionid: 'u2' },
    ),
  );
  expect(await program.code2Session('a')).toEqual({ ok: true, value: { openid: 'o1', sessionKey: 'k==', unionid: null } });
  expect(await program.code2Session('b')).toMatchObject({ ok: true, value: { unionid: 'u2' } });
  expect(Object.fromEntries(host.heard[0]!.url.searchParams)).toEqual({
    appid: 'wx1',
    secret: 's1',
    js_code: 'a',
    grant_type: 'authorization_code',
  });
});
it('tries a code once more when WeChat is busy, and never shows the secret in an error', async () => {
  const program = await begin(() => json({ errcode: -1, errmsg: 'system error rid: 1-2-3' }));
  const answer = await program.code2Session('a');
  expect(answer).toMatchObject({ ok: false, error: { kind: 'refused', code: '-1', retryable: true, requestId: '1-2-3' } });
  expect(asked('/sns/jscode2session')).toBe(2);
  expect(JSON.stringify(answer)).not.toContain('s1');
  expect(await program.phoneNumber('a')).toMatchObject({ ok: false, error: { code: '-1' } });
  expect(asked('/wxa/business/getuserphonenumber')).toBe(2);
});
it('hears from the second try that the first had spent the code', async () => {
  const program = await begin((_, all) => json(all.length === 1 ? { errcode: -1, errmsg: 'busy' } : { errcode: 40_163, errmsg: 'used' }));
  expect(await program.code2Session('a')).toMatchObject({ ok: false, error: { code: '40163', retryable: false } });
});
it('shares one token between calls at the same time', async () => {
  const program = await begin(() => picture);
  const answers = await Promise.all(Array.from({ length: 10 }, () => program.unlimitedCode({ scene: 'd-1' })));
  expect(answers.every((answer) => answer.ok && answer.value.contentType === 'image/jpeg')).toBe(true);
  expect(tokens).toBe(1);
});
it('replaces a token that died, once for all, and repeats each call once', async () => {
  const program = await begin(({ url }) =>
    url.searchParams.get('access_token') === 't1' ? json({ errcode: 40001, errmsg: 'invalid credential' }) : json(phone),
  );
  const answers = await Promise.all([program.phoneNumber('a'), program.phoneNumber('b'), program.phoneNumber('c')]);
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(tokens).toBe(2);
});
it('gives up when the new token is refused too', async () => {
  const program = await begin(() => json({ errcode: 42001, errmsg: 'expired' }));
  expect(await program.phoneNumber('a')).toMatchObject({ ok: false, error: { code: '42001' } });
  expect(asked('/wxa/business/getuserphonenumber')).toBe(2);
});
it('waits while WeChat is busy, three times', async () => {
  const program = await begin((_, all) => (all.length < 4 ? json({ errcode: -1, errmsg: 'busy' }) : picture));
  expect((await program.unlimitedCode({ scene: 'd-1' })).ok).toBe(true);
  await host.close();
  const never = await begin(() => json({ errcode: -1, errmsg: 'busy' }));
  expect((await never.unlimitedCode({ scene: 'd-1' })).ok).toBe(false);
  expect(asked('/wxa/getwxacodeunlimit')).toBe(4);
});
it('refuses the phone number of another mini program', async () => {
  const program = await begin(() => json({ ...phone, phone_info: { ...phone.phone_info, watermark: { appid: 'wx2' } } }));
  expect(await program.phoneNumber('a')).toMatchObject({ ok: false, error: { kind: 'invalid' } });
});
it.each([
  ['a line that breaks', 'cut off' as const, { kind: 'network', code: 'UNREACHABLE', retryable: true }],
  ['silence', 'silence' as const, { kind: 'network', code: 'TIMEOUT', retryable: true }],
  ['a gateway', { status: 502, body: '<html>' }, { kind: 'http', code: 'HTTP_502', retryable: true }],
  ['half a body', { body: '{"openid":' }, { kind: 'invalid', code: 'UNREADABLE' }],
  ['an invalid code', json({ errcode: 40029, errmsg: 'invalid code' }), { kind: 'refused', code: '40029', retryable: false }],
  ['the day’s quota', json({ errcode: 45009, errmsg: 'quota' }), { code: '45009', retryable: true }],
])('tells %s from other troubles', async (_, reply, error) => {
  const program = await begin(() => reply);
  expect(await program.code2Session('a')).toMatchObject({ ok: false, error: { api: 'GET /sns/jscode2session', ...error } });
});
it.each([
  ['half a refusal', { body: '{"errco' }],
  ['JSON behind a mark', { headers: { 'content-type': 'image/jpeg' }, body: '\uFEFF {"errcode":0,"buffer":""}' }],
  ['a page of words', { headers: { 'content-type': 'text/html' }, body: '<html>' }],
  ['nothing', { headers: { 'content-type': 'image/jpeg' }, body: '' }],
])('takes %s for no picture', async (_, reply) => {
  const program = await begin(() => reply);
  expect(await program.unlimitedCode({ scene: 'd-1' })).toMatchObject({ ok: false, error: { kind: 'invalid', code: 'UNREADABLE' } });
});
it('knows an errcode that comes as text', async () => {
  const program = await begin(() => json({ errcode: '40029', errmsg: 'invalid code' }));
  expect(await program.code2Session('a')).toMatchObject({ ok: false, error: { kind: 'refused', code: '40029' } });
});
it('keeps a token five minutes less than WeChat says, at least one minute and never more than two hours', async () => {
  const kept: number[] = [];
  for (const expires_in of [7200, '7200', 300, 10_000_000]) {
    host = await startHost(() => json({ access_token: 't'.repeat(512), expires_in }));
    const tokens = new MemoryTokenStore();
    const now = new Date();
    const program = new MiniProgram({ appid: 'wx1', secret: 's1', tokens, baseUrl: host.url, now: () => now });
    await program.messages.deleteTemplate('T1');
    kept.push(((await tokens.read())!.expiresAt.getTime() - now.getTime()) / 1000);
    await host.close();
  }
  expect(kept).toEqual([6900, 6900, 60, 6900]);
});
it('tells what a person should see: what a caller is given, once, and not what healed', async () => {
  const told: string[] = [];
  const replies: object[] = [];
  host = await startHost(({ url }) =>
    json(url.pathname === '/cgi-bin/stable_token' ? { access_token: `t${told.length}`, expires_in: 7200 } : (replies.shift() ?? phone)),
  );
  const program = new MiniProgram({
    appid: 'wx1',
    secret: 's1',
    tokens: new MemoryTokenStore(),
    baseUrl: host.url,
    backoffMs: [1, 1, 1],
    onError: ({ api, code }) => told.push(`${api} ${code}`),
  });
  replies.push({ errcode: -1 }, { errcode: 40_001 });
  expect((await program.phoneNumber('a')).ok).toBe(true);
  expect(told).toEqual([]);
  replies.push({ errcode: 40_001 }, { errcode: 40_001 });
  await program.phoneNumber('a');
  replies.push({ errcode: 50_007 });
  await program.code2Session('a');
  await program.unlimitedCode({ scene: '' });
  expect(told).toEqual([
    'POST /wxa/business/getuserphonenumber 40001',
    'GET /sns/jscode2session 50007',
    'POST /wxa/getwxacodeunlimit UNFIT',
  ]);
});
