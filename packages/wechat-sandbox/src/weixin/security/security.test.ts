import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../index.js';
import { type Backend, openBackend } from '../../testing/backend.js';
import { type Answer, ask, type Caller, caller } from '../../testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Caller;
let customer: { id: string; openid: string };
beforeEach(async () => {
  sandbox = await startSandbox({ weixin: { mediaCheckDelayMs: 60_000, mediaCheckMaxBytes: 100 } });
  shop = await caller(sandbox);
  customer = await sandbox.control.createCustomer();
  await sandbox.control.visit(customer.id);
});
afterEach(() => sandbox.stop());

describe('msg_sec_check', () => {
  const check = (content: unknown, more: object = {}) =>
    shop.post('/wxa/msg_sec_check', { content, version: 2, scene: 2, openid: customer.openid, ...more });

  it('lets pass, wants a person, or refuses, and names the word', async () => {
    expect(await check('茶很香')).toMatchObject({ errcode: 0, trace_id: expect.any(String), result: { suggest: 'pass', label: 100 } });
    const review = await check('加微信优惠');
    expect(review).toMatchObject({ result: { suggest: 'review', label: 10001 } });
    expect(review.detail).toContainEqual(expect.objectContaining({ strategy: 'keyword', keyword: '加微信', errcode: 0 }));
    expect(await check('加微信刷单')).toMatchObject({ result: { suggest: 'risky', label: 20008 } });
    expect(await check('好', { title: '赌博' })).toMatchObject({ result: { suggest: 'risky', label: 20006 } });
    expect(await check('好', { signature: '赌博' })).toMatchObject({ result: { suggest: 'pass' } });
    expect(await check('好', { signature: '赌博', scene: 1 })).toMatchObject({ result: { suggest: 'risky' } });
  });

  it('goes by the words of the settings, and by a planned verdict before them', async () => {
    await sandbox.control.changeSettings({ words: [{ word: '龙井', suggest: 'risky', label: 21000 }] });
    expect(await check('龙井')).toMatchObject({ result: { suggest: 'risky', label: 21000 } });
    await ask(sandbox, '/sandbox/verdicts', { suggest: 'review', label: 20012, count: 2 });
    expect([(await check('龙井')).result, (await check('好')).result, (await check('好')).result]).toEqual([
      { suggest: 'review', label: 20012 },
      { suggest: 'review', label: 20012 },
      { suggest: 'pass', label: 100 },
    ]);
    expect((await ask(sandbox, '/sandbox/verdicts', { suggest: 'bad', label: 1 })).status).toBe(400);
  });

  it('takes only customers who were there within two hours', async () => {
    const other = await sandbox.control.createCustomer();
    expect(await check('好', { openid: other.openid })).toMatchObject({ errcode: 61010 });
    await sandbox.control.loginCode(other.id);
    expect(await check('好', { openid: other.openid })).toMatchObject({ errcode: 0 });
    await sandbox.control.advance(7_200_001);
    await shop.renew();
    expect(await check('好')).toMatchObject({ errcode: 61010 });
    await sandbox.control.visit(customer.id);
    expect(await check('好')).toMatchObject({ errcode: 0 });
  });

  it('refuses what does not fit', async () => {
    expect(await check('')).toMatchObject({ errcode: 47001 });
    expect(await check('茶'.repeat(2501))).toMatchObject({ errcode: 40097 });
    expect(await check('好', { scene: 5 })).toMatchObject({ errcode: 40129 });
    expect(await check('好', { version: 3 })).toMatchObject({ errcode: 40097 });
    expect(await check('好', { openid: 'oNobody' })).toMatchObject({ errcode: 40003 });
    expect(await shop.get('/wxa/msg_sec_check')).toMatchObject({ errcode: 43002 });
  });

  it('without a version is the old one', async () => {
    expect(await shop.post('/wxa/msg_sec_check', { content: '好' })).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await shop.post('/wxa/msg_sec_check', { content: '赌博' })).toMatchObject({ errcode: 87014 });
  });
});

describe('media_check_async', () => {
  let backend: Backend;
  let files: string;
  let stop: () => void;
  beforeEach(async () => {
    backend = await openBackend();
    await sandbox.control.setPush(backend.settings());
    const server = createServer((request, response) =>
      response.writeHead(request.url?.includes('gone') ? 404 : 200).end(request.url?.includes('large') ? 'x'.repeat(101) : 'bytes'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    files = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = () => server.close();
  });
  afterEach(() => {
    stop();
    backend.close();
  });
  const check = (name: string, more: object = {}) =>
    shop.post('/wxa/media_check_async', {
      media_url: `${files}/${name}`,
      media_type: 2,
      version: 2,
      scene: 2,
      openid: customer.openid,
      ...more,
    });

  it('tells the result later, under the same trace', async () => {
    const traces = new Map<unknown, string>();
    for (const name of ['tea.png', 'risky-1.png', 'review.jpg', 'gone.png', 'large.png']) traces.set((await check(name)).trace_id, name);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(backend.heard).toHaveLength(0);
    await sandbox.control.advance(60_000);
    await backend.until(5);
    const news = Object.fromEntries(
      backend.heard.map(({ body }) => JSON.parse(body) as Answer).map((item) => [traces.get(item.trace_id), item]),
    );
    const { appid } = sandbox.credentials;
    expect(news['tea.png']).toMatchObject({
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid,
      version: 2,
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
    });
    expect(news['risky-1.png']).toMatchObject({ result: { suggest: 'risky', label: 20002 }, detail: [{ errcode: 0, suggest: 'risky' }] });
    expect(news['review.jpg']).toMatchObject({ result: { suggest: 'review', label: 21000 } });
    expect([news['gone.png']?.errcode, news['large.png']?.errcode]).toEqual([-1008, -1008]);
  });

  it('refuses what does not fit', async () => {
    expect(await check('a.png', { media_type: 3 })).toMatchObject({ errcode: 40004 });
    expect(await check('a.png', { media_url: 'tea.png' })).toMatchObject({ errcode: 40097 });
    expect(await check('a.png', { scene: 9 })).toMatchObject({ errcode: 40129 });
    expect(await check('a.png', { version: 1 })).toMatchObject({ errcode: 40097 });
    const other = await sandbox.control.createCustomer();
    expect(await check('a.png', { openid: other.openid })).toMatchObject({ errcode: 61010 });
    expect(await sandbox.control.mediaChecks()).toEqual([]);
  });
});
