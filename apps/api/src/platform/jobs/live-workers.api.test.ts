import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/harness.js';
import { Config } from '../config/config.js';
import { Jobs } from './jobs.js';
import { LiveWorkers } from './live-workers.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ WORKER: 'false' });
});
afterAll(() => test.close());

const lockedBy = async () =>
  (await test.db.pool.query('select locked_by from graphile_worker._private_jobs order by id')).rows.map((row) => row.locked_by);

it('frees the jobs of a worker that died, and none of one that lives', async () => {
  for (const name of ['a', 'b'])
    await test.db.transaction((tx) => test.app.get(Jobs).add(tx, 'deliver-event', { eventId: name, listener: name }));
  const { databaseUrl } = test.app.get(Config);
  const here = new LiveWorkers(databaseUrl, test.db.pool);
  const there = new LiveWorkers(databaseUrl, test.db.pool);
  await Promise.all([here.start(), there.start()]);
  there.events.emit('worker:create', { worker: { workerId: 'worker-alive' } } as never);
  await test.db.pool.query(
    `update graphile_worker._private_jobs set locked_by = case when payload ->> 'eventId' = 'a' then 'worker-dead' else 'worker-alive' end, locked_at = now() - interval '1 minute'`,
  );
  // The lock of the living one is asked for and not waited for.
  for (let i = 0; i < 100; i += 1) {
    const { rows } = await test.db.pool.query(
      `select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    );
    if (rows.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(await here.sweep()).toEqual(['worker-dead']);
  expect(await lockedBy()).toEqual([null, 'worker-alive']);
  await there.stop();
  for (let i = 0; i < 100 && (await here.sweep()).length === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await lockedBy()).toEqual([null, null]);
  await here.stop();
});
