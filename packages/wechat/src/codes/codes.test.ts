import { afterEach, expect, it } from 'vitest';
import { startProgram } from '../../test/program.js';
import { isScene } from '../index.js';

let started: Awaited<ReturnType<typeof startProgram>>;
afterEach(() => started?.host.close());
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

it('draws codes of each kind, looking as asked', async () => {
  started = await startProgram({ '/wxa/getwxacodeunlimit': png, '/wxa/getwxacode': png, '/cgi-bin/wxaapp/createwxaqrcode': png });
  const { codes } = started.program;
  const picture = { ok: true, value: { bytes: png, contentType: 'image/png' } };
  expect(
    await codes.unlimited({
      scene: 't=8',
      page: 'pages/menu/index',
      checkPath: false,
      envVersion: 'trial',
      transparent: true,
      color: { r: 1, g: 2, b: 3 },
    }),
  ).toEqual(picture);
  expect(await codes.limited({ path: 'pages/menu/index?table=8', width: 280, autoColor: true })).toEqual(picture);
  expect(await codes.square('pages/menu/index', 430)).toEqual(picture);
  expect(started.posted('/wxa/getwxacodeunlimit')).toEqual([
    { scene: 't=8', page: 'pages/menu/index', check_path: false, env_version: 'trial', is_hyaline: true, line_color: { r: 1, g: 2, b: 3 } },
  ]);
  expect(started.posted('/wxa/getwxacode')).toEqual([{ path: 'pages/menu/index?table=8', width: 280, auto_color: true }]);
  expect(started.posted('/cgi-bin/wxaapp/createwxaqrcode')).toEqual([{ path: 'pages/menu/index', width: 430 }]);
});
it('knows a refusal from a picture, with its rid', async () => {
  started = await startProgram({ '/wxa/getwxacode': { errcode: 45_029, errmsg: 'qrcode count out of limit rid: 6a-7b-8c' } });
  expect(await started.program.codes.limited({ path: 'pages/menu/index' })).toMatchObject({
    ok: false,
    error: { kind: 'refused', code: '45029', requestId: '6a-7b-8c', retryable: false },
  });
});
it.each([
  ["a1!#$&'()*+,/:;=?@-._~", true],
  ['x'.repeat(32), true],
  ['x'.repeat(33), false],
  ['', false],
  ['桌8', false],
  ['a%20b', false],
  ['a b', false],
])('scene %j fits: %s', (scene, fits) => expect(isScene(scene)).toBe(fits));
it('sends nothing that breaks a limit, and says which', async () => {
  started = await startProgram({});
  const { codes } = started.program;
  expect(await codes.unlimited({ scene: '桌8', page: '/pages/menu', width: 279 })).toMatchObject({
    ok: false,
    error: {
      api: 'POST /wxa/getwxacodeunlimit',
      code: 'UNFIT',
      message: "scene is 1 to 32 of digits, letters and !#$&'()*+,/:;=?@-._~; page has no leading slash and no query; width is 280 to 1280",
    },
  });
  for (const answer of [
    codes.unlimited({ scene: 'a', page: 'pages/menu?a=1' }),
    codes.limited({ path: 'p'.repeat(1025) }),
    codes.limited({ path: 'p', width: 1281 }),
    codes.square('p'.repeat(129)),
    codes.square(''),
  ])
    expect(await answer).toMatchObject({ ok: false, error: { code: 'UNFIT' } });
  expect(started.host.heard).toHaveLength(0);
});
