import { afterEach, expect, it } from 'vitest';
import { type Heard, startHost } from '../test/fake-host.js';
import { chinaTime, mediaVerdict, MemoryTokenStore, MiniProgram } from './index.js';

let host: Awaited<ReturnType<typeof startHost>>;
afterEach(() => host?.close());
const begin = async (answer: (heard: Heard) => object | Buffer) => {
  host = await startHost((heard) => {
    const body = heard.url.pathname === '/cgi-bin/stable_token' ? { access_token: 't', expires_in: 7200 } : answer(heard);
    return Buffer.isBuffer(body) ? { headers: { 'content-type': 'image/png' }, body } : { body: JSON.stringify(body) };
  });
  return new MiniProgram({
    appid: 'wx1',
    secret: 's1',
    tokens: new MemoryTokenStore(),
    baseUrl: host.url,
    backoffMs: [1, 1, 1],
    timeoutMs: 500,
  });
};
const asked = (path: string) =>
  host.heard
    .filter((one) => one.url.pathname === path)
    .map((one) => (one.body.startsWith('{') ? (JSON.parse(one.body) as Record<string, unknown>) : one.body));
const ok = { errcode: 0, errmsg: 'ok' };

it('talks to a customer: words, pictures, cards, and that somebody is typing', async () => {
  const { customerService } = await begin(({ url }) =>
    url.pathname.endsWith('upload') ? { type: 'image', media_id: 'M1', created_at: 1 } : ok,
  );
  const picture = await customerService.uploadImage(new Uint8Array([1, 2, 3]), 'a.png', 'image/png');
  expect(picture).toEqual({ ok: true, value: 'M1' });
  expect(asked('/cgi-bin/media/upload')[0]).toContain('name="media"; filename="a.png"');
  await customerService.sendText('o1', '马上就好');
  await customerService.sendImage('o1', 'M1');
  await customerService.sendCard('o1', { title: '您的订单', pagePath: 'packages/orders/detail?id=1', thumbMediaId: 'M1' });
  await customerService.typing('o1', true);
  expect(asked('/cgi-bin/message/custom/send')).toEqual([
    { touser: 'o1', msgtype: 'text', text: { content: '马上就好' } },
    { touser: 'o1', msgtype: 'image', image: { media_id: 'M1' } },
    {
      touser: 'o1',
      msgtype: 'miniprogrampage',
      miniprogrampage: { title: '您的订单', pagepath: 'packages/orders/detail?id=1', thumb_media_id: 'M1' },
    },
  ]);
  expect(asked('/cgi-bin/message/custom/typing')).toEqual([{ touser: 'o1', command: 'Typing' }]);
});
it('fetches a picture, and knows a refusal from one', async () => {
  const png = Buffer.from([0x89, 0x50]);
  const { customerService } = await begin(({ url }) =>
    url.searchParams.get('media_id') === 'M1' ? png : { errcode: 40007, errmsg: 'invalid media_id' },
  );
  expect(await customerService.media('M1')).toEqual({ ok: true, value: { bytes: png, contentType: 'image/png' } });
  expect(await customerService.media('M2')).toMatchObject({ ok: false, error: { code: '40007', retryable: false } });
});
it('judges a long text piece by piece, and the worst piece counts', async () => {
  const { security } = await begin(({ body }) => ({
    ...ok,
    trace_id: 'x',
    result: body.includes('坏') ? { suggest: 'risky', label: 20_003 } : { suggest: 'pass', label: 100 },
  }));
  expect(await security.checkText('o1', `${'好'.repeat(4000)}坏${'好'.repeat(10)}`, 'comment')).toEqual({
    ok: true,
    value: { suggest: 'risky', label: 20_003, traceId: 'x', words: [] },
  });
  expect(asked('/wxa/msg_sec_check')).toHaveLength(2);
  expect(await security.checkText('o1', '好', 'profile', '小满')).toMatchObject({ ok: true, value: { suggest: 'pass' } });
  expect(asked('/wxa/msg_sec_check').at(-1)).toEqual({ openid: 'o1', content: '好', version: 2, scene: 1, nickname: '小满' });
});
it('never takes silence for a pass', async () => {
  const { security } = await begin(() => ok);
  expect(await security.checkText('o1', 'x', 'comment')).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  const event = (fields: object) => ({
    key: '',
    type: 'event',
    event: 'wxa_media_check',
    openid: '',
    at: new Date(),
    fields: { trace_id: 't', ...fields },
  });
  expect(mediaVerdict(event({ errcode: 0, result: { suggest: 'pass', label: 100 } }))).toEqual({
    suggest: 'pass',
    label: 100,
    traceId: 't',
    words: [],
  });
  expect(mediaVerdict(event({ errcode: -1008 }))).toEqual({ suggest: 'review', label: 100, traceId: 't', words: [] });
  expect(mediaVerdict({ ...event({}), event: 'other' })).toBeNull();
});
it('reports how an order reaches its customer', async () => {
  const { shipping } = await begin(({ url }) =>
    url.pathname.endsWith('get_order')
      ? {
          ...ok,
          order: {
            transaction_id: '42',
            merchant_trade_no: 'n1',
            paid_amount: 1800,
            openid: 'o1',
            order_state: 2,
            shipping: { finish_shipping_count: 1 },
          },
        }
      : url.pathname.endsWith('is_trade_managed')
        ? { ...ok, is_trade_managed: true }
        : ok,
  );
  const at = new Date('2026-01-02T05:29:35.120Z');
  expect(
    await shipping.upload({
      order: { mchid: '1900', outTradeNo: 'n1' },
      openid: 'o1',
      logistics: 'pickup',
      parcels: [{ description: '桂花乌龙 2 件' }],
      at,
    }),
  ).toEqual({ ok: true, value: undefined });
  expect(asked('/wxa/sec/order/upload_shipping_info')).toEqual([
    {
      order_key: { order_number_type: 1, mchid: '1900', out_trade_no: 'n1' },
      logistics_type: 4,
      delivery_mode: 1,
      shipping_list: [{ item_desc: '桂花乌龙 2 件' }],
      upload_time: '2026-01-02T13:29:35.120+08:00',
      payer: { openid: 'o1' },
    },
  ]);
  expect(chinaTime(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01T01:00:00.000+08:00');
  expect(await shipping.order({ transactionId: '42' })).toMatchObject({ ok: true, value: { state: 2, paidFen: 1800, finishedCount: 1 } });
  expect(await shipping.isManaged()).toEqual({ ok: true, value: true });
});
it('makes links from outside, and proves a session', async () => {
  const program = await begin(({ url }) =>
    url.pathname === '/wxa/generatescheme'
      ? { ...ok, openlink: 'weixin://dl/business/?t=x' }
      : url.pathname === '/wxa/generate_urllink'
        ? { ...ok, url_link: 'https://wxaurl.cn/x' }
        : url.pathname === '/wxa/genwxashortlink'
          ? { ...ok, link: '#小程序://店/x' }
          : url.searchParams.get('signature') === '252b75c92698025afe925b29cca5517fdf9ee67aae072cf3225ebf3a53783058'
            ? ok
            : { errcode: 87_009, errmsg: 'invalid signature' },
  );
  expect(await program.links.scheme({ path: 'pages/home/index', query: 'a=1', days: 7 })).toEqual({
    ok: true,
    value: 'weixin://dl/business/?t=x',
  });
  expect(await program.links.url({ days: 30 })).toEqual({ ok: true, value: 'https://wxaurl.cn/x' });
  expect(await program.links.short('pages/home/index', '店')).toEqual({ ok: true, value: '#小程序://店/x' });
  expect(await program.checkSession('o1', 'HyVFkGl5F5OQWJZZaNzBBg==')).toEqual({ ok: true, value: true });
  expect(await program.checkSession('o1', 'other')).toEqual({ ok: true, value: false });
});

it('names the words that were found, and what the text belongs to', async () => {
  const { security } = await begin(() => ({
    ...ok,
    trace_id: 'x',
    result: { suggest: 'risky', label: 20_006 },
    detail: [
      { strategy: 'keyword', errcode: 0, suggest: 'risky', label: 20_006, keyword: '赌博,博彩' },
      { strategy: 'keyword', errcode: -1, keyword: '不算' },
      { strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20_006, prob: 90 },
    ],
  }));
  expect(await security.checkText('o1', '赌博', 'profile', '小满', { title: '标题', signature: '签名' })).toMatchObject({
    ok: true,
    value: { words: ['赌博', '博彩'] },
  });
  await security.checkText('o1', '赌博', 'comment', undefined, { signature: '签名' });
  expect(asked('/wxa/msg_sec_check')).toEqual([
    { openid: 'o1', content: '赌博', version: 2, scene: 1, nickname: '小满', title: '标题', signature: '签名' },
    { openid: 'o1', content: '赌博', version: 2, scene: 2 },
  ]);
});
it('asks how risky somebody is, and believes no rank outside 0 to 4', async () => {
  const { security } = await begin(({ body }) => ({ ...ok, risk_rank: body.includes('o1') ? 3 : 9 }));
  expect(
    await security.riskRank({ openid: 'o1', scene: 'marketing', clientIp: '1.2.3.4', phoneNumber: '13800138000', test: true }),
  ).toEqual({ ok: true, value: 3 });
  expect(asked('/wxa/getuserriskrank')).toEqual([
    { appid: 'wx1', openid: 'o1', scene: 1, client_ip: '1.2.3.4', mobile_no: '13800138000', is_test: true },
  ]);
  expect(await security.riskRank({ openid: 'o2', scene: 'register', clientIp: '1.2.3.4' })).toMatchObject({
    ok: false,
    error: { code: 'UNREADABLE' },
  });
});
it('asks for a picture to be judged', async () => {
  const { security } = await begin(() => ({ ...ok, trace_id: 'x1' }));
  expect(await security.checkMedia('o1', 'https://x.cn/1.jpg', 'comment')).toEqual({ ok: true, value: { traceId: 'x1' } });
  expect(asked('/wxa/media_check_async')).toEqual([{ openid: 'o1', media_url: 'https://x.cn/1.jpg', media_type: 2, version: 2, scene: 2 }]);
});
it('sends links, marks what a machine wrote, and hears that the time is over', async () => {
  const { customerService } = await begin(({ body }) =>
    body.includes('o2') ? { errcode: 45_015, errmsg: 'response out of time limit' } : ok,
  );
  await customerService.sendText('o1', '您好', { ai: true, businessId: 7 });
  await customerService.sendLink('o1', { title: '菜单', description: '新品', url: 'https://x.cn', thumbUrl: 'https://x.cn/1.jpg' });
  expect(asked('/cgi-bin/message/custom/send')).toEqual([
    { touser: 'o1', msgtype: 'text', text: { content: '您好' }, aimsgcontext: { is_ai_msg: 1 }, businessid: 7 },
    { touser: 'o1', msgtype: 'link', link: { title: '菜单', description: '新品', url: 'https://x.cn', thumb_url: 'https://x.cn/1.jpg' } },
  ]);
  expect(await customerService.sendText('o2', '在吗')).toMatchObject({ ok: false, error: { code: '45015', retryable: false } });
});
