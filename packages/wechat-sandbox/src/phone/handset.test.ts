import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../index.js';

const store = { name: '老街店', latitude: 31.2273, longitude: 121.4921 };
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ shop: { places: async () => [store] } });
});
afterAll(() => sandbox.stop());

const post = async (path: string, body: object) => {
  const answer = await fetch(sandbox.url + path, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

it('tells a position only after privacy and position were allowed, and keeps both answers', async () => {
  const { id } = await sandbox.control.createCustomer();
  const locate = async () => (await post('/sandbox/locate', { customerId: id })).body;
  expect(await locate()).toEqual({ errMsg: 'getLocation:fail privacy permission is not authorized' });
  await post('/sandbox/handset/privacy', { customerId: id, answer: 'agree' });
  expect(await locate()).toEqual({ errMsg: 'getLocation:fail auth deny' });
  await post('/sandbox/handset/location', { customerId: id, answer: 'allow' });
  // A phone that nobody carried anywhere is before the shop's first store.
  const { latitude, longitude, errMsg } = await locate();
  expect([errMsg, longitude]).toEqual(['getLocation:ok', store.longitude]);
  expect(Math.abs(Number(latitude) - store.latitude)).toBeLessThan(0.001);
  await post('/sandbox/handset/place', { customerId: id, name: '西湖', latitude: 30.24, longitude: 120.15 });
  expect(await locate()).toEqual({ errMsg: 'getLocation:ok', latitude: 30.24, longitude: 120.15 });
  await sandbox.control.permitLocation(id, 'refuse');
  expect(await locate()).toEqual({ errMsg: 'getLocation:fail auth deny' });
  await sandbox.control.answerPrivacy(id, null);
  expect(await sandbox.control.handset(id)).toMatchObject({ privacyAgreed: false, location: 'refuse', place: { name: '西湖' } });
});

it('knows spots by the stores and away from them, and some without a shop', async () => {
  expect((await sandbox.control.places()).map(({ name }) => name)).toEqual(['老街店门口', '离老街店五公里', '杭州 · 西湖']);
  const alone = await startSandbox({ shop: { places: () => Promise.reject(new Error('The shop is closed.')) } });
  try {
    expect((await alone.control.places()).map(({ name }) => name)).toEqual(['上海 · 人民广场', '杭州 · 西湖']);
    expect((await alone.control.handset()).place.name).toBe('上海 · 人民广场');
  } finally {
    await alone.stop();
  }
});

it('refuses answers and places that are none', async () => {
  for (const [path, body] of [
    ['privacy', { answer: 'perhaps' }],
    ['location', { answer: 'sometimes' }],
    ['place', { name: 'nowhere', latitude: 91, longitude: 0 }],
    ['place', { name: 'nowhere', latitude: '31', longitude: 121 }],
  ] as const)
    expect([path, body, (await post(`/sandbox/handset/${path}`, body)).status]).toEqual([path, body, 400]);
});
