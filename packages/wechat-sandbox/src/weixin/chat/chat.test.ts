import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../index.js';
import { type Backend, openBackend } from '../../testing/backend.js';
import { eventually } from '../../testing/shop.js';
import { type Answer, ask, type Caller, caller } from '../../testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Caller;
let backend: Backend;
let customer: { id: string; openid: string };
let png: Buffer;
beforeEach(async () => {
  png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  backend = await openBackend();
  sandbox = await startSandbox({ pages: ['pages/menu/index'], weixin: { pushRetryDelayMs: 0, mediaMaxBytes: 2000 } });
  await sandbox.control.setPush(backend.settings());
  shop = await caller(sandbox);
  customer = await sandbox.control.createCustomer();
});
afterEach(async () => {
  await sandbox.stop();
  backend.close();
});

const send = (msgtype: string, part: unknown, more: object = {}) =>
  shop.post('/cgi-bin/message/custom/send', { touser: customer.openid, msgtype, [msgtype]: part, ...more });
const say = (content = '您好') => send('text', { content });
const typing = (command: string) => shop.post('/cgi-bin/message/custom/typing', { touser: customer.openid, command });
const heard = (index: number) => JSON.parse(backend.heard[index]?.body ?? '') as Answer;

async function upload(bytes: Buffer, field = 'media', type = 'image'): Promise<Answer> {
  const form = new FormData();
  form.set(field, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), '封面.png');
  const answer = await fetch(`${sandbox.url}/cgi-bin/media/upload?access_token=${shop.token}&type=${type}`, { method: 'POST', body: form });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}
const download = (mediaId: unknown) => fetch(`${sandbox.url}/cgi-bin/media/get?access_token=${shop.token}&media_id=${String(mediaId)}`);

describe('what the customer does reaches the shop', () => {
  it('enters, writes, sends a picture and a card', async () => {
    await ask(sandbox, '/sandbox/chat/enter', { customerId: customer.id, sessionFrom: 'order-7' });
    await ask(sandbox, '/sandbox/chat/text', { customerId: customer.id, content: '茶凉了' });
    await ask(sandbox, '/sandbox/chat/image', { customerId: customer.id, image: png.toString('base64') });
    await ask(sandbox, '/sandbox/chat/card', {
      customerId: customer.id,
      title: '桂花乌龙',
      pagePath: 'pages/menu/index?item=3',
      thumb: png.toString('base64'),
    });
    await backend.until(4);
    const common = { ToUserName: expect.stringMatching(/^gh_/), FromUserName: customer.openid, CreateTime: expect.any(Number) };
    const find = (type: string) => backend.heard.map((push) => JSON.parse(push.body) as Answer).find((news) => news.MsgType === type);
    expect(find('event')).toEqual({ ...common, MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: 'order-7' });
    expect(find('text')).toEqual({ ...common, MsgType: 'text', Content: '茶凉了', MsgId: expect.any(Number) });
    expect(backend.heard.find((push) => push.body.includes('茶凉了'))?.body).toMatch(/"MsgId":\d{19}}$/);
    const picture = find('image');
    expect(Buffer.from(await (await fetch(String(picture?.PicUrl))).arrayBuffer()).equals(png)).toBe(true);
    expect(Buffer.from(await (await download(picture?.MediaId)).arrayBuffer()).equals(png)).toBe(true);
    const { appid } = sandbox.credentials;
    expect(find('miniprogrampage')).toEqual({
      ...common,
      MsgType: 'miniprogrampage',
      Title: '桂花乌龙',
      AppId: appid,
      PagePath: 'pages/menu/index?item=3',
      ThumbUrl: expect.stringContaining('/sandbox/media/'),
      ThumbMediaId: expect.any(String),
      MsgId: expect.any(Number),
    });
    const { entries } = await sandbox.control.chat(customer.id);
    expect(entries.map((entry) => [entry.from, entry.type])).toEqual([
      ['customer', 'enter'],
      ['customer', 'text'],
      ['customer', 'image'],
      ['customer', 'miniprogrampage'],
    ]);
    expect((await ask(sandbox, `/sandbox/chat/${entries[3]?.id}/open`, {})).body).toMatchObject({
      path: 'pages/menu/index',
      query: { item: '3' },
    });
  });

  it('is handed to the people of the tool when the shop says so, events excepted', async () => {
    backend.answer = () =>
      JSON.stringify({ ToUserName: customer.openid, FromUserName: 'gh_1', CreateTime: 1, MsgType: 'transfer_customer_service' });
    await sandbox.control.enterChat(customer.id);
    await sandbox.control.chatText(customer.id, '找人工');
    await backend.until(2);
    await eventually(async () => (await sandbox.control.chat(customer.id)).entries[1]?.transferred === true);
    expect((await sandbox.control.chat(customer.id)).entries[0]?.transferred).toBe(false);
  });

  it('shows that nobody answers when the shop never takes the message', async () => {
    backend.answer = () => 500;
    await sandbox.control.chatText(customer.id, '在吗');
    await eventually(async () => (await sandbox.control.chat(customer.id)).entries[1]?.type === 'notice');
    expect(backend.heard).toHaveLength(3);
  });
});

describe('the shop answers', () => {
  it('five times within 48 hours of a message, and again after the next', async () => {
    expect(await say()).toMatchObject({ errcode: 45015 });
    await sandbox.control.chatText(customer.id, '在吗');
    for (let index = 0; index < 5; index += 1) expect(await say(`第 ${index} 条`)).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await say()).toMatchObject({ errcode: 45047 });
    await sandbox.control.chatText(customer.id, '还在吗');
    expect(await say()).toMatchObject({ errcode: 0 });
    await sandbox.control.advance(48 * 3_600_000 + 1);
    await shop.renew();
    expect(await say()).toMatchObject({ errcode: 45015 });
    const { entries } = await sandbox.control.chat(customer.id);
    expect(entries.filter((entry) => entry.from === 'shop').map((entry) => entry.content.content)).toEqual([
      '第 0 条',
      '第 1 条',
      '第 2 条',
      '第 3 条',
      '第 4 条',
      '您好',
    ]);
  });

  it('twice within a minute of entering', async () => {
    await sandbox.control.enterChat(customer.id);
    expect([(await say()).errcode, (await say()).errcode, (await say()).errcode]).toEqual([0, 0, 45047]);
    await sandbox.control.enterChat(customer.id);
    await sandbox.control.advance(60_001);
    expect(await say()).toMatchObject({ errcode: 45015 });
  });

  it('with pictures, links, cards and the mark of an AI', async () => {
    await sandbox.control.chatText(customer.id, '看看');
    const { media_id: mediaId, type } = await upload(png);
    expect(type).toBe('image');
    expect(await send('image', { media_id: mediaId })).toMatchObject({ errcode: 0 });
    expect(
      await send('link', { title: 't', description: 'd', url: 'https://shop.example', thumb_url: 'https://shop.example/t.png' }),
    ).toMatchObject({ errcode: 0 });
    expect(await send('miniprogrampage', { title: '茶单', pagepath: 'pages/menu/index?x=1', thumb_media_id: mediaId })).toMatchObject({
      errcode: 0,
    });
    expect(await send('text', { content: '机器答' }, { aimsgcontext: { is_ai_msg: 1 } })).toMatchObject({ errcode: 0 });
    const { entries } = await sandbox.control.chat(customer.id);
    expect(entries.slice(1).map((entry) => [entry.type, entry.ai])).toEqual([
      ['image', false],
      ['link', false],
      ['miniprogrampage', false],
      ['text', true],
    ]);
    expect((await fetch(entries[1]?.content.url ?? '')).headers.get('content-type')).toBe('image/png');
  });

  it.each([
    ['text', { content: '' }, 44004],
    ['text', { content: '茶'.repeat(683) }, 45002],
    ['text', 'hello', 47001],
    ['image', { media_id: 'none' }, 40007],
    ['link', { title: 't' }, 47001],
    ['miniprogrampage', { title: 't', pagepath: 'pages/none', thumb_media_id: 'x' }, 40165],
    ['miniprogrampage', { title: 't', pagepath: 'pages/menu/index', thumb_media_id: 'x' }, 40007],
    ['voice', { media_id: 'x' }, 40008],
  ])('not with a wrong %s (%o)', async (type, part, errcode) => {
    await sandbox.control.chatText(customer.id, '看看');
    expect(await send(type, part)).toMatchObject({ errcode });
    expect((await sandbox.control.chat(customer.id)).windows.message?.left).toBe(5);
  });

  it('not to a stranger', async () => {
    expect(await send('text', { content: 'x' }, { touser: 'oNobody' })).toMatchObject({ errcode: 40003 });
  });

  it('shows that it types, for those who were there within half a minute', async () => {
    expect(await typing('Typing')).toMatchObject({ errcode: 45080 });
    await sandbox.control.chatText(customer.id, '在吗');
    expect(await typing('typing')).toMatchObject({ errcode: 45072 });
    expect(await typing('Typing')).toMatchObject({ errcode: 0 });
    expect((await sandbox.control.chat(customer.id)).typing).toBe(true);
    expect(await typing('Typing')).toMatchObject({ errcode: 45081 });
    expect(await typing('CancelTyping')).toMatchObject({ errcode: 0 });
    expect((await sandbox.control.chat(customer.id)).typing).toBe(false);
    await sandbox.control.advance(30_001);
    expect(await typing('Typing')).toMatchObject({ errcode: 45080 });
  });
});

describe('media', () => {
  it('are found where the settings say', async () => {
    await sandbox.control.changeSettings({ publicUrl: 'http://wechat:7070' });
    const large = Buffer.concat([png, Buffer.alloc(2_000_000)]);
    const { body } = await ask(sandbox, '/sandbox/chat/image', { customerId: customer.id, image: large.toString('base64') });
    expect(body).toMatchObject({ content: { url: expect.stringMatching(/^http:\/\/wechat:7070\/sandbox\/media\//) } });
    expect((await ask(sandbox, '/sandbox/chat/image', { customerId: customer.id, image: 'AAAA' })).status).toBe(400);
  });

  it('are given back as they came, for three days', async () => {
    const { media_id: mediaId, created_at: createdAt } = await upload(png);
    expect(Number(createdAt)).toBeCloseTo(Date.now() / 1000, -1);
    const answer = await download(mediaId);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-disposition')).toContain('.png"');
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    await sandbox.control.advance(3 * 86_400_000 + 1);
    await shop.renew();
    expect(await (await download(mediaId)).json()).toMatchObject({ errcode: 40007 });
    expect((await ask(sandbox, `/sandbox/media/${String(mediaId)}`)).status).toBe(404);
  });

  it('are refused when they are none, too large or of another kind', async () => {
    expect(await upload(Buffer.from('<svg/>'))).toMatchObject({ errcode: 40005 });
    expect(await upload(Buffer.concat([png, Buffer.alloc(2001)]))).toMatchObject({ errcode: 45001 });
    expect(await upload(Buffer.alloc(33 * 1024 * 1024))).toMatchObject({ errcode: 45001 });
    expect(await upload(png, 'file')).toMatchObject({ errcode: 41005 });
    expect(await upload(png, 'media', 'voice')).toMatchObject({ errcode: 40004 });
  });
});

it('writes a text of the chat in XML as WeChat does', async () => {
  await sandbox.control.setPush(backend.settings({ format: 'xml' }));
  await sandbox.control.chatText(customer.id, '<b>&茶</b>');
  await backend.until(1);
  expect(backend.heard[0]?.body).toMatch(/<Content><!\[CDATA\[<b>&茶<\/b>\]\]><\/Content><MsgId>\d{19}<\/MsgId><\/xml>$/);
  expect(() => heard(0)).toThrow();
});
