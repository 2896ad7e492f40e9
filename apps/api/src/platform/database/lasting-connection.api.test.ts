import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase } from '../../../test/harness.js';
import { LastingConnection } from './lasting-connection.js';

let database: Awaited<ReturnType<typeof createDatabase>>;
/** Stands between the connection and PostgreSQL, and can be cut. */
const line = createServer((socket) => {
  tries += 1;
  if (cut) return void socket.destroy();
  const { hostname, port } = new URL(database.databaseUrl);
  const beyond = connect(Number(port), hostname);
  for (const one of [socket, beyond]) open.push(one.on('error', () => undefined));
  socket.pipe(beyond).pipe(socket);
});
const open: Socket[] = [];
let cut = false;
let tries = 0;
beforeAll(async () => {
  database = await createDatabase();
  await new Promise<void>((listening) => void line.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  line.close();
  await database.drop();
});

it('Tries one at a time while PostgreSQL is away, and is there again after it', async () => {
  const url = new URL(database.databaseUrl);
  url.port = String((line.address() as { port: number }).port);
  url.hostname = '127.0.0.1';
  let prepared = 0;
  const lasting = new LastingConnection(url.href, async (client) => {
    await client.query('select 1');
    prepared += 1;
  });
  await lasting.start();
  expect(prepared).toBe(1);

  [cut, tries] = [true, 0];
  for (const socket of open) socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 3200));
  // One for each half second; two for each that failed would be sixty by now.
  expect(tries).toBeGreaterThan(1);
  expect(tries).toBeLessThanOrEqual(7);
  expect(lasting.current).toBeUndefined();

  cut = false;
  await expect.poll(() => lasting.current, { timeout: 5000 }).toBeDefined();
  expect((await lasting.current!.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
  expect(prepared).toBe(2);
  await lasting.stop();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(prepared).toBe(2);
}, 20_000);
