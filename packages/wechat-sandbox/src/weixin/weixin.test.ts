import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { type RunningSandbox, startSandbox } from '../index.js';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ pages: ['pages/home/index'] });
});
afterEach(() => sandbox.stop());

type Answer = Record<string, unknown>;

async function post(path: string, body: object): Promise<Answer> {
  const answer = await fetch(sandbox.url + path, { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as Answer;
}

async function login(code: string, secret = sandbox.credentials.secret): Promise<Answer> {
  const query = new URLSearchParams({ appid: sandbox.credentials.appid, secret, js_code: code, grant_type: 'authorization_code' });
  const answer = await fetch(`${sandbox.url}/sns/jscode2session?${query}`);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  return (await answer.json()) as Answer;
}

const stableToken = (more: object = {}) =>
  post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: sandbox.credentials.appid,
    secret: sandbox.credentials.secret,
    ...more,
  });
const phone = (token: unknown, code: string) => post(`/wxa/business/getuserphonenumber?access_token=${String(token)}`, { code });

describe('login codes', () => {
  it('tell who it is once', async () => {
    const { id, openid } = await sandbox.control.createCustomer('林晓雨');
    const code = await sandbox.control.loginCode(id);
    expect(await login(code)).toMatchObject({ openid, session_key: expect.stringMatching(/^.{24}$/) });
    expect(await login(code)).toMatchObject({ errcode: 40163 });
  });

  it('expire after five minutes, and made-up ones are invalid', async () => {
    const code = await sandbox.control.loginCode();
    await sandbox.control.advance(300_001);
    expect(await login(code)).toMatchObject({ errcode: 40029 });
    expect(await login('made-up')).toMatchObject({ errcode: 40029 });
  });

  it('are refused to another secret', async () => {
    expect(await login(await sandbox.control.loginCode(), '0'.repeat(32))).toMatchObject({ errcode: 40125 });
  });
});

describe('the access token', () => {
  it('stays the same until its last five minutes, overlaps with the next, then expires', async () => {
    const first = await stableToken();
    expect((await stableToken()).access_token).toBe(first.access_token);
    await sandbox.control.advance(6_950_000);
    const second = await stableToken();
    expect(second.access_token).not.toBe(first.access_token);
    expect(await phone(first.access_token, 'x')).toMatchObject({ errcode: 40029 });
    await sandbox.control.advance(250_000);
    expect(await phone(first.access_token, 'x')).toMatchObject({ errcode: 42001 });
    expect(await phone(second.access_token, 'x')).toMatchObject({ errcode: 40029 });
    expect(await phone('made-up', 'x')).toMatchObject({ errcode: 40001 });
  });

  it('dies at once when another is forced', async () => {
    const { access_token: before } = await stableToken();
    await stableToken({ force_refresh: true });
    expect(await phone(before, 'x')).toMatchObject({ errcode: 40001 });
  });

  it('is not forced again within thirty seconds, nor more than twenty times a day', async () => {
    const forced = () => stableToken({ force_refresh: true });
    const first = await forced();
    expect((await forced()).access_token).toBe(first.access_token);
    for (let times = 1; times < 20; times += 1) {
      await sandbox.control.advance(30_000);
      expect((await forced()).access_token).not.toBe(first.access_token);
    }
    await sandbox.control.advance(30_000);
    expect(await forced()).toMatchObject({ errcode: 45009 });
    expect((await stableToken()).access_token).toEqual(expect.any(String));
  });

  it('of the plain kind is new each time; the one before lives five minutes more, and the stable one is another’s', async () => {
    const { appid, secret } = sandbox.credentials;
    const plain = async () =>
      ((await (await fetch(`${sandbox.url}/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`)).json()) as Answer)
        .access_token;
    const { access_token: stable } = await stableToken();
    const [first, second] = [await plain(), await plain()];
    expect(second).not.toBe(first);
    expect(await phone(first, 'x')).toMatchObject({ errcode: 40029 });
    await sandbox.control.advance(300_001);
    expect(await phone(first, 'x')).toMatchObject({ errcode: 42001 });
    for (const token of [second, stable]) expect(await phone(token, 'x')).toMatchObject({ errcode: 40029 });
  });
});

it('gives the phone number for its own code, once', async () => {
  const { id, phoneNumber } = await sandbox.control.createCustomer();
  const { access_token: token } = await stableToken();
  const code = await sandbox.control.phoneCode(id);
  expect(await phone(token, await sandbox.control.loginCode(id))).toMatchObject({ errcode: 40029 });
  expect(await phone(token, code)).toMatchObject({ errcode: 0, phone_info: { purePhoneNumber: phoneNumber, countryCode: '86' } });
  expect(await phone(token, code)).toMatchObject({ errcode: 40029 });
});

describe('mini-program codes', () => {
  const make = async (body: object) => {
    const { access_token: token } = await stableToken();
    return fetch(`${sandbox.url}/wxa/getwxacodeunlimit?access_token=${String(token)}`, { method: 'POST', body: JSON.stringify(body) });
  };

  it('are pictures of the asked width, listed once per page and scene', async () => {
    const answer = await make({ scene: 't=8', page: 'pages/home/index', width: 300 });
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 300, height: 300, format: 'jpeg' });
    await make({ scene: 't=8', page: 'pages/home/index' });
    expect(await sandbox.control.codes()).toMatchObject([{ scene: 't=8', page: 'pages/home/index', width: 430 }]);
  });

  it.each([
    [{ scene: 'a', page: '/pages/home/index' }, 41030],
    [{ scene: 'a', page: 'pages/nowhere/index' }, 41030],
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: '茶' }, 40129],
    [{ scene: 'a', width: 100 }, 40097],
  ])('are refused as JSON for %j', async (body, errcode) => {
    expect(await (await make(body)).json()).toMatchObject({ errcode });
    expect(await sandbox.control.codes()).toEqual([]);
  });

  const limited = async (address: string, body: object) => {
    const { access_token: token } = await stableToken();
    return fetch(`${sandbox.url}${address}?access_token=${String(token)}`, { method: 'POST', body: JSON.stringify(body) });
  };
  const [wxacode, qrcode] = ['/wxa/getwxacode', '/cgi-bin/wxaapp/createwxaqrcode'];

  it('with a path are limited in number, both kinds together; the same path takes nothing of it', async () => {
    await sandbox.control.changeSettings({ limitedCodes: 2 });
    const png = await limited(wxacode, { path: 'pages/home/index?store=1', is_hyaline: true });
    expect(png.headers.get('content-type')).toBe('image/png');
    expect((await limited(qrcode, { path: 'pages/home/index' })).headers.get('content-type')).toBe('image/jpeg');
    expect(await (await limited(wxacode, { path: 'pages/home/index?store=2' })).json()).toMatchObject({ errcode: 45029 });
    expect((await limited(qrcode, { path: 'pages/home/index?store=1' })).headers.get('content-type')).toBe('image/jpeg');
    expect((await make({ scene: 't=8' })).headers.get('content-type')).toBe('image/jpeg');
    expect((await sandbox.control.codes()).map(({ path, title }) => [path, title])).toEqual([
      ['pages/home/index', 'pages/home/index'],
      ['pages/home/index?store=1', 'pages/home/index'],
      ['pages/home/index?scene=t%3D8', 't=8'],
    ]);
  });

  it.each([
    [wxacode, { path: '' }, 40159],
    [wxacode, { path: `pages/home/index?q=${'x'.repeat(1024)}` }, 40159],
    [qrcode, { path: `pages/home/index?q=${'x'.repeat(128)}` }, 40159],
    [wxacode, { path: 'pages/nowhere/index' }, 41030],
    [wxacode, { path: '/pages/home/index' }, 41030],
    [qrcode, { path: 'pages/home/index', width: 1281 }, 40097],
  ])('with a path are refused as JSON: %s %j', async (address, body, errcode) => {
    expect(await (await limited(address, body)).json()).toMatchObject({ errcode });
    expect(await sandbox.control.codes()).toEqual([]);
  });
});

it('fails as often as a rule says, with HTTP 200 and errcode', async () => {
  await sandbox.control.faults({ on: 'answer', path: '/cgi-bin/stable_token', action: 'error', errcode: 45009, count: 2 });
  expect([(await stableToken()).errcode, (await stableToken()).errcode, (await stableToken()).errcode]).toEqual([45009, 45009, undefined]);
});
