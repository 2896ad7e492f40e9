import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../index.js';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ shop: { h5: 'http://localhost:7001', api: 'http://localhost:7003', name: '叠翠茶馆' } });
});
afterAll(() => sandbox.stop());

const get = async (path: string) => {
  const answer = await fetch(sandbox.url + path);
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
};

it('is a page whose every file is served with its type', async () => {
  const page = await get('/');
  expect(page).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
  expect((await get('/phone')).text).toBe(page.text);
  const wanted = new Set([...page.text.matchAll(/(?:src|href)="(\/phone\/[^"]+)"/g)].map((match) => match[1] ?? ''));
  // A set grows while it is walked: modules name further modules.
  for (const path of wanted) {
    const file = await get(path);
    expect([path, file.status]).toEqual([path, 200]);
    if (!path.endsWith('.js')) continue;
    expect(file.type).toContain('text/javascript');
    for (const match of file.text.matchAll(/from '\.\/([^']+)'/g)) wanted.add(`/phone/${match[1] ?? ''}`);
  }
  expect([...wanted].sort()).toContain('/phone/words.js');
});

it('is told what changed, and nothing when nothing did', async () => {
  const { id } = await sandbox.control.createCustomer('陈默');
  const first = await get('/sandbox/phone?after=-1');
  const world = JSON.parse(first.text) as { version: number; customers: object[]; shop: object };
  expect(world.customers).toMatchObject([{ id, nickname: '陈默' }]);
  expect(first.text).not.toContain('sessionKey');
  expect(world.shop).toEqual({
    h5Url: 'http://localhost:7001',
    apiUrl: 'http://localhost:7003',
    name: '叠翠茶馆',
    homePage: 'pages/home/index',
  });
  expect((await get(`/sandbox/phone?after=${world.version}`)).status).toBe(204);
});

it('shows the picture of a code', async () => {
  const { appid, secret } = sandbox.credentials;
  const token = await fetch(`${sandbox.url}/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`);
  const { access_token: accessToken } = (await token.json()) as { access_token: string };
  await fetch(`${sandbox.url}/wxa/getwxacodeunlimit?access_token=${accessToken}`, {
    method: 'POST',
    body: JSON.stringify({ scene: 't-08', page: 'pages/menu/index' }),
  });
  const [code] = await sandbox.control.codes();
  expect(code?.path).toBe('pages/menu/index?scene=t-08');
  expect(await get(code?.imageUrl ?? '')).toMatchObject({ status: 200, type: 'image/png' });
  expect((await get('/sandbox/codes/none/image')).status).toBe(404);
});
