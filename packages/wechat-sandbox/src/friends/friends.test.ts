import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../index.js';

let sandbox: RunningSandbox;
let lin: string;
let chen: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  lin = (await sandbox.control.createCustomer('林小满')).id;
  chen = (await sandbox.control.createCustomer('陈小寒')).id;
});
afterAll(() => sandbox.stop());

const post = async (path: string, body: object) => {
  const answer = await fetch(sandbox.url + path, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

it('brings a shared card to the friend, who opens the mini program with its path', async () => {
  const { control } = sandbox;
  const card = await control.shareCard(lin, chen, { title: '桂花乌龙', path: '/pages/menu/index?store=1&product=2' });
  const [arrived] = await control.friendMessages(chen);
  expect(arrived).toMatchObject({ id: card.id, from: lin, to: chen, type: 'card', content: { title: '桂花乌龙' } });
  expect(await control.openSharedCard(card.id)).toEqual({
    path: 'pages/menu/index',
    query: { store: '1', product: '2' },
    envVersion: 'release',
    scene: 1007,
  });
  expect((await control.state()).activity).toHaveProperty((await control.customers())[1]?.openid ?? '');
});

it('keeps a chat between its two people', async () => {
  const zhou = (await sandbox.control.createCustomer('周处暑')).id;
  const { status, body } = await post('/sandbox/friends/text', { customerId: chen, friendId: lin, content: '来两杯' });
  expect([status, body.content]).toEqual([200, { content: '来两杯' }]);
  expect((await sandbox.control.friendMessages(lin)).at(-1)).toMatchObject({ from: chen, to: lin, content: { content: '来两杯' } });
  expect(await sandbox.control.friendMessages(zhou)).toEqual([]);
  const card = await sandbox.control.shareCard(lin, chen, { title: '桂花乌龙', path: 'pages/home/index' });
  expect((await post(`/sandbox/friends/${card.id}/open`, { customerId: zhou })).status).toBe(404);
  expect((await post(`/sandbox/friends/${card.id}/open`, {})).body).toMatchObject({ path: 'pages/home/index', scene: 1007 });
});

it('refuses a text without words, a card without a title, and writing to oneself or to nobody', async () => {
  for (const [path, body, status] of [
    ['text', { friendId: lin, content: '  ' }, 400],
    ['text', { friendId: chen, content: '自言自语' }, 400],
    ['text', { friendId: 'nobody', content: '喂' }, 404],
    ['card', { friendId: lin, title: '', path: 'pages/home/index' }, 400],
    ['card', { friendId: lin, title: '没有路径' }, 400],
  ] as const)
    expect([path, body, (await post(`/sandbox/friends/${path}`, { customerId: chen, ...body })).status]).toEqual([path, body, status]);
});

it('remembers until when a chat was read', async () => {
  await sandbox.control.readChat(chen, lin);
  const seen = (await sandbox.control.state()).readUntil[chen]?.[lin] ?? 0;
  await sandbox.control.advance(60_000);
  const later = await sandbox.control.tellFriend(lin, chen, '到了吗');
  expect(later.at).toBeGreaterThan(seen);
  await post('/sandbox/friends/read', { customerId: chen, chat: lin });
  expect((await sandbox.control.state()).readUntil[chen]?.[lin]).toBeGreaterThanOrEqual(later.at);
});
