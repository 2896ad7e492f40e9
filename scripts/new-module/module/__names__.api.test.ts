import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/harness.js';
import { ownerEnv, signInOperator } from '../../../test/operators.js';

let test: TestApp;
let owner: { cookie: string };
beforeAll(async () => {
  test = await createTestApp(ownerEnv);
  owner = await signInOperator(test);
});
afterAll(() => test.close());

const path = '/api/v1/admin/__names__';

it('makes one, which is listed, and is in the audit', async () => {
  const made = await test.request('POST', path, { as: owner, body: { name: '第一个' } });
  expect(made).toMatchObject({ status: 201, body: { name: '第一个' } });
  expect((await test.request('GET', path, { as: owner })).body).toEqual({ items: [made.body], nextCursor: null });
  expect((await test.request('GET', '/api/v1/admin/audit', { as: owner })).body.items[0]).toMatchObject({
    action: '__names_snake__.create',
    entityId: made.body.id,
  });
});

it('takes nothing from strangers, and nothing that does not fit', async () => {
  expect((await test.request('POST', path, { body: { name: '陌生人' } })).status).toBe(401);
  expect((await test.request('POST', path, { as: owner, body: { name: '', more: 1 } })).status).toBe(400);
  expect((await test.request('GET', `${path}/0190f3b0-0000-7000-8000-000000000000`, { as: owner })).body.code).toBe(
    '__names_snake__.not_found',
  );
});
