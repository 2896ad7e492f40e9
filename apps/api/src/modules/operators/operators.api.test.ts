import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { code, createTestApp, type TestApp } from '../../../test/harness.js';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';

class HandClock extends Clock {
  at = Date.parse('2026-11-21T02:00:00Z');
  now = () => new Date(this.at);
  pass = (ms: number) => (this.at += ms);
}
const clock = new HandClock();
const day = 86_400_000;
let test: TestApp;
let owner: { cookie: string };
beforeAll(async () => {
  test = await createTestApp({ ...ownerEnv, ORIGINS: 'https://panel.example.com' }, clock);
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.pool.query('delete from operators_attempts');
  owner = await signInOperator(test);
});
const api = '/api/v1/admin';

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and an operator with the owner’s permissions', async () => {
    const { headers, body } = await test.request('POST', `${api}/sign-in`, {
      body: { email: 'OWNER@example.com', password: ownerEnv.OWNER_PASSWORD },
    });
    expect(headers.getSetCookie()[0]).toMatch(/^pailou_session=[\w-]{43};.*HttpOnly.*SameSite=Lax/);
    expect(body).toMatchObject({ email: 'owner@example.com', storeIds: null, totpEnabled: false });
    expect(body.permissions).toContain('orders:refund');
    const kept = await test.db.pool.query('select token_hash from operators_sessions');
    expect(JSON.stringify(kept.rows)).not.toContain(headers.getSetCookie()[0]!.slice(15, 58));
  });
  it('tells nobody whether the address is known', async () => {
    expect(await code(test.request('POST', `${api}/sign-in`, { body: { email: 'owner@example.com', password: 'wrong' } }))).toEqual([
      401,
      'operators.wrong_credentials',
    ]);
    expect(await code(test.request('POST', `${api}/sign-in`, { body: { email: 'nobody@example.com', password: 'wrong' } }))).toEqual([
      401,
      'operators.wrong_credentials',
    ]);
  });
  it('locks after five failures, also when they come at once, and opens again after 15 minutes', async () => {
    const wrong = () => code(test.request('POST', `${api}/sign-in`, { body: { email: 'owner@example.com', password: 'wrong' } }));
    const answers = await Promise.all(Array.from({ length: 12 }, wrong));
    expect(answers.filter(([status]) => status === 401)).toHaveLength(5);
    expect(answers.filter(([, name]) => name === 'operators.locked')).toHaveLength(7);
    expect(
      await code(test.request('POST', `${api}/sign-in`, { body: { email: 'owner@example.com', password: ownerEnv.OWNER_PASSWORD } })),
    ).toEqual([429, 'operators.locked']);
    clock.pass(15 * 60_000 + 1);
    await signInOperator(test);
  });
  it('is limited by address over the proxy', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const answers = [];
    for (let i = 0; i < 31; i += 1)
      answers.push((await test.request('POST', `${api}/sign-in`, { headers, body: { email: `x${i}@example.com`, password: 'x' } })).status);
    expect(answers.at(-1)).toBe(429);
    expect(answers[0]).toBe(401);
  });
  it('refuses bad bodies without reading on', async () => {
    for (const body of [
      {},
      { email: 'x', password: 'y' },
      { email: 'a@b.cn', password: 'y', admin: true },
      { email: 'a@b.cn', password: 'y'.repeat(201) },
      '[]',
    ])
      expect(await code(test.request('POST', `${api}/sign-in`, { body, headers: { 'content-type': 'application/json' } }))).toEqual([
        400,
        'common.validation',
      ]);
  });
});

describe('a session', () => {
  it('is listed, ended, and dead at once', async () => {
    const second = await signInOperator(test);
    const { body } = await test.request('GET', `${api}/me/sessions`, { as: second });
    const others = body.filter((session: { current: boolean }) => !session.current);
    expect(body.filter((session: { current: boolean }) => session.current)).toHaveLength(1);
    for (const { id } of others) expect((await test.request('DELETE', `${api}/me/sessions/${id}`, { as: second })).status).toBe(204);
    expect(await code(test.request('GET', `${api}/me`, { as: owner }))).toEqual([401, 'common.unauthenticated']);
    expect((await test.request('POST', `${api}/sign-out`, { as: second })).status).toBe(204);
    expect((await test.request('GET', `${api}/me`, { as: second })).status).toBe(401);
  });
  it('ends by rest and by age', async () => {
    clock.pass(7 * day + 1);
    expect((await test.request('GET', `${api}/me`, { as: owner })).status).toBe(401);
    const fresh = await signInOperator(test);
    for (let days = 0; days < 30; days += 6) {
      clock.pass(6 * day);
      await test.request('GET', `${api}/me`, { as: fresh });
    }
    expect((await test.request('GET', `${api}/me`, { as: fresh })).status).toBe(401);
  });
  it('is not another’s to end, and changes nothing from a foreign page', async () => {
    const staff = await newOperator(test, owner, ['orders:read'], null);
    const [{ id }] = (await test.request('GET', `${api}/me/sessions`, { as: owner })).body;
    expect(await code(test.request('DELETE', `${api}/me/sessions/${id}`, { as: staff }))).toEqual([404, 'operators.session_not_found']);
    expect((await test.request('POST', `${api}/sign-out`, { as: owner, headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await test.request('GET', `${api}/me`, { as: owner })).status).toBe(200);
  });
});

describe('one’s own way in', () => {
  it('a new password ends the other sessions, and the old one is needed for it', async () => {
    const staff = await newOperator(test, owner, [], []);
    const second = await signInOperator(test, staff.email, 'a long enough password');
    const change = (current: string) =>
      test.request('POST', `${api}/me/password`, { as: second, body: { current, next: 'another long password' } });
    expect(await code(change('wrong'))).toEqual([422, 'operators.wrong_password']);
    expect((await change('a long enough password')).status).toBe(204);
    expect((await test.request('GET', `${api}/me`, { as: staff })).status).toBe(401);
    expect((await test.request('GET', `${api}/me`, { as: second })).status).toBe(200);
    await signInOperator(test, staff.email, 'another long password');
  });
  it('an authenticator asks for a code that works once', async () => {
    const staff = await newOperator(test, owner, [], []);
    const { body: setup } = await test.request('POST', `${api}/me/totp`, { as: staff });
    const now = () => generate({ secret: setup.secret, epoch: clock.at / 1000 });
    const enable = (digits: string) =>
      test.request('POST', `${api}/me/totp/enable`, { as: staff, body: { secret: setup.secret, code: digits } });
    expect((await enable('000000')).status).toBe(422);
    expect((await enable(await now())).body.totpEnabled).toBe(true);
    const body = { email: staff.email, password: 'a long enough password' };
    expect(await code(test.request('POST', `${api}/sign-in`, { body }))).toEqual([401, 'operators.totp_required']);
    expect(await code(test.request('POST', `${api}/sign-in`, { body: { ...body, totp: await now() } }))).toEqual([
      401,
      'operators.wrong_totp',
    ]);
    clock.pass(30_000);
    const totp = await now();
    const both = await Promise.all([1, 2].map(() => test.request('POST', `${api}/sign-in`, { body: { ...body, totp } })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect(
      (await test.request('POST', `${api}/me/totp/disable`, { as: staff, body: { password: 'a long enough password' } })).body.totpEnabled,
    ).toBe(false);
    const { rows } = await test.db.pool.query('select before, after from audit_log');
    expect(JSON.stringify(rows)).not.toContain(setup.secret);
  });
});

describe('people and roles', () => {
  it('an invitation works once and expires', async () => {
    const [{ id: roleId }] = (await test.request('GET', `${api}/roles`, { as: owner })).body.filter((role: { name: string }) =>
      role.name.includes('Cashier'),
    );
    const invite = async () =>
      (
        await test.request('POST', `${api}/invitations`, {
          as: owner,
          body: { email: 'New@example.com', name: '小新', roleId, storeIds: null },
        })
      ).body;
    const accept = (url: string) =>
      test.request('POST', `${api}/invitations/accept`, {
        body: { token: new URL(url).searchParams.get('token'), password: 'a long enough password' },
      });
    const first = await invite();
    expect(first.url).toMatch(/^https:\/\/panel\.example\.com\/accept\?token=/);
    const second = await invite();
    expect(await code(accept(first.url))).toEqual([404, 'operators.invitation_invalid']);
    expect((await accept(second.url)).body).toMatchObject({ email: 'new@example.com', name: '小新' });
    expect(await code(accept(second.url))).toEqual([404, 'operators.invitation_invalid']);
    expect(
      await code(
        test.request('POST', `${api}/invitations`, { as: owner, body: { email: 'new@example.com', name: 'x', roleId, storeIds: null } }),
      ),
    ).toEqual([409, 'operators.email_taken']);
  });
  it('nobody reaches past themselves', async () => {
    const store = '0190f3b0-0000-7000-8000-00000000000a';
    const manager = await newOperator(test, owner, ['operators:manage', 'orders:read'], [store]);
    const roles = (await test.request('GET', `${api}/roles`, { as: manager })).body as { id: string; name: string }[];
    const ownerRole = roles.find((role) => role.name.includes('Owner'))!;
    expect(
      await code(
        test.request('POST', `${api}/invitations`, {
          as: manager,
          body: { email: 'a@example.com', name: 'a', roleId: ownerRole.id, storeIds: [store] },
        }),
      ),
    ).toEqual([403, 'operators.beyond_your_reach']);
    const { body: mine } = await test.request('POST', `${api}/roles`, {
      as: manager,
      body: { name: 'reader', permissions: ['orders:read'] },
    });
    expect(
      await code(
        test.request('POST', `${api}/invitations`, {
          as: manager,
          body: { email: 'a@example.com', name: 'a', roleId: mine.id, storeIds: null },
        }),
      ),
    ).toEqual([403, 'operators.beyond_your_reach']);
    expect(
      await code(test.request('POST', `${api}/roles`, { as: manager, body: { name: 'thief', permissions: ['orders:refund'] } })),
    ).toEqual([403, 'operators.beyond_your_reach']);
    expect(await code(test.request('PUT', `${api}/roles/${ownerRole.id}`, { as: owner, body: { name: 'x', permissions: [] } }))).toEqual([
      409,
      'operators.role_built_in',
    ]);
    const me = (await test.request('GET', `${api}/me`, { as: owner })).body;
    expect(await code(test.request('PATCH', `${api}/operators/${me.id}`, { as: manager, body: { disabled: true } }))).toEqual([
      404,
      'operators.not_found',
    ]);
    const seen = (await test.request('GET', `${api}/operators`, { as: manager })).body.map((one: { id: string }) => one.id);
    expect(seen).toContain(manager.id);
    expect(seen).not.toContain(me.id);
    expect(await code(test.request('GET', `${api}/audit`, { as: manager }))).toEqual([403, 'common.forbidden']);
  });
  it('the audit tells an operator of some stores of their colleagues there, and of nobody else', async () => {
    const storeId = newId();
    const lead = await newOperator(test, owner, ['operators:manage', 'audit:read'], [storeId]);
    const made = await test.request('POST', `${api}/roles`, { as: lead, body: { name: '店里的', permissions: ['audit:read'] } });
    const elsewhere = await newOperator(test, owner, ['audit:read'], [newId()]);
    const told = async (as: { cookie: string }): Promise<{ entityId: string; operatorName: string }[]> =>
      (await test.request('GET', `${api}/audit`, { as })).body.items;
    expect((await told(lead)).map(({ entityId }) => entityId)).toContain(made.body.id);
    const names = (await told(lead)).map(({ operatorName }) => operatorName);
    expect(names).toContain(lead.email.split('@')[0]);
    for (const other of ['owner', elsewhere.email.split('@')[0]]) expect(names).not.toContain(other);
    expect((await told(elsewhere)).map(({ entityId }) => entityId)).not.toContain(made.body.id);
    expect((await told(owner)).length).toBeGreaterThan(1);
  });
  it('the last owner stays, and a disabled operator is out at once', async () => {
    const me = (await test.request('GET', `${api}/me`, { as: owner })).body;
    expect(await code(test.request('PATCH', `${api}/operators/${me.id}`, { as: owner, body: { disabled: true } }))).toEqual([
      409,
      'operators.last_owner',
    ]);
    const staff = await newOperator(test, owner, ['orders:read'], null);
    expect((await test.request('PATCH', `${api}/operators/${staff.id}`, { as: owner, body: { disabled: true } })).body.disabled).toBe(true);
    expect((await test.request('GET', `${api}/me`, { as: staff })).status).toBe(401);
    expect(
      await code(test.request('POST', `${api}/sign-in`, { body: { email: staff.email, password: 'a long enough password' } })),
    ).toEqual([401, 'operators.wrong_credentials']);
  });
  it('every change stands in the audit, page by page', async () => {
    const first = await test.request('GET', `${api}/audit?limit=3`, { as: owner });
    const second = await test.request('GET', `${api}/audit?limit=3&cursor=${first.body.nextCursor}`, { as: owner });
    expect(first.body.items[0].at > second.body.items[0].at).toBe(true);
    expect(first.body.items[0]).toMatchObject({
      operatorName: 'owner',
      action: 'operators.update',
      before: { disabled: false },
      after: { disabled: true },
    });
    const { entityId } = first.body.items[0];
    const ofOne = await test.request('GET', `${api}/audit?entityType=operator&entityId=${entityId}`, { as: owner });
    expect(ofOne.body.items.length).toBeGreaterThan(0);
    expect(new Set(ofOne.body.items.map((one: { entityId: string }) => one.entityId))).toEqual(new Set([entityId]));
    expect(await code(test.request('GET', `${api}/audit?cursor=xyz`, { as: owner }))).toEqual([400, 'common.bad_cursor']);
  });
});
