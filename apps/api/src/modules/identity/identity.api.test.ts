import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code } from '../../../test/harness.js';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { until } from '../../../test/shop.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';
import { Clock } from '../../kernel/time.js';
import { CustomerIdentities } from './customer-identities.js';
import { PersonalData } from './personal-data.js';

class MovableClock extends Clock {
  ahead = 0;
  now = () => new Date(Date.now() + this.ahead);
}
const clock = new MovableClock();
let test: WechatTestApp;
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv, clock);
});
afterAll(() => test.close());
const api = '/api/v1/storefront';
const address = (over: object = {}) => ({ name: '林', phone: '13800138000', region: '成都市锦江区', detail: '春熙路 1 号', ...over });

describe('signing in', () => {
  it('makes a customer once, and knows them again', async () => {
    const { id: wechatId } = await test.sandbox.control.createCustomer();
    const signIn = async () =>
      (await test.request('POST', `${api}/sign-in`, { body: { code: await test.sandbox.control.loginCode(wechatId) } })).body;
    const [first, second] = await Promise.all([signIn(), signIn()]);
    expect(first.customer).toMatchObject({ nickname: null, phoneNumber: null, locale: 'zh', privacyVersion: null });
    expect(second.customer.id).toBe(first.customer.id);
    expect((await signIn()).customer.id).toBe(first.customer.id);
    expect(Date.parse(first.expiresAt)).toBeGreaterThan(Date.now() + 3_600_000);
  });
  it('refuses a code that is used, made up, or of the phone button', async () => {
    const { id } = await test.sandbox.control.createCustomer();
    const used = await test.sandbox.control.loginCode(id);
    const signIn = (text: unknown) => code(test.request('POST', `${api}/sign-in`, { body: { code: text } }));
    await signIn(used);
    for (const text of [used, 'made-up', await test.sandbox.control.phoneCode(id)])
      expect(await signIn(text)).toEqual([422, 'identity.code_invalid']);
    for (const text of ['', 7, null, 'x'.repeat(129)]) expect(await signIn(text)).toEqual([400, 'common.validation']);
  });
  it('says so when WeChat is away or blocks the person', async () => {
    const { id } = await test.sandbox.control.createCustomer();
    const fault = (errcode: number, count = 1) =>
      test.sandbox.control.faults([{ on: 'answer', path: '/sns/jscode2session', action: 'error', errcode, count }]);
    // Busy once is tried once more, at once.
    await fault(-1);
    expect((await test.request('POST', `${api}/sign-in`, { body: { code: await test.sandbox.control.loginCode(id) } })).status).toBe(200);
    await fault(-1, 2);
    expect(await code(test.request('POST', `${api}/sign-in`, { body: { code: await test.sandbox.control.loginCode(id) } }))).toEqual([
      503,
      'identity.wechat_unavailable',
    ]);
    await fault(40226);
    expect(await code(test.request('POST', `${api}/sign-in`, { body: { code: await test.sandbox.control.loginCode(id) } }))).toEqual([
      403,
      'identity.blocked',
    ]);
    await fault(45011);
    expect(await code(test.request('POST', `${api}/sign-in`, { body: { code: await test.sandbox.control.loginCode(id) } }))).toEqual([
      429,
      'identity.too_often',
    ]);
  });
  it('takes the same person in two mini programs of the business for one customer', async () => {
    const identities = test.app.get(CustomerIdentities);
    const here = await identities.recognise({ appid: 'wx1', openid: 'o1', unionid: 'u1' });
    expect(await identities.recognise({ appid: 'wx2', openid: 'o2', unionid: 'u1' })).toBe(here);
    const alone = await identities.recognise({ appid: 'wx1', openid: 'o3', unionid: null });
    expect(alone).not.toBe(here);
    expect(await identities.recognise({ appid: 'wx1', openid: 'o3', unionid: 'u3' })).toBe(alone);
    expect(await identities.recognise({ appid: 'wx2', openid: 'o4', unionid: 'u3' })).toBe(alone);
  });
});

describe('a token', () => {
  it('that is absent, forged, cut, of an operator or expired opens nothing', async () => {
    const { as } = await test.customer();
    const [head, body, signature] = as.token.split('.') as [string, string, string];
    const foreign = `${head}.${Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: crypto.randomUUID() })).toString('base64url')}.${signature}`;
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const token of [undefined, foreign, none, as.token.slice(0, -2), 'x'.repeat(4001)])
      expect(await code(test.request('GET', `${api}/me`, { as: token ? { token } : {} }))).toEqual([401, 'common.unauthenticated']);
    expect((await test.request('GET', `${api}/me`, { as: await signInOperator(test) })).status).toBe(401);
    expect((await test.request('GET', '/api/v1/admin/me', { as })).status).toBe(401);
    clock.ahead = 2 * 3_600_000 + 1000;
    expect((await test.request('GET', `${api}/me`, { as })).status).toBe(401);
    clock.ahead = 0;
  });
});

describe('oneself', () => {
  it('has a nickname, a language, an avatar that is a picture, and a phone number that WeChat vouches for', async () => {
    const lin = await test.customer();
    expect((await test.request('PATCH', `${api}/me`, { as: lin.as, body: { nickname: ' 林 ', locale: 'en' } })).body).toMatchObject({
      nickname: '林',
      locale: 'en',
    });
    const form = new FormData();
    form.append(
      'file',
      new Blob([
        new Uint8Array(
          await sharp({ create: { width: 400, height: 400, channels: 3, background: '#a33' } })
            .png()
            .toBuffer(),
        ),
      ]),
      'me.png',
    );
    expect((await test.request('POST', `${api}/me/avatar`, { as: lin.as, body: form })).body).toMatchObject({
      avatarUrl: expect.stringMatching(/^\/media\/unchecked\/.+\.jpg$/),
      checks: { avatar: { status: 'waiting' } },
    });
    const me = async () => (await test.request('GET', `${api}/me`, { as: lin.as })).body;
    await until(async () => /^\/media\/avatars\/.+\.webp$/.test((await me()).avatarUrl));
    expect(await me()).toMatchObject({ nickname: '林', checks: { nickname: null, avatar: null } });
    const text = new FormData();
    text.append('file', new Blob(['no picture']), 'me.png');
    expect(await code(test.request('POST', `${api}/me/avatar`, { as: lin.as, body: text }))).toEqual([422, 'common.not_a_picture']);
    expect(await code(test.request('POST', `${api}/me/avatar`, { as: lin.as, body: {} }))).toEqual([415, 'common.unsupported_media_type']);
    // Only what was uploaded can be an avatar: another's address, or one that was refused, is not taken.
    for (const avatarUrl of ['https://evil.example/x.png', '/media/avatars/x.webp'])
      expect(await code(test.request('PATCH', `${api}/me`, { as: lin.as, body: { avatarUrl } }))).toEqual([400, 'common.validation']);
    const phoneCode = await test.sandbox.control.phoneCode(lin.wechatId);
    expect((await test.request('POST', `${api}/me/phone`, { as: lin.as, body: { code: phoneCode } })).body.phoneNumber).toMatch(
      /^1380013\d{4}$/,
    );
    expect(await code(test.request('POST', `${api}/me/phone`, { as: lin.as, body: { code: phoneCode } }))).toEqual([
      422,
      'identity.phone_code_invalid',
    ]);
    expect(await code(test.request('PATCH', `${api}/me`, { as: lin.as, body: { phoneNumber: '1' } }))).toEqual([400, 'common.validation']);
  });
  it('agrees to the policy in force, in a language of theirs', async () => {
    const { as } = await test.customer();
    const zh = (await test.request('GET', `${api}/privacy`)).body;
    expect((await test.request('GET', `${api}/privacy`, { headers: { 'accept-language': 'en' } })).body.title).toBe('Privacy policy');
    expect(await code(test.request('POST', `${api}/me/consents`, { as, body: { version: '1999' } }))).toEqual([
      409,
      'identity.consent_outdated',
    ]);
    expect((await test.request('POST', `${api}/me/consents`, { as, body: { version: zh.version } })).body.privacyVersion).toBe(zh.version);
    expect((await test.request('POST', `${api}/me/consents`, { as, body: { version: zh.version } })).status).toBe(200);
  });
  it('exports all, deletes all, and is nobody after', async () => {
    const lin = await test.customer();
    test.app.get(PersonalData).contribute('diary', {
      export: async () => ['今天喝了茶'],
      erase: async (tx, customerId) => void (await tx.query('select $1', [customerId])),
    });
    await test.request('POST', `${api}/me/addresses`, { as: lin.as, body: address() });
    const { body } = await test.request('GET', `${api}/me/export`, { as: lin.as });
    expect(body).toMatchObject({
      customer: { id: lin.id },
      identities: [{ openid: lin.openid }],
      consents: [],
      addresses: [{ name: '林' }],
      diary: ['今天喝了茶'],
    });
    expect((await test.request('DELETE', `${api}/me`, { as: lin.as })).status).toBe(204);
    expect((await test.request('GET', `${api}/me`, { as: lin.as })).status).toBe(401);
    const { rows } = await test.db.pool.query(
      `select c::text || coalesce(i::text, '') || coalesce(a::text, '') as all from customers c left join customers_identities i on i.customer_id = c.id left join customers_addresses a on a.customer_id = c.id where c.id = $1`,
      [lin.id],
    );
    expect(rows[0].all).not.toMatch(new RegExp(`${lin.openid}|林|138`));
    const again = await test.request('POST', `${api}/sign-in`, { body: { code: await test.sandbox.control.loginCode(lin.wechatId) } });
    expect(again.body.customer.id).not.toBe(lin.id);
  });
});

describe('the address book', () => {
  it('keeps exactly one default, and at most twenty', async () => {
    const { as } = await test.customer();
    const add = async (over: object = {}) => (await test.request('POST', `${api}/me/addresses`, { as, body: address(over) })).body;
    const list = async () => (await test.request('GET', `${api}/me/addresses`, { as })).body as { id: string; isDefault: boolean }[];
    const first = await add();
    const second = await add({ isDefault: true });
    expect((await list()).map((one) => [one.id, one.isDefault])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    expect(
      (await test.request('PUT', `${api}/me/addresses/${first.id}`, { as, body: address({ name: '陈', isDefault: true }) })).body,
    ).toMatchObject({ name: '陈', isDefault: true });
    await test.request('DELETE', `${api}/me/addresses/${first.id}`, { as });
    expect((await list()).map((one) => one.isDefault)).toEqual([true]);
    await Promise.all(Array.from({ length: 25 }, () => add()));
    expect(await list()).toHaveLength(20);
    expect(await code(test.request('POST', `${api}/me/addresses`, { as, body: address() }))).toEqual([409, 'identity.too_many_addresses']);
  });
  it('is not another’s, and takes no bad fields', async () => {
    const [lin, wang] = [await test.customer(), await test.customer()];
    const { id } = (await test.request('POST', `${api}/me/addresses`, { as: lin.as, body: address() })).body;
    expect(await code(test.request('PUT', `${api}/me/addresses/${id}`, { as: wang.as, body: address() }))).toEqual([
      404,
      'identity.address_not_found',
    ]);
    expect(await code(test.request('DELETE', `${api}/me/addresses/${id}`, { as: wang.as }))).toEqual([404, 'identity.address_not_found']);
    for (const over of [{ phone: 'call me' }, { detail: '' }, { detail: 'x'.repeat(121) }, { customerId: lin.id }])
      expect(await code(test.request('POST', `${api}/me/addresses`, { as: lin.as, body: address(over) }))).toEqual([
        400,
        'common.validation',
      ]);
  });
});

describe('operators', () => {
  it('find customers by part of a name or number, page by page, with the permission', async () => {
    const owner = await signInOperator(test);
    for (const nickname of ['张三丰', '张无忌', '100%']) {
      const { as } = await test.customer();
      await test.request('PATCH', `${api}/me`, { as, body: { nickname } });
    }
    const names = async (q: string) =>
      (await test.request('GET', `/api/v1/admin/customers?q=${encodeURIComponent(q)}`, { as: owner })).body.items.map(
        (one: { nickname: string }) => one.nickname,
      );
    await until(async () => (await names('张')).length === 2 && (await names('%')).length === 1);
    expect(await names('张')).toEqual(['张无忌', '张三丰']);
    expect(await names('%')).toEqual(['100%']);
    const first = (await test.request('GET', '/api/v1/admin/customers?limit=2', { as: owner })).body;
    const second = (await test.request('GET', `/api/v1/admin/customers?limit=2&cursor=${first.nextCursor}`, { as: owner })).body;
    expect(new Set([...first.items, ...second.items].map((one: { id: string }) => one.id)).size).toBe(4);
    const cook = await newOperator(test, owner, ['orders:read'], null);
    expect(await code(test.request('GET', '/api/v1/admin/customers', { as: cook }))).toEqual([403, 'common.forbidden']);
  });
});
