import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/harness.js';
import { Idempotency } from './idempotency.js';
import { Problem } from './problem.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  await test.db.pool.query('create table bought (id serial primary key, what text)');
});
afterAll(() => test.close());

const buy = (key: string, what: string, pauseMs = 0) =>
  test.db.transaction((tx) =>
    test.app.get(Idempotency).once(tx, { scope: 'buy:lin', key, body: { what } }, async () => {
      const [row]: { id: number }[] = await tx.query('insert into bought (what) values ($1) returning id', [what]);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return { id: row!.id };
    }),
  );
const bought = async (what: string) => (await test.db.pool.query('select 1 from bought where what = $1', [what])).rowCount;

it('does the work once for a key, and answers the same again', async () => {
  expect(await buy('k1', 'tea')).toEqual(await buy('k1', 'tea'));
  expect(await bought('tea')).toBe(1);
});
it('lets twins at the same moment wait for the first', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => buy('k2', 'coffee', 50)));
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect(await bought('coffee')).toBe(1);
});
it('refuses the key with another body', async () => {
  await buy('k3', 'milk');
  const refused = await buy('k3', 'water').catch((error: unknown) => error);
  expect((refused as Problem).def.code).toBe('common.idempotency_key_reused');
  expect(await bought('water')).toBe(0);
});
it('forgets a key whose work failed', async () => {
  const failing = test.db.transaction((tx) =>
    test.app.get(Idempotency).once(tx, { scope: 'buy:lin', key: 'k4', body: {} }, () => Promise.reject(new Error('no'))),
  );
  await expect(failing).rejects.toThrow('no');
  await buy('k4', 'rice');
  expect(await bought('rice')).toBe(1);
});
