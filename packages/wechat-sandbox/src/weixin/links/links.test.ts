import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../index.js';
import { ask, type Caller, caller } from '../../testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Caller;
beforeEach(async () => {
  sandbox = await startSandbox({ pages: ['pages/home/index', 'pages/menu/index'] });
  shop = await caller(sandbox);
});
afterEach(() => sandbox.stop());

const seconds = () => Math.floor(Date.now() / 1000);
const scheme = (jump: object = {}, more: object = {}) =>
  shop.post('/wxa/generatescheme', { jump_wxa: { path: 'pages/menu/index', query: 'table=A1&x=%E8%8C%B6', ...jump }, ...more });
const link = (more: object = {}) => shop.post('/wxa/generate_urllink', { path: 'pages/menu/index', query: 'a=1', ...more });
const short = (more: object = {}) => shop.post('/wxa/genwxashortlink', { page_url: 'pages/menu/index?a=1', page_title: '茶单', ...more });
const open = async (url: unknown) => ask(sandbox, '/sandbox/links/open', { url });

describe('a URL scheme', () => {
  it('opens its page with its query, is known, and ends', async () => {
    const { openlink } = await scheme({ env_version: 'trial' }, { expire_type: 1, expire_interval: 7 });
    expect(openlink).toMatch(/^weixin:\/\/dl\/business\/\?t=\w+$/);
    expect((await open(openlink)).body).toEqual({
      path: 'pages/menu/index',
      query: { table: 'A1', x: '茶' },
      envVersion: 'trial',
      scene: 1065,
    });
    expect((await open(`${String(openlink)}&cq=sms`)).body).toMatchObject({ query: { table: 'A1', cq: 'sms' } });
    const { scheme_info: info } = (await shop.post('/wxa/queryscheme', { scheme: openlink })) as { scheme_info: Record<string, number> };
    expect(info).toMatchObject({
      appid: sandbox.credentials.appid,
      path: 'pages/menu/index',
      query: 'table=A1&x=%E8%8C%B6',
      env_version: 'trial',
    });
    expect((info.expire_time ?? 0) - (info.create_time ?? 0)).toBe(7 * 86_400);
    expect(await shop.post('/wxa/queryscheme', { scheme: openlink, query_type: 1 })).toMatchObject({
      quota_info: { remain_visit_quota: 5_999_998 },
    });
    await sandbox.control.advance(7 * 86_400_000 + 1000);
    expect((await open(openlink)).status).toBe(400);
  });

  it('may be plain, made by nobody', async () => {
    const { appid } = sandbox.credentials;
    const plain = (path: string, id = appid) =>
      `weixin://dl/business/?appid=${id}&path=${path}&query=${encodeURIComponent('a=1')}&env_version=release`;
    expect((await open(plain('pages/menu/index'))).body).toEqual({
      path: 'pages/menu/index',
      query: { a: '1' },
      envVersion: 'release',
      scene: 1286,
    });
    expect((await open(plain('pages/none'))).status).toBe(400);
    expect((await open(plain('pages/menu/index', 'wx0'))).status).toBe(404);
  });

  it('ends a minute to thirty days ahead', async () => {
    for (const [expire, errcode] of [
      [{ expire_time: seconds() + 30 }, 85401],
      [{ expire_time: seconds() + 31 * 86_400 }, 85401],
      [{ expire_type: 1, expire_interval: 31 }, 85401],
      [{ expire_type: 1, expire_interval: 0 }, 85401],
      [{ expire_time: seconds() + 3600 }, 0],
    ] as const) {
      expect([expire, (await scheme({}, expire)).errcode]).toEqual([expire, errcode]);
    }
    const { openlink } = await scheme({}, { expire_time: seconds() + 3600 });
    await sandbox.control.advance(3_500_000);
    expect((await open(openlink)).status).toBe(200);
    await sandbox.control.advance(200_000);
    expect((await open(openlink)).status).toBe(400);
    const { openlink: unlimited } = await scheme({}, { is_expire: false });
    await sandbox.control.advance(30 * 86_400_000 + 1000);
    expect((await open(unlimited)).status).toBe(400);
  });

  it.each([
    [{ path: 'pages/none' }, 40165],
    [{ path: 'pages/menu/index?a=1' }, 40165],
    [{ query: 'a=茶' }, 40212],
    [{ query: 'a'.repeat(1025) }, 40212],
    [{ env_version: 'beta' }, 85402],
  ])('is not made to %o', async (jump, errcode) => {
    expect(await scheme(jump)).toMatchObject({ errcode });
    expect(await sandbox.control.links()).toEqual([]);
  });

  it('needs a released app, except for its other versions', async () => {
    await sandbox.control.changeSettings({ published: false });
    expect(await scheme()).toMatchObject({ errcode: 85079 });
    expect(await scheme({ env_version: 'trial' })).toMatchObject({ errcode: 0 });
  });
});

it('a URL link opens the home page when it names none, and each day has its openings', async () => {
  await sandbox.control.changeSettings({ linkVisitsPerDay: 2 });
  const { url_link: url } = await link({ path: '', query: '' });
  expect(url).toMatch(/^https:\/\/wxaurl\.cn\/\w+$/);
  expect((await open(url)).body).toEqual({ path: 'pages/home/index', query: {}, envVersion: 'release', scene: 1194 });
  expect(await shop.post('/wxa/query_urllink', { url_link: url })).toMatchObject({ url_link_info: { path: 'pages/home/index' } });
  expect(await shop.post('/wxa/query_urllink', { url_link: 'https://wxaurl.cn/none' })).toMatchObject({ errcode: 85403 });
  expect(await shop.post('/wxa/queryscheme', { scheme: url })).toMatchObject({ errcode: 85403 });
  expect([(await open(url)).status, (await open(url)).status]).toEqual([200, 400]);
  await sandbox.control.advance(86_400_000);
  expect((await open(url)).status).toBe(200);
  expect((await open('https://wxaurl.cn/none')).status).toBe(404);
});

it('a short link is for shops, for thirty days or for ever', async () => {
  await sandbox.control.changeSettings({ permanentShortLinks: 1 });
  const { link: temporary } = await short();
  const { link: permanent } = await short({ is_permanent: true });
  expect(temporary).toMatch(/^#小程序:\/\/茶单\/\w+$/);
  expect(await short({ is_permanent: true })).toMatchObject({ errcode: 85400 });
  expect(await short({ page_url: 'pages/none' })).toMatchObject({ errcode: 40066 });
  expect(await short({ page_title: '茶'.repeat(21) })).toMatchObject({ errcode: 40225 });
  expect((await open(temporary)).body).toMatchObject({ path: 'pages/menu/index', query: { a: '1' } });
  await sandbox.control.advance(31 * 86_400_000);
  expect([(await open(temporary)).status, (await open(permanent)).status]).toEqual([400, 200]);
  await shop.renew();
  await sandbox.control.changeSettings({ ecommerce: false });
  expect(await short()).toMatchObject({ errcode: 43104 });
});

it('schemes and links share their hundred a second', async () => {
  await sandbox.control.changeSettings({
    quotas: ['/wxa/generatescheme', '/wxa/generate_urllink'].map((path) => ({
      path,
      group: 'links',
      per: 'day' as const,
      max: 2,
      errcode: 44993,
    })),
  });
  const codes = [(await scheme()).errcode, (await link()).errcode, (await scheme()).errcode, (await link()).errcode];
  expect(codes).toEqual([0, 0, 44993, 44993]);
  const frozen = new Date();
  const still = await startSandbox({ now: () => frozen });
  const calls = await caller(still);
  const many = await Promise.all(Array.from({ length: 101 }, () => calls.post('/wxa/generatescheme', {})));
  expect(many.filter(({ errcode }) => errcode === 0)).toHaveLength(100);
  expect(many.filter(({ errcode }) => errcode === 44990)).toHaveLength(1);
  await still.stop();
});
