import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../index.js';
import { type Answer, ask, type Caller, caller } from '../../testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Caller;
beforeEach(async () => {
  // Time stands still but for what a test lets pass: no minute ends between two calls.
  const now = new Date();
  sandbox = await startSandbox({ now: () => now });
  shop = await caller(sandbox);
});
afterEach(() => sandbox.stop());

const path = '/wxaapi/newtmpl/getcategory';
const limit = (max: number, per: 'second' | 'minute' | 'day' = 'day', more: object = {}) =>
  sandbox.control.changeSettings({ quotas: [{ path, per, max, ...more }] });
const codes = async (count: number) => {
  const found: unknown[] = [];
  for (let index = 0; index < count; index += 1) found.push((await shop.get(path)).errcode);
  return found;
};
const quota = async (cgiPath = path) => shop.post('/cgi-bin/openapi/quota/get', { cgi_path: cgiPath });

describe('a limit', () => {
  it('holds for a day in China, and is shown', async () => {
    await limit(2);
    expect(await quota()).toMatchObject({ quota: { daily_limit: 2, used: 0, remain: 2 } });
    expect(await codes(3)).toEqual([0, 0, 45009]);
    expect(await quota()).toMatchObject({ quota: { daily_limit: 2, used: 2, remain: 0 } });
    expect((await ask(sandbox, '/sandbox/quotas')).body).toContainEqual({ path, per: 'day', max: 2, used: 2 });
    expect((await shop.get('/wxaapi/newtmpl/gettemplate')).errcode).toBe(0);
    await sandbox.control.advance(86_400_000);
    await shop.renew();
    expect(await codes(1)).toEqual([0]);
  });

  it('of a minute or a second is over soon', async () => {
    await limit(1, 'minute');
    expect(await codes(3)).toEqual([0, 45011, 45011]);
    await sandbox.control.advance(60_000);
    expect(await codes(1)).toEqual([0]);
    await limit(0, 'second', { errcode: 44991 });
    expect(await codes(1)).toEqual([44991]);
    expect(await quota()).toMatchObject({ rate_limit: { call_count: 0, refresh_second: 1 } });
  });

  it('is cleared ten times a month', async () => {
    await limit(1);
    const { appid } = sandbox.credentials;
    const clear = (id = appid) => shop.post('/cgi-bin/clear_quota', { appid: id });
    expect(await clear('wx0')).toMatchObject({ errcode: 40013 });
    for (let index = 0; index < 10; index += 1) {
      expect(await codes(2)).toEqual([0, 45009]);
      expect(await clear()).toEqual({ errcode: 0, errmsg: 'ok' });
    }
    expect(await clear()).toMatchObject({ errcode: 48006 });
    await sandbox.control.advance(31 * 86_400_000);
    await shop.renew();
    expect(await clear()).toMatchObject({ errcode: 0 });
  });

  it('holds for tokens too', async () => {
    await sandbox.control.changeSettings({
      quotas: [
        { path: '/cgi-bin/token', per: 'day', max: 1 },
        { path: '/cgi-bin/stable_token', per: 'minute', max: 1 },
      ],
    });
    const { appid, secret } = sandbox.credentials;
    const plain = async () =>
      (await (await fetch(`${sandbox.url}/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`)).json()) as Answer;
    expect(await plain()).toMatchObject({ errcode: 45009 });
    await sandbox.control.changeSettings({ quotas: [{ path: '/cgi-bin/stable_token', per: 'day', max: 1 }] });
    const stable = () => shop.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret });
    expect([await stable(), await stable()]).toMatchObject([{ expires_in: expect.any(Number) }, { errcode: 45009 }]);
  });

  it('of logins is one customer’s, and leaves the code good', async () => {
    await sandbox.control.changeSettings({ loginsPerMinute: 1 });
    const { appid, secret } = sandbox.credentials;
    const login = async (code: string) =>
      (await (
        await fetch(`${sandbox.url}/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${code}&grant_type=authorization_code`)
      ).json()) as Answer;
    const [first, second] = [await sandbox.control.createCustomer(), await sandbox.control.createCustomer()];
    await login(await sandbox.control.loginCode(first.id));
    const code = await sandbox.control.loginCode(first.id);
    expect(await login(code)).toMatchObject({ errcode: 45011 });
    expect(await login(await sandbox.control.loginCode(second.id))).toMatchObject({ openid: second.openid });
    await sandbox.control.advance(60_000);
    expect(await login(code)).toMatchObject({ openid: first.openid });
  });

  it('is not asked of an interface that is none', async () => {
    expect(await quota('/wxa/none')).toMatchObject({ errcode: 76021 });
    expect(await quota('/wxa/getwxacodeunlimit')).toMatchObject({ rate_limit: { call_count: 5000, refresh_second: 60 } });
    await expect(sandbox.control.changeSettings({ quotas: [{ path, per: 'day', max: -1 }] })).rejects.toThrow('quotas');
  });
});

describe('a rid', () => {
  it('tells of a refused call for seven days, without its secrets', async () => {
    const { errmsg } = await shop.post('/cgi-bin/message/subscribe/send?debug=1', { touser: 'oNobody', template_id: 'x', data: {} });
    const rid = /rid: (\S+)$/.exec(String(errmsg))?.[1] ?? '';
    const get = (value: string) =>
      shop.post('/cgi-bin/openapi/rid/get', { rid: value }) as Promise<Answer & { request: Record<string, string> }>;
    const { request } = await get(rid);
    expect(request).toMatchObject({
      request_url: expect.stringContaining('/cgi-bin/message/subscribe/send?debug=1'),
      request_body: expect.stringContaining('oNobody'),
      client_ip: '127.0.0.1',
      invoke_time: expect.any(Number),
    });
    expect(JSON.parse(request.response_body ?? '')).toMatchObject({ errcode: 40003 });
    expect(request.request_url).not.toContain(shop.token);
    expect(await get('00000000-00000000-00000000')).toMatchObject({ errcode: 76001 });
    expect(await get('rid')).toMatchObject({ errcode: 76002 });
    await sandbox.control.advance(7 * 86_400_000 + 1000);
    await shop.renew();
    expect(await get(rid)).toMatchObject({ errcode: 76004 });
  });
});
