import { afterEach, expect, it } from 'vitest';
import { startProgram } from '../../test/program.js';

let started: Awaited<ReturnType<typeof startProgram>>;
afterEach(() => started?.host.close());
const ok = { errcode: 0, errmsg: 'ok' };

it('makes links that end after days, or at an instant', async () => {
  const now = () => new Date(1_763_600_000_000);
  started = await startProgram(
    {
      '/wxa/generatescheme': { ...ok, openlink: 'weixin://dl/business/?t=x' },
      '/wxa/generate_urllink': { ...ok, url_link: 'https://wxaurl.cn/x' },
    },
    { now },
  );
  const { links } = started.program;
  await links.scheme({ path: 'pages/home/index', query: 'a=1', days: 7, envVersion: 'trial' });
  await links.scheme({});
  await links.url({ until: new Date(1_763_700_000_900) });
  expect(started.posted('/wxa/generatescheme')).toEqual([
    { jump_wxa: { path: 'pages/home/index', query: 'a=1', env_version: 'trial' }, is_expire: true, expire_type: 1, expire_interval: 7 },
    { jump_wxa: { path: '', query: '' }, is_expire: true, expire_type: 1, expire_interval: 30 },
  ]);
  expect(started.posted('/wxa/generate_urllink')).toEqual([{ path: '', query: '', expire_type: 0, expire_time: 1_763_700_000 }]);
  expect(links.plainScheme({ path: 'pages/home/index', query: 'a=1&b=茶' })).toBe(
    'weixin://dl/business/?appid=wx1&path=pages%2Fhome%2Findex&query=a%3D1%26b%3D%E8%8C%B6&env_version=release',
  );
});
it('says where a link leads, and how often it may still be opened', async () => {
  const info = {
    appid: 'wx1',
    path: 'pages/home/index',
    query: 'a=1',
    create_time: 1_763_600_000,
    expire_time: 1_763_700_000,
    env_version: 'release',
  };
  const quota = (heard: { body: string }, field: string) =>
    heard.body.includes('"query_type":1') ? { ...ok, quota_info: { remain_visit_quota: 12 } } : { ...ok, [field]: info };
  started = await startProgram({
    '/wxa/queryscheme': (heard) => quota(heard, 'scheme_info'),
    '/wxa/query_urllink': (heard) => quota(heard, 'url_link_info'),
  });
  const { links } = started.program;
  const state = {
    ok: true,
    value: { path: 'pages/home/index', query: 'a=1', createdAt: new Date(1_763_600_000_000), expiresAt: new Date(1_763_700_000_000) },
  };
  expect(await links.readScheme('weixin://dl/business/?t=x')).toEqual(state);
  expect(await links.readUrl('https://wxaurl.cn/x')).toEqual(state);
  expect(await links.visitsLeft('weixin://dl/business/?t=x')).toEqual({ ok: true, value: 12 });
  expect(await links.visitsLeft('https://wxaurl.cn/x')).toEqual({ ok: true, value: 12 });
});
it('takes no yes that lacks its link for one', async () => {
  started = await startProgram({});
  const { links } = started.program;
  for (const answer of [links.scheme({}), links.url({}), links.short('pages/a', 'a'), links.readScheme('x'), links.visitsLeft('x')])
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'invalid', code: 'UNREADABLE' } });
});
it('sends nothing that breaks a limit', async () => {
  started = await startProgram({}, { now: () => new Date('2026-11-21T00:00:00Z') });
  const { links } = started.program;
  const broken = [
    links.scheme({ path: 'pages/a?b=1' }),
    links.url({ query: 'x'.repeat(1025) }),
    links.url({ query: '茶' }),
    links.scheme({ days: 31 }),
    links.scheme({ days: 0.5 }),
    links.url({ until: new Date('2026-11-21T00:00:59Z') }),
    links.url({ until: new Date('2026-12-21T00:00:01Z') }),
    links.short('p'.repeat(1025), 'a'),
  ];
  for (const answer of broken)
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'refused', code: 'UNFIT', retryable: false, unsent: true } });
  expect(started.host.heard).toHaveLength(0);
  expect(() => links.plainScheme({ query: 'x'.repeat(513) })).toThrow(RangeError);
});
