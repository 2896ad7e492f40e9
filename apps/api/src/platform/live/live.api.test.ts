import { afterAll, beforeAll, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createTestApp, type TestApp } from '../../../test/harness.js';
import { AuthRegistry } from '../auth/callers.js';
import { Live } from './live.js';
import { LiveTopics } from './live-topics.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  test.app.get(AuthRegistry).customer = async (token) => (token === 'token-of-lin' ? { kind: 'customer', customerId: 'lin' } : undefined);
  test.app.get(LiveTopics).allow('parcel', (caller, id) => caller.kind === 'customer' && id === 'lins');
});
afterAll(() => test.close());

/** Opens a socket; gives what it says and why it closes. */
function listen(query: string) {
  const socket = new WebSocket(`${test.url.replace('http', 'ws')}/api/v1/live?${query}`);
  const messages: { topic: string; data: unknown }[] = [];
  socket.on('message', (bytes) => messages.push(JSON.parse(String(bytes))));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const until = async (count: number) => {
    for (let i = 0; i < 100 && messages.length < count; i += 1) await new Promise((resolve) => setTimeout(resolve, 30));
    return messages;
  };
  return { socket, closed, until };
}

it('tells what was committed, and only that', async () => {
  const { socket, until } = listen('topics=parcel:lins&token=token-of-lin');
  expect(await until(1)).toEqual([{ topic: 'ready', data: null }]);
  const live = test.app.get(Live);
  await expect(
    test.db.transaction(async (tx) => {
      await live.publish(tx, 'parcel:lins', { lost: true });
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await test.db.transaction((tx) => live.publish(tx, 'parcel:lins', { at: 'door' }));
  await test.db.transaction((tx) => live.publish(tx, 'parcel:others', { at: 'door' }));
  await test.db.transaction((tx) => live.publish(tx, 'parcel:lins', { at: 'table' }));
  expect((await until(3)).slice(1)).toEqual([
    { topic: 'parcel:lins', data: { at: 'door' } },
    { topic: 'parcel:lins', data: { at: 'table' } },
  ]);
  socket.close();
});

it('closes on a stranger, on a topic of others, and on a topic nobody knows', async () => {
  expect(await listen('topics=parcel:lins').closed).toBe(4401);
  expect(await listen('topics=parcel:lins&token=forged').closed).toBe(4401);
  expect(await listen('topics=parcel:wangs&token=token-of-lin').closed).toBe(4403);
  expect(await listen('topics=unheard:of&token=token-of-lin').closed).toBe(4403);
  expect(await listen('token=token-of-lin').closed).toBe(4403);
});

it('tells everyone to load again after the connection to PostgreSQL broke', async () => {
  const { socket, until } = listen('topics=parcel:lins&token=token-of-lin');
  await until(1);
  await test.db.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
  );
  expect((await until(2))[1]).toEqual({ topic: 'parcel:lins', data: null });
  socket.close();
});

it('refuses a message that PostgreSQL could not carry', async () => {
  await expect(test.db.transaction((tx) => test.app.get(Live).publish(tx, 'parcel:lins', 'x'.repeat(8000)))).rejects.toThrow(RangeError);
});
