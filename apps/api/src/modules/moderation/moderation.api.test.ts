import type { ModerationCheckView, OwnCustomerView } from '@pailou/contracts';
import type { Push } from '@pailou/wechat-sandbox';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { hurry, until } from '../../../test/shop.js';
import { createWechatTestApp, type TestCustomer, type WechatTestApp } from '../../../test/wechat.js';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { ModerationJobs } from './moderation.jobs.js';

/** The API's clock and WeChat's, moved together. */
class MovableClock extends Clock {
  private ahead = 0;
  now(): Date {
    return new Date(Date.now() + this.ahead);
  }
  async advance(ms: number): Promise<void> {
    this.ahead += ms;
    await test.sandbox.control.advance(ms);
  }
}
const clock = new MovableClock();
const minute = 60_000;
const textPath = '/wxa/msg_sec_check';
const mediaPath = '/wxa/media_check_async';

let test: WechatTestApp;
let owner: { cookie: string };
let picture: Buffer;
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv, clock, { weixin: { mediaCheckDelayMs: 0 } });
  picture = await sharp({ create: { width: 400, height: 300, channels: 4, background: '#c73e2b80' } })
    .png()
    .toBuffer();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.sandbox.control.faults([]);
  owner = await signInOperator(test);
});

const store = '/api/v1/storefront';
const rename = async (customer: TestCustomer, nickname: string): Promise<OwnCustomerView> =>
  (await test.request('PATCH', `${store}/me`, { as: customer.as, body: { nickname } })).body;
async function upload(customer: TestCustomer): Promise<OwnCustomerView> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(picture)]), 'me.png');
  return (await test.request('POST', `${store}/me/avatar`, { as: customer.as, body: form })).body;
}
const me = async (customer: TestCustomer): Promise<OwnCustomerView> => (await test.request('GET', `${store}/me`, { as: customer.as })).body;
const seen = async (customer: TestCustomer) => (await test.request('GET', `/api/v1/admin/customers/${customer.id}`, { as: owner })).body;
const admin = (method: string, path: string, body?: object, as = owner) =>
  test.request(method, `/api/v1/admin/moderation-checks${path}`, { as, ...(body ? { body } : {}) });
/** The newest check of a customer, or of one kind. */
const checkOf = async (
  customer: TestCustomer,
  kind = '',
): Promise<{ id: string; status: string; trace: string | null; tries: number; key: string }> =>
  (
    await test.db.pool.query(
      `select id, status, trace_id as trace, tries, picture_key as key from moderation_checks where customer_id = $1 and kind like $2 order by id desc limit 1`,
      [customer.id, `%${kind}`],
    )
  ).rows[0];
const becomes = async (customer: TestCustomer, status: string, kind = '') => {
  await until(async () => (await checkOf(customer, kind))?.status === status);
  return (await admin('GET', `/${(await checkOf(customer, kind)).id}`)).body as ModerationCheckView;
};
/** Uploads a picture that WeChat judges, but its event is lost on the way; gives the trace once it is. */
async function uploadUnheard(customer: TestCustomer): Promise<string> {
  await test.sandbox.control.faults([{ on: 'push', event: 'wxa_media_check', action: 'drop' }]);
  await upload(customer);
  await until(async () => (await checkOf(customer)).trace !== null);
  const trace = (await checkOf(customer)).trace!;
  const isLost = ({ status, message }: Push) => status === 'dropped' && message.fields.trace_id === trace;
  await until(async () => (await test.sandbox.control.pushes()).some(isLost));
  return trace;
}
const judge = (suggest: 'pass' | 'review' | 'risky', label: number) => test.sandbox.control.judgeContent({ suggest, label });
const tries = async (customer: TestCustomer, count: number) => until(async () => (await checkOf(customer)).tries === count);
const public_ = (path: string) => fetch(test.url + path);

it('shows a new nickname to its author at once, and to others when it passed', async () => {
  const lin = await test.customer('林');
  await test.sandbox.control.faults([{ on: 'answer', path: textPath, action: 'delay', delayMs: 1500 }]);
  expect(await rename(lin, '小林')).toMatchObject({
    nickname: '小林',
    checks: { nickname: { status: 'waiting', text: '小林' }, avatar: null },
  });
  expect((await seen(lin)).nickname).toBeNull();
  expect(await becomes(lin, 'passed')).toMatchObject({
    suggest: 'pass',
    label: 100,
    standing: '小林',
    authorName: '小林',
    decidedBy: null,
  });
  expect((await seen(lin)).nickname).toBe('小林');
  expect(await me(lin)).toMatchObject({ nickname: '小林', checks: { nickname: null } });
});

it('keeps the former nickname where WeChat refuses the new one, and says why', async () => {
  const lin = await test.customer();
  await rename(lin, '好名字');
  await becomes(lin, 'passed');
  await rename(lin, '专业刷单');
  expect(await becomes(lin, 'refused')).toMatchObject({ suggest: 'risky', label: 20008, standing: '好名字', newest: true });
  expect(await me(lin)).toMatchObject({ nickname: '好名字', checks: { nickname: { status: 'refused', text: '专业刷单', label: 20008 } } });
  expect((await seen(lin)).nickname).toBe('好名字');
  // The one that is shown needs no check, and takes the place of what is undecided.
  await rename(lin, '加微信看看');
  await becomes(lin, 'in_doubt');
  expect(await rename(lin, '好名字')).toMatchObject({ nickname: '好名字', checks: { nickname: null } });
  expect((await checkOf(lin)).status).toBe('replaced');
});

it('asks again while WeChat is away, shows nothing meanwhile, and asks once for the same words', async () => {
  const lin = await test.customer();
  const away = [
    { on: 'answer', path: textPath, action: 'http', status: 502, count: 100 },
    { on: 'answer', path: textPath, action: 'error', errcode: 45009, count: 100 },
    { on: 'answer', path: textPath, action: 'lose', count: 100 },
  ] as const;
  let asked = 0;
  for (const fault of away) {
    await test.sandbox.control.faults([fault]);
    await (asked === 0 ? rename(lin, '阿林') : hurry(test, 'moderation.ask'));
    await until(async () => (await checkOf(lin)).tries > asked);
    asked = (await checkOf(lin)).tries;
    await rename(lin, '阿林');
    expect([(await checkOf(lin)).status, (await seen(lin)).nickname]).toEqual(['waiting', null]);
  }
  await test.sandbox.control.faults([]);
  await hurry(test, 'moderation.ask');
  await becomes(lin, 'passed');
  const { rows } = await test.db.pool.query('select count(*)::int as n from moderation_checks where customer_id = $1', [lin.id]);
  expect(rows[0].n).toBe(1);
});

it('leaves to a person what WeChat doubts, and whom it does not judge any more', async () => {
  const [doubted, away] = [await test.customer(), await test.customer()];
  await rename(doubted, '加微信');
  expect(await becomes(doubted, 'in_doubt')).toMatchObject({ doubt: 'review', suggest: 'review', label: 10001 });
  await test.sandbox.control.faults([{ on: 'answer', path: textPath, action: 'error', errcode: 61010 }]);
  await rename(away, '久违');
  expect(await becomes(away, 'in_doubt')).toMatchObject({ doubt: 'inactive', code: '61010', suggest: null });
  expect([(await seen(doubted)).nickname, (await seen(away)).nickname]).toEqual([null, null]);
});

it('shows a picture to WeChat and its author alone, then to everyone', async () => {
  const lin = await test.customer();
  await test.sandbox.control.faults([{ on: 'push', event: 'wxa_media_check', action: 'delay', delayMs: 1500 }]);
  const { avatarUrl, checks } = await upload(lin);
  expect(avatarUrl).toMatch(/^\/media\/unchecked\/[\w-]{32}\.jpg$/);
  expect(checks.avatar).toMatchObject({ status: 'waiting', pictureUrl: avatarUrl });
  const shown = await public_(avatarUrl!);
  expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
    200,
    'image/jpeg',
    'private, no-store',
  ]);
  expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({ format: 'jpeg', width: 400 });
  expect((await seen(lin)).avatarUrl).toBeNull();
  const { id, pictureUrl } = await becomes(lin, 'passed', 'avatar');
  const [asked] = (await test.sandbox.control.mediaChecks()).slice(-1);
  expect(asked!.url).toBe(test.url + avatarUrl);
  const { avatarUrl: now } = await seen(lin);
  expect(now).toMatch(/^\/media\/avatars\/.+\.webp$/);
  expect((await me(lin)).avatarUrl).toBe(now);
  expect([(await public_(now)).status, (await public_(avatarUrl!)).status]).toEqual([200, 404]);
  // Operators see it with their cookie; without, and by a guess, nobody.
  expect((await fetch(test.url + pictureUrl, { headers: { cookie: owner.cookie } })).headers.get('content-type')).toBe('image/webp');
  expect((await public_(pictureUrl!)).status).toBe(401);
  for (const path of [`/media/${(await checkOf(lin)).key}`, `/media/unchecked/${id}.jpg`, '/media/unchecked/x.jpg'])
    expect((await public_(path)).status, path).toBe(404);
});

it('matches the event of a picture before its answer, twice, and after the answer was lost', async () => {
  const [early, twice] = [await test.customer(), await test.customer()];
  await test.sandbox.control.faults([{ on: 'answer', path: mediaPath, action: 'delay', delayMs: 1500 }]);
  await upload(early);
  const heard = async () => (await test.db.pool.query('select count(*)::int as n from moderation_verdicts')).rows[0].n as number;
  const before = await heard();
  await until(async () => (await heard()) > before);
  expect(await checkOf(early)).toMatchObject({ status: 'waiting', trace: null });
  await becomes(early, 'passed');

  await test.sandbox.control.faults([
    { on: 'answer', path: mediaPath, action: 'lose' },
    { on: 'push', event: 'wxa_media_check', action: 'duplicate', count: 2 },
  ]);
  await upload(twice);
  await tries(twice, 1);
  await hurry(test, 'moderation.ask');
  await becomes(twice, 'passed');
  // The verdict of the lost question came too, and is nobody's.
  const asked = (await test.sandbox.control.mediaChecks()).filter(({ openid }) => openid === twice.openid);
  expect(asked).toHaveLength(2);
  const pushes = (await test.sandbox.control.pushes()).slice(-2);
  await Promise.all(pushes.map(({ id }) => test.sandbox.control.pushAgain(id)));
  expect((await checkOf(twice)).status).toBe('passed');
});

it('gives a picture to a person when its event is lost or WeChat cannot fetch it, and still hears a late word', async () => {
  const lin = await test.customer();
  const trace = await uploadUnheard(lin);
  const jobs = test.app.get(ModerationJobs);
  await clock.advance(29 * minute);
  await jobs.sweep();
  expect((await checkOf(lin)).status).toBe('waiting');
  await clock.advance(2 * minute);
  await jobs.sweep();
  expect(await becomes(lin, 'in_doubt')).toMatchObject({ doubt: 'no_answer' });
  await test.sandbox.control.pushEvent(lin.wechatId, 'wxa_media_check', {
    trace_id: trace,
    version: 2,
    errcode: 0,
    errmsg: 'ok',
    result: { suggest: 'risky', label: 20002 },
  });
  expect(await becomes(lin, 'refused')).toMatchObject({ label: 20002, decidedBy: null });
  expect((await seen(lin)).avatarUrl).toBeNull();

  const wang = await test.customer();
  await test.sandbox.control.pushEvent(wang.wechatId, 'wxa_media_check', {
    trace_id: await uploadUnheard(wang),
    errcode: -1008,
    errmsg: 'download failed',
  });
  expect(await becomes(wang, 'in_doubt')).toMatchObject({ doubt: 'unreadable', code: '-1008' });
});

it('takes up again what lost its job', async () => {
  const lin = await test.customer();
  await test.sandbox.control.faults([{ on: 'answer', path: textPath, action: 'error', errcode: 44991, count: 100 }]);
  await rename(lin, '丢了');
  await until(async () => (await checkOf(lin)).tries > 0);
  await test.db.pool.query(`select graphile_worker.remove_job('moderation.ask:' || $1)`, [(await checkOf(lin)).id]);
  await test.sandbox.control.faults([]);
  await clock.advance(3 * minute);
  await test.app.get(ModerationJobs).sweep();
  await becomes(lin, 'passed');
});

it('lets an operator approve and refuse with a reason, and undo; the author reads why', async () => {
  const lin = await test.customer();
  await rename(lin, '旧名');
  await becomes(lin, 'passed');
  await rename(lin, '低俗笑话');
  const { id } = await becomes(lin, 'in_doubt');
  expect((await admin('POST', `/${id}/undo`)).body.code).toBe('moderation.nothing_to_undo');
  expect((await admin('POST', `/${id}/approve`, { reason: '只是玩笑' })).body).toMatchObject({
    status: 'passed',
    standing: '低俗笑话',
    reason: '只是玩笑',
    decidedBy: expect.any(String),
  });
  expect((await admin('POST', `/${id}/approve`, { reason: '' })).body.code).toBe('moderation.not_decidable');
  expect((await admin('POST', `/${id}/undo`)).body).toMatchObject({ status: 'in_doubt', standing: '旧名', reason: null, decidedBy: null });
  expect((await admin('POST', `/${id}/refuse`, { reason: '请文明起名' })).body).toMatchObject({ status: 'refused', standing: '旧名' });
  expect(await me(lin)).toMatchObject({ nickname: '旧名', checks: { nickname: { status: 'refused', reason: '请文明起名' } } });
  // What WeChat passed may be taken away too, and comes back by an undo.
  await rename(lin, '广告位');
  const passed = await becomes(lin, 'passed');
  await admin('POST', `/${passed.id}/refuse`, { reason: '广告' });
  expect((await seen(lin)).nickname).toBe('旧名');
  await admin('POST', `/${passed.id}/undo`);
  expect((await seen(lin)).nickname).toBe('广告位');
  expect((await admin('GET', `/${passed.id}`)).body).toMatchObject({ status: 'passed', decidedBy: null });
  expect((await admin('POST', `/${id}/approve`, { reason: '' })).body.code).toBe('moderation.outdated');
  const log = (await test.request('GET', '/api/v1/admin/audit?limit=3', { as: owner })).body.items.map(
    (one: { action: string }) => one.action,
  );
  expect(log).toEqual(['moderation.undo', 'moderation.reject', 'moderation.reject']);
});

it('does the same with pictures, and leaves none public that was refused', async () => {
  const lin = await test.customer();
  await upload(lin);
  const first = await becomes(lin, 'passed', 'avatar');
  const before = (await seen(lin)).avatarUrl as string;
  await judge('review', 21000);
  await upload(lin);
  const { id } = await becomes(lin, 'in_doubt', 'avatar');
  await admin('POST', `/${id}/approve`, { reason: '' });
  const shown = (await seen(lin)).avatarUrl as string;
  expect([(await public_(shown)).status, shown === before]).toEqual([200, false]);
  await admin('POST', `/${id}/undo`);
  expect((await seen(lin)).avatarUrl).toBe(before);
  await until(async () => (await public_(shown)).status === 404);
  await Promise.all([admin('POST', `/${id}/approve`, { reason: '' }), admin('POST', `/${id}/approve`, { reason: '' })]);
  await admin('POST', `/${id}/refuse`, { reason: '不合适' });
  expect((await me(lin)).checks.avatar).toMatchObject({ status: 'refused', pictureUrl: null });
  expect((await admin('POST', `/${first.id}/refuse`, { reason: '旧的' })).body.code).toBe('moderation.outdated');
  // What was refused is still there for an operator to look at.
  expect((await fetch(`${test.url}/api/v1/admin/moderation-checks/${id}/picture`, { headers: { cookie: owner.cookie } })).status).toBe(200);
});

it('does not decide while WeChat is asked, nor for those without the permission', async () => {
  const lin = await test.customer();
  await test.sandbox.control.faults([{ on: 'answer', path: textPath, action: 'error', errcode: 44991 }]);
  await rename(lin, '等等');
  await tries(lin, 1);
  const { id } = await checkOf(lin);
  expect((await admin('POST', `/${id}/approve`, { reason: '' })).body.code).toBe('moderation.not_decidable');
  expect((await admin('POST', `/${newId()}/refuse`, { reason: '没有' })).body.code).toBe('moderation.not_found');
  const cook = await newOperator(test, owner, ['orders:read'], null);
  expect((await admin('POST', `/${id}/refuse`, { reason: '不行' }, cook)).status).toBe(403);
  await hurry(test, 'moderation.ask');
  await becomes(lin, 'passed');
});

it('lists by state, page by page, counts, and says live that something changed', async () => {
  const reviewer = await newOperator(test, owner, ['content:review'], null);
  const heard: string[] = [];
  const open = (query: string, headers = {}) => new WebSocket(`${test.url.replace('http', 'ws')}/api/v1/live?${query}`, { headers });
  const socket = open('topics=moderation:all', { cookie: reviewer.cookie });
  await new Promise((resolve) => socket.once('message', resolve));
  socket.on('message', (data) => heard.push(JSON.parse(String(data)).topic));
  const customers = [await test.customer(), await test.customer(), await test.customer()];
  const own = open(`topics=customer:${customers[0]!.id}&token=${customers[0]!.as.token}`);
  await new Promise((resolve) => own.once('message', resolve));
  const mine: unknown[] = [];
  own.on('message', (data) => mine.push(JSON.parse(String(data)).data));
  const before = (await admin('GET', '/count')).body.inDoubt as number;
  for (const customer of customers) {
    await rename(customer, '低俗');
    await becomes(customer, 'in_doubt');
  }
  expect((await admin('GET', '/count', undefined, reviewer)).body.inDoubt).toBe(before + 3);
  const first = (await admin('GET', '?status=in_doubt&limit=2')).body;
  const second = (await admin('GET', `?status=in_doubt&limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items].slice(0, 3).map(({ customerId }) => customerId)).toEqual(
    customers.map(({ id }) => id).toReversed(),
  );
  await until(async () => heard.length >= 6 && mine.length >= 2);
  expect(mine[0]).toEqual({ changed: 'nickname' });
  for (const one of [socket, own]) one.close();
  const foreign = open(`topics=customer:${customers[1]!.id}&token=${customers[0]!.as.token}`);
  expect(await new Promise((resolve) => foreign.once('close', resolve))).toBe(4403);
});

it('gives all of it in the export, forgets all of it with its author, and lets go of what is old', async () => {
  const lin = await test.customer();
  await rename(lin, '要走了');
  await becomes(lin, 'passed', 'nickname');
  await upload(lin);
  await becomes(lin, 'passed', 'avatar');
  const { avatarUrl } = await seen(lin);
  const { contentChecks } = (await test.request('GET', `${store}/me/export`, { as: lin.as })).body;
  expect(contentChecks).toMatchObject([
    { kind: 'customer.nickname', text: '要走了', status: 'passed', picture: null },
    { kind: 'customer.avatar', text: null, status: 'passed', picture: expect.stringMatching(/^data:image\/webp;base64,/) },
  ]);
  expect((await test.request('DELETE', `${store}/me`, { as: lin.as })).status).toBe(204);
  expect(await checkOf(lin)).toBeUndefined();
  await until(async () => (await public_(avatarUrl)).status === 404);

  const wang = await test.customer();
  await rename(wang, '老名字');
  await becomes(wang, 'passed');
  await clock.advance(181 * 24 * 60 * minute);
  await test.app.get(ModerationJobs).tidy();
  expect(await checkOf(wang)).toBeUndefined();
  owner = await signInOperator(test);
  expect((await seen(wang)).nickname).toBe('老名字');
});
