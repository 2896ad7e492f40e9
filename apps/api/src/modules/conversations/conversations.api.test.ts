import type { ChatMessageView, ConversationSettings, ConversationView } from '@pailou/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { newOperator, ownerEnv, signInOperator } from '../../../test/operators.js';
import { hurry, openShop, order, stockGoods, until } from '../../../test/shop.js';
import { createWechatTestApp, type TestCustomer, type WechatTestApp } from '../../../test/wechat.js';
import { createApp } from '../../create-app.js';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Config } from '../../platform/config/config.js';
import { Storage } from '../../platform/storage/storage.js';
import { ConversationsJobs } from './conversations.jobs.js';
import { pictureKey } from './chat-pictures.js';

/** The API's clock and WeChat's, moved together. */
class MovableClock extends Clock {
  private ahead = 0;
  now(): Date {
    return new Date(Date.now() + this.ahead);
  }
  async advance(ms: number): Promise<void> {
    this.ahead += ms;
    await test.sandbox.control.advance(ms);
    owner = await signInOperator(test);
  }
}
const clock = new MovableClock();
const hour = 3_600_000;
const sendPath = '/cgi-bin/message/custom/send';

let test: WechatTestApp;
let owner: { cookie: string };
let png: Buffer;
beforeAll(async () => {
  test = await createWechatTestApp(ownerEnv, clock);
  owner = await signInOperator(test);
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c73e2b' } })
    .png()
    .toBuffer();
});
afterAll(() => test.close());

const quiet: ConversationSettings = {
  greeting: { zh: '', en: '' },
  outOfHours: { zh: '', en: '' },
  hours: null,
  timeZone: 'Asia/Shanghai',
};
const settle = (settings: Partial<ConversationSettings>) =>
  test.request('PUT', '/api/v1/admin/conversations/settings', { as: owner, body: { ...quiet, ...settings } });
beforeEach(async () => {
  expect((await settle({})).status).toBe(204);
});

const admin = (method: string, path: string, body?: unknown, as = owner, key: string = newId()) =>
  test.request(method, `/api/v1/admin/conversations${path}`, {
    as,
    headers: { 'idempotency-key': key },
    ...(body === undefined ? {} : { body }),
  });
const idOf = async (customer: TestCustomer): Promise<string | undefined> =>
  (await test.db.pool.query('select id from conversations where openid = $1', [customer.openid])).rows[0]?.id;
const said = async (id: string): Promise<ChatMessageView[]> => (await admin('GET', `/${id}/messages?limit=100`)).body.items.toReversed();
const view = async (id: string): Promise<ConversationView> => (await admin('GET', `/${id}`)).body;
const inChat = async (customer: TestCustomer) =>
  (await test.sandbox.control.chat(customer.wechatId)).entries.filter(({ from }) => from === 'shop');
const over = async (messageId: string): Promise<{ status: string; code: string | null }> => {
  const row = async () => (await test.db.pool.query('select status, code from conversations_messages where id = $1', [messageId])).rows[0];
  await until(async () => (await row()).status !== 'sending');
  return row();
};
/** Somebody who wrote: their conversation is there. */
async function writer(name: string, text = '在吗'): Promise<{ customer: TestCustomer; id: string }> {
  const customer = await test.customer(name);
  await test.sandbox.control.chatText(customer.wechatId, text);
  await until(async () => (await idOf(customer)) !== undefined);
  return { customer, id: (await idOf(customer))! };
}
const say = async (id: string, text: string, as = owner) => admin('POST', `/${id}/texts`, { text }, as);

it('hears what customers say, keeps their pictures, and answers in text, pictures and cards', async () => {
  const { customer, id } = await writer('林');
  await test.sandbox.control.chatImage(customer.wechatId, png);
  await test.sandbox.control.chatCard(customer.wechatId, { title: '桂花乌龙', pagePath: 'pages/menu/index?item=3', thumb: png });
  await until(async () => (await said(id)).filter(({ picture }) => picture?.status === 'kept').length === 2);
  const heard = await said(id);
  expect(heard.map(({ from, kind, status }) => [from, kind, status])).toEqual([
    ['customer', 'text', 'received'],
    ['customer', 'image', 'received'],
    ['customer', 'card', 'received'],
  ]);
  expect(heard[2]).toMatchObject({ card: { title: '桂花乌龙', pagePath: 'pages/menu/index?item=3' } });
  const picture = await fetch(test.url + heard[1]!.picture!.url, { headers: { cookie: owner.cookie } });
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect((await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).width).toBe(40);
  // Of the customer alone: neither a link nor a guess shows it to others.
  expect((await fetch(test.url + heard[1]!.picture!.url)).status).toBe(401);
  expect((await fetch(`${test.url}/media/private/conversations/${heard[1]!.picture!.id}.jpg`)).status).toBe(404);

  const text = await say(id, '在的，您请说');
  expect([text.status, text.body.status, text.body.operatorName]).toEqual([201, 'sending', expect.any(String)]);
  await over(text.body.id);
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(png)]), 'x.png');
  const image = await admin('POST', `/${id}/pictures`, form);
  await over(image.body.id);
  const card = await admin('POST', `/${id}/cards`, { title: '看菜单', pagePath: 'pages/menu/index', coverUrl: null });
  await over(card.body.id);
  const entries = await inChat(customer);
  expect(entries.map(({ type }) => type)).toEqual(['text', 'image', 'miniprogrampage']);
  expect(entries[2]!.content).toMatchObject({ title: '看菜单', pagePath: 'pages/menu/index' });
  const cover = await fetch(entries[2]!.content.thumbUrl!);
  expect(await sharp(Buffer.from(await cover.arrayBuffer())).metadata()).toMatchObject({ width: 520, height: 416, format: 'jpeg' });
  expect((await said(id)).slice(3).map(({ status, sentAt }) => [status, sentAt !== null])).toEqual([
    ['sent', true],
    ['sent', true],
    ['sent', true],
  ]);
  expect(await view(id)).toMatchObject({ allowance: { left: 2, by: 'message' }, customer: { id: customer.id }, last: { kind: 'card' } });
});

it('hears each message once, however often and in whatever order it comes', async () => {
  const { customer, id } = await writer('许');
  await test.sandbox.control.chatText(customer.wechatId, '第二句');
  await until(async () => (await said(id)).length === 2);
  const { left } = (await view(id)).allowance;
  await over((await say(id, '好')).body.id);
  const pushes = await test.sandbox.control.pushes();
  await Promise.all(pushes.slice(-2).flatMap((push) => [1, 2, 3].map(() => test.sandbox.control.pushAgain(push.id))));
  expect((await said(id)).map(({ text }) => text)).toEqual(['在吗', '第二句', '好']);
  expect(await view(id)).toMatchObject({ unread: 2, allowance: { left: left - 1 } });
});

it('allows five answers within 48 hours, two after somebody came in, and says so beforehand', async () => {
  const { customer, id } = await writer('沈');
  const five = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => say(id, `第 ${n} 条`)));
  expect(five.filter(({ status }) => status === 201)).toHaveLength(5);
  expect(five.filter(({ status }) => status !== 201).map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'conversations.allowance_used'],
    [409, 'conversations.allowance_used'],
  ]);
  await until(async () => (await inChat(customer)).length === 5);
  await test.sandbox.control.chatText(customer.wechatId, '谢谢');
  await until(async () => (await view(id)).allowance.left === 5);
  await clock.advance(48 * hour + 1000);
  expect((await view(id)).allowance).toEqual({ left: 0, until: null, by: null });
  expect((await say(id, '晚了')).body.code).toBe('conversations.window_closed');
  await test.sandbox.control.enterChat(customer.wechatId, 'order:42');
  await until(async () => (await view(id)).allowance.left === 2);
  for (const n of [1, 2]) expect((await over((await say(id, `回 ${n}`)).body.id)).status).toBe('sent');
  expect((await say(id, '回 3')).body.code).toBe('conversations.allowance_used');
  expect((await said(id)).find(({ kind }) => kind === 'entered')).toMatchObject({ text: 'order:42', from: 'customer' });
  expect((await inChat(customer)).length).toBe(7);
});

it('believes WeChat when it counts otherwise, keeps its code and words, and gives back what surely did not go out', async () => {
  const { id } = await writer('韩');
  const fail = async (errcode: number) => {
    await test.sandbox.control.faults([{ on: 'answer', path: sendPath, action: 'error', errcode }]);
    const { body } = await say(id, '？');
    await over(body.id);
    return (await said(id)).find((one) => one.id === body.id);
  };
  expect(await fail(48001)).toMatchObject({ status: 'failed', code: '48001', reason: expect.stringMatching(/./) });
  expect((await view(id)).allowance.left).toBe(5);
  expect(await fail(45047)).toMatchObject({ status: 'failed', code: '45047' });
  expect((await view(id)).allowance.left).toBe(0);
});

it('tries again while WeChat is busy', async () => {
  const { customer, id } = await writer('卫');
  await test.sandbox.control.faults([{ on: 'answer', path: sendPath, action: 'error', errcode: -1 }]);
  const { body } = await say(id, '稍等');
  // A fifth of a second by the shop's clock, which the tests have moved.
  await until(async () => (await said(id)).some(({ code, status }) => code === '-1' || status === 'sent'));
  await hurry(test, 'conversations.send');
  expect(await over(body.id)).toMatchObject({ status: 'sent' });
  expect((await test.db.pool.query('select tries from conversations_messages where id = $1', [body.id])).rows).toEqual([{ tries: 2 }]);
  expect(await inChat(customer)).toHaveLength(1);
});

it('gives up at once what WeChat would not hear today, and says so', async () => {
  const { customer, id } = await writer('沈');
  await test.sandbox.control.faults([{ on: 'answer', path: sendPath, action: 'error', errcode: 45009 }]);
  const { body } = await say(id, '稍等');
  expect(await over(body.id)).toMatchObject({ status: 'failed', code: '45009' });
  expect(await inChat(customer)).toHaveLength(0);
});

it('calls a message unknown when the line breaks, does not send it again, and lets a person do so', async () => {
  const { customer, id } = await writer('蒋');
  await test.sandbox.control.faults([{ on: 'answer', path: sendPath, action: 'lose' }]);
  const { body } = await say(id, '您的订单已退款');
  expect((await over(body.id)).status).toBe('unknown');
  await test.app.get(ConversationsJobs).send({ messageId: body.id });
  expect(await inChat(customer)).toHaveLength(1);
  // It may have gone out: its place is not given back.
  expect((await view(id)).allowance.left).toBe(4);
  const again = await admin('POST', `/${id}/messages/${body.id}/again`);
  expect([again.status, again.body.text]).toEqual([201, '您的订单已退款']);
  expect((await over(again.body.id)).status).toBe('sent');
  expect((await admin('POST', `/${id}/messages/${again.body.id}/again`)).body.code).toBe('conversations.not_failed');
});

it('sends each message once, though two processes race for it and the request is repeated', async () => {
  const { customer, id } = await writer('秦');
  const second = await createApp({ ...test.app.get(Config), port: 0 }, clock);
  await second.init();
  try {
    await test.sandbox.control.faults([{ on: 'answer', path: sendPath, action: 'delay', delayMs: 150, count: 20 }]);
    const key = newId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => admin('POST', `/${id}/texts`, { text: '只说一次' }, owner, key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const { id: messageId } = answers[0]!.body;
    const jobs = [test.app.get(ConversationsJobs), second.get(ConversationsJobs)];
    await Promise.all(Array.from({ length: 8 }, (_, n) => jobs[n % 2]!.send({ messageId })));
    await until(async () => (await said(id)).some((one) => one.id === messageId && one.status === 'sent'));
    await Promise.all(Array.from({ length: 4 }, (_, n) => jobs[n % 2]!.send({ messageId })));
    expect((await inChat(customer)).map(({ content }) => content.content)).toEqual(['只说一次']);
  } finally {
    await test.sandbox.control.faults([]);
    await second.close();
  }
});

it('does not send again what a dead process had begun, and sends what it had not', async () => {
  const { customer, id } = await writer('尤');
  const begun = async (at: Date | null) => {
    const messageId = newId();
    await test.db.pool.query(
      `insert into conversations_messages (id, conversation_id, origin, kind, text, status, allowed_by, allowed_from, begun_at, at)
       select $1, id, 'operator', 'text', '续', 'sending', 'message', message_at, $3, $4 from conversations where id = $2`,
      [messageId, id, at, new Date(clock.now().getTime() - 20 * 60_000)],
    );
    return messageId;
  };
  const [dead, lost] = [await begun(new Date(clock.now().getTime() - 19 * 60_000)), await begun(null)];
  await test.app.get(ConversationsJobs).sweep();
  expect((await over(dead)).status).toBe('unknown');
  expect((await over(lost)).status).toBe('sent');
  expect(await inChat(customer)).toHaveLength(1);
});

it('uploads a picture again once WeChat has let go of it', async () => {
  const { customer, id } = await writer('何');
  const uploads = async () =>
    ((await (await fetch(`${test.sandbox.url}/sandbox/calls`)).json()) as { path: string }[]).filter(
      (one) => one.path === '/cgi-bin/media/upload',
    ).length;
  const card = async () =>
    over((await admin('POST', `/${id}/cards`, { title: '菜单', pagePath: 'pages/menu/index', coverUrl: null })).body.id);
  await test.db.pool.query('delete from conversations_media');
  const before = await uploads();
  await card();
  await card();
  expect((await uploads()) - before).toBe(1);
  await clock.advance(73 * hour);
  await test.sandbox.control.chatText(customer.wechatId, '还在吗');
  await until(async () => (await view(id)).allowance.left === 5);
  expect((await card()).status).toBe('sent');
  expect((await uploads()) - before).toBe(2);
  // Younger than three days, and WeChat has it no more all the same.
  await test.db.pool.query(`update conversations_media set media_id = 'gone'`);
  expect((await card()).status).toBe('sent');
  expect((await uploads()) - before).toBe(3);
  expect(await inChat(customer)).toHaveLength(4);
});

it('says that a picture is gone when WeChat no longer has it', async () => {
  const { customer, id } = await writer('吕');
  await test.sandbox.control.faults([{ on: 'answer', path: '/cgi-bin/media/get', action: 'error', errcode: 40007 }]);
  await test.sandbox.control.chatImage(customer.wechatId, png);
  await until(async () => (await said(id)).at(-1)?.picture?.status === 'gone');
  const { picture } = (await said(id)).at(-1)!;
  expect((await admin('GET', `/${id}/pictures/${picture!.id}`)).body.code).toBe('conversations.picture_not_found');
});

it('greets who comes in, once, in their language, and says outside the hours that nobody is there', async () => {
  await settle({ greeting: { zh: '您好，欢迎', en: 'Welcome' }, outOfHours: { zh: '休息中', en: 'Away' } });
  const anna = await test.customer('Anna');
  await test.request('PATCH', '/api/v1/storefront/me', { as: anna.as, body: { locale: 'en' } });
  await test.sandbox.control.enterChat(anna.wechatId);
  await until(async () => (await inChat(anna)).length === 1);
  expect((await inChat(anna))[0]!.content.content).toBe('Welcome');
  // Who only came in is not in the inbox yet.
  const id = (await idOf(anna))!;
  const listed = async () => (await admin('GET', '?limit=100')).body.items.map((one: ConversationView) => one.id);
  expect(await listed()).not.toContain(id);
  await test.sandbox.control.chatText(anna.wechatId, 'hi');
  await until(async () => (await listed()).includes(id));
  expect((await said(id)).map(({ from, kind }) => `${from} ${kind}`)).toEqual(['customer entered', 'greeting text', 'customer text']);
  expect(await view(id)).toMatchObject({ unread: 1 });

  const { customer, id: asked } = await writer('施');
  await until(async () => (await inChat(customer)).length === 1);
  expect((await view(asked)).last).toMatchObject({ from: 'customer', text: '在吗' });
  expect((await inChat(customer))[0]!.content.content).toBe('您好，欢迎');

  await settle({ greeting: { zh: '您好', en: '' }, outOfHours: { zh: '休息中', en: '' }, hours: [[], [], [], [], [], [], []] });
  const night = await writer('张');
  await until(async () => (await inChat(night.customer)).length === 1);
  await test.sandbox.control.chatText(night.customer.wechatId, '有人吗');
  await until(async () => (await said(night.id)).length === 3);
  expect((await said(night.id)).map(({ from }) => from)).toEqual(['customer', 'out_of_hours', 'customer']);
});

it('is handed over between those who may, counted for whom it waits, and read up to what was seen', async () => {
  const { customer, id } = await writer('孔');
  const wang = await newOperator(test, owner, ['conversations:handle'], null);
  const cook = await newOperator(test, owner, ['orders:read'], null);
  const colleagues = (await admin('GET', '/colleagues', undefined, wang)).body.map((one: { id: string }) => one.id);
  expect([colleagues.includes(wang.id), colleagues.includes(cook.id)]).toEqual([true, false]);
  expect((await admin('GET', '', undefined, cook)).status).toBe(403);
  expect((await admin('POST', `/${id}/assign`, { operatorId: cook.id })).body.code).toBe('conversations.colleague_not_found');
  const listed = async (which: string, as: { cookie: string }) =>
    (await admin('GET', `?view=${which}&limit=100`, undefined, as)).body.items.some((one: ConversationView) => one.id === id);
  expect([await listed('unassigned', owner), await listed('mine', wang)]).toEqual([true, false]);
  expect((await admin('POST', `/${id}/assign`, { operatorId: wang.id, note: '请看退款' })).body.assignee.id).toBe(wang.id);
  expect([await listed('unassigned', owner), await listed('mine', wang), await listed('all', owner)]).toEqual([false, true, true]);
  expect((await said(id)).at(-1)).toMatchObject({ kind: 'handover', text: '请看退款', assignedName: wang.email.split('@')[0] });
  expect(await inChat(customer)).toHaveLength(0);

  const waiting = async (as: { cookie: string }) => (await admin('GET', '/unread', undefined, as)).body.messages as number;
  const [mine, theirs] = [await waiting(wang), await waiting(owner)];
  await test.sandbox.control.chatText(customer.wechatId, '第二句');
  await until(async () => (await view(id)).unread === 2);
  expect([await waiting(wang), await waiting(owner)]).toEqual([mine + 1, theirs]);
  const first = (await said(id))[0]!;
  expect((await admin('POST', `/${id}/read`, { messageId: first.id }, wang)).status).toBe(204);
  expect((await view(id)).unread).toBe(1);
  await admin('POST', `/${id}/read`, { messageId: (await said(id)).at(-1)!.id }, wang);
  expect((await view(id)).unread).toBe(0);

  // Whoever answers what is nobody's has it.
  await admin('POST', `/${id}/assign`, { operatorId: null });
  await say(id, '您好', wang);
  expect((await view(id)).assignee?.id).toBe(wang.id);
});

it('shows the customer that somebody types, and is silent when WeChat does not take it', async () => {
  const { customer, id } = await writer('曹');
  const typing = async () => (await test.sandbox.control.chat(customer.wechatId)).typing;
  expect((await admin('POST', `/${id}/typing`, { on: true })).status).toBe(204);
  expect(await typing()).toBe(true);
  expect((await admin('POST', `/${id}/typing`, { on: true })).status).toBe(204);
  expect((await admin('POST', `/${id}/typing`, { on: false })).status).toBe(204);
  expect(await typing()).toBe(false);
});

it('tells operators live, and nobody else', async () => {
  const { customer, id } = await writer('严');
  const open = (query: string, headers: Record<string, string>) =>
    new WebSocket(`${test.url.replace('http', 'ws')}/api/v1/live?topics=conversations:all${query}`, { headers });
  const heard: { topic: string; data: { conversationId?: string; typing?: { on: boolean } } | null }[] = [];
  const socket = open('', { cookie: owner.cookie });
  socket.on('message', (text: Buffer) => heard.push(JSON.parse(text.toString())));
  await until(async () => heard.some(({ topic }) => topic === 'ready'));
  await test.sandbox.control.chatText(customer.wechatId, '听得到吗');
  await until(async () => heard.some(({ data }) => data?.conversationId === id));
  await admin('POST', `/${id}/typing`, { on: true });
  await until(async () => heard.some(({ data }) => data?.typing?.on === true));
  expect(heard.at(-1)?.data).toMatchObject({ conversationId: id, messageId: null, typing: { on: true, name: expect.any(String) } });
  socket.close();
  const closed = await new Promise((resolve) => open(`&token=${customer.as.token}`, {}).on('close', resolve));
  expect(closed).toBe(4403);
});

it('keeps quick replies', async () => {
  const { body, status } = await admin('POST', '/quick-replies', {
    title: '发票',
    text: { zh: '请在订单里申请发票', en: 'Ask in the order' },
  });
  expect(status).toBe(201);
  await admin('PUT', `/quick-replies/${body.id}`, { title: '开票', text: { zh: '请在订单里申请发票', en: '' } });
  expect((await admin('GET', '/quick-replies')).body).toContainEqual({
    id: body.id,
    title: '开票',
    text: { zh: '请在订单里申请发票', en: '' },
  });
  expect((await admin('DELETE', `/quick-replies/${body.id}`)).status).toBe(204);
  expect((await admin('DELETE', `/quick-replies/${body.id}`)).body.code).toBe('conversations.quick_reply_not_found');
});

it('refuses hours that cannot be, texts that WeChat does not take, and what is not there', async () => {
  const hours = Array.from({ length: 7 }, () => [{ from: '12:00', to: '09:00' }]);
  expect((await settle({ hours })).body).toMatchObject({
    code: 'conversations.bad_hours',
    errors: expect.arrayContaining([expect.anything()]),
  });
  expect((await settle({ timeZone: 'Mars/Olympus' })).body.code).toBe('conversations.bad_time_zone');
  const { id } = await writer('金');
  expect((await say(id, '茶'.repeat(683))).body.code).toBe('conversations.text_too_long');
  expect((await say(newId(), '在')).body.code).toBe('conversations.not_found');
});

it('shows the customer’s orders beside the chat', async () => {
  const shop = await openShop(test, '会话店');
  const { variantId } = await stockGoods(test);
  const [mine, other] = [await test.customer('魏'), await test.customer('陶')];
  const placed = await order(test, mine, shop, { lines: [{ variantId, quantity: 1 }] });
  await order(test, other, shop, { lines: [{ variantId, quantity: 1 }] });
  const { body } = await test.request('GET', `/api/v1/admin/orders?customerId=${mine.id}`, { as: owner });
  expect(body.items.map((one: { id: string }) => one.id)).toEqual([placed.body.id]);
});

it('gives customers all that was said, and forgets it with its pictures when they go', async () => {
  const { customer, id } = await writer('姜', '请删掉我');
  await test.sandbox.control.chatImage(customer.wechatId, png);
  await until(async () => (await said(id)).some(({ picture }) => picture?.status === 'kept'));
  const { picture } = (await said(id)).find((one) => one.picture)!;
  await over((await say(id, '好的')).body.id);
  const { body } = await test.request('GET', '/api/v1/storefront/me/export', { as: customer.as });
  expect(body.conversations).toMatchObject([
    { from: 'you', text: '请删掉我' },
    { from: 'you', kind: 'image', picture: expect.stringMatching(/^data:image\/jpeg;base64,/) },
    { from: 'shop', text: '好的' },
  ]);
  const storage = test.app.get(Storage);
  expect(await storage.read(pictureKey(picture!.id))).not.toBeNull();
  await test.request('DELETE', '/api/v1/storefront/me', { as: customer.as });
  expect(await idOf(customer)).toBeUndefined();
  // It may vanish between the look and the reading.
  await until(async () => (await storage.read(pictureKey(picture!.id)).catch(() => null)) === null);
});
