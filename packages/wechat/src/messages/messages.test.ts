import { afterEach, describe, expect, it } from 'vitest';
import { type Heard, startHost } from '../../test/fake-host.js';
import { fieldsOf, fitValue, MemoryTokenStore, MessagePush, MiniProgram, subscriptionNews, typeOfKey } from '../index.js';

let host: Awaited<ReturnType<typeof startHost>>;
afterEach(() => host?.close());
const begin = async (answer: (heard: Heard) => object) => {
  host = await startHost((heard) => ({
    body: JSON.stringify(
      heard.url.pathname === '/cgi-bin/stable_token' ? { access_token: 't', expires_in: 7200 } : answer(heard),
    ).replaceAll(/"(\d{17,})"/g, '$1'),
  }));
  return new MiniProgram({
    appid: 'wx1',
    secret: 's1',
    tokens: new MemoryTokenStore(),
    baseUrl: host.url,
    backoffMs: [1, 1, 1],
    timeoutMs: 500,
  });
};
const lastBody = () => JSON.parse(host.heard.at(-1)!.body) as Record<string, unknown>;

describe('values', () => {
  it.each([
    ['thing1', '  桂花乌龙奶茶、茉莉奶绿、芋泥波波、杨枝甘露、满杯西柚 ', '桂花乌龙奶茶、茉莉奶绿、芋泥波波、杨枝…'],
    ['thing2', '一行\n两行', '一行 两行'],
    ['character_string3', '单号 A-42', 'A-42'],
    ['amount4', '¥36.00', '¥36.00'],
    ['amount4', '12345678901', ''],
    ['phrase5', '已退款 ok 到账了', '已退款到账'],
    ['name6', '欧阳修欧阳修欧阳修欧阳修', '欧阳修欧阳修欧阳修欧'],
    ['name6', 'Ouyang Xiu of Luling County', 'Ouyang Xiu of Luling'],
    ['time7', '2026年11月21日 15:01', '2026年11月21日 15:01'],
    ['time7', 'tomorrow', ''],
    ['time7', '25:01', ''],
    ['time7', '15:01~16:30', '15:01~16:30'],
    ['time7', '15:01~later', ''],
    ['date8', '2026年11月21日~2026年11月22日', '2026年11月21日~2026年11月22日'],
    ['date8', '2026年13月21日', ''],
    ['phone_number9', '+86-021-6000-0001-8888', ''],
    ['letter1', 'ab-12', 'ab'],
    ['symbol1', '!a?', '!?'],
    ['number8', '3 杯', ''],
    ['car_number2', '沪A12345', '沪A12345'],
    ['number8', '3', '3'],
    ['phone_number9', '021-6000 0001 转 8', '021-6000 0001  8'],
    ['number8', '-3', ''],
    ['number8', '0.5', '0.5'],
    ['amount4', '12345678.901', ''],
    ['amount4', '共 36 元', ''],
    ['amount4', '36元', '36元'],
    ['time7', '15:01:30', '15:01'],
    ['date8', '2026年11月21日 9:05:00', '2026年11月21日 9:05'],
    ['car_number2', '沪A12345678', ''],
    ['car_number2', '粤Z·1234港', '粤Z1234港'],
    ['name6', '张三 3', '张三'],
    ['phone_number9', '转分机', ''],
    ['thing1', '👍'.repeat(25), `${'👍'.repeat(19)}…`],
  ])('make %s of %s fit', (key, value, fitted) => expect(fitValue(key, value)).toBe(fitted));
  it('know their type by the key', () => {
    expect([typeOfKey('character_string12'), typeOfKey('thing1'), typeOfKey('thing'), typeOfKey('other1')]).toEqual([
      'character_string',
      'thing',
      undefined,
      undefined,
    ]);
  });
});

it('sends a message with its values, and keeps every digit of its id', async () => {
  const program = await begin(() => ({ errcode: 0, errmsg: 'ok', msgid: '3312718900012345678' }));
  expect(
    await program.messages.send({
      openid: 'o1',
      templateId: 'T1',
      data: { thing1: '奶茶' },
      page: 'packages/orders/detail?id=1',
      lang: 'zh_CN',
    }),
  ).toEqual({ ok: true, value: { messageId: '3312718900012345678' } });
  expect(lastBody()).toEqual({
    touser: 'o1',
    template_id: 'T1',
    data: { thing1: { value: '奶茶' } },
    page: 'packages/orders/detail?id=1',
    lang: 'zh_CN',
  });
});
it('sends once, even when WeChat is busy: there is no idempotency key', async () => {
  const program = await begin(() => ({ errcode: -1, errmsg: 'busy' }));
  expect(await program.messages.send({ openid: 'o1', templateId: 'T1', data: {} })).toMatchObject({ ok: false, error: { code: '-1' } });
  expect(host.heard.filter((one) => one.url.pathname.endsWith('/send'))).toHaveLength(1);
});
it('reads the account’s templates with their fields', async () => {
  const program = await begin(() => ({
    errcode: 0,
    data: [
      { priTmplId: 'T1', title: '取餐提醒', content: '取餐码:{{character_string1.DATA}}\n商品：{{thing2.DATA}}\n', example: '', type: 2 },
    ],
  }));
  expect(await program.messages.templates()).toEqual({
    ok: true,
    value: [
      {
        templateId: 'T1',
        title: '取餐提醒',
        content: '取餐码:{{character_string1.DATA}}\n商品：{{thing2.DATA}}\n',
        example: '',
        once: true,
        fields: [
          { key: 'character_string1', label: '取餐码' },
          { key: 'thing2', label: '商品' },
        ],
      },
    ],
  });
  expect(fieldsOf('没有字段')).toEqual([]);
});

describe('subscription news', () => {
  const read = (body: string) => {
    const push = new MessagePush({ appid: 'wx1', token: 'AAAAA' });
    const answer = push.read({ signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78', timestamp: '1714037059', nonce: '486452656' }, body);
    if (!answer.ok) throw new Error(answer.reason);
    return subscriptionNews(answer.message);
  };
  const outer = { ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: '1620963428', MsgType: 'event' };
  it('come as an object when alone, as a list when several', () => {
    const one = { TemplateId: 'T1', SubscribeStatusString: 'accept', PopupScene: '0' };
    expect(read(JSON.stringify({ ...outer, Event: 'subscribe_msg_popup_event', List: one }))).toMatchObject([
      { kind: 'answered', templateId: 'T1', accepted: true },
    ]);
    expect(
      read(
        JSON.stringify({
          ...outer,
          Event: 'subscribe_msg_change_event',
          List: [
            { ...one, SubscribeStatusString: 'reject' },
            { ...one, TemplateId: 'T2', SubscribeStatusString: 'reject' },
          ],
        }),
      ),
    ).toMatchObject([
      { kind: 'changed', accepted: false },
      { templateId: 'T2', accepted: false },
    ]);
  });
  it('come in XML, with an id of 64 bits', () => {
    const xml =
      '<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1620963428</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_sent_event]]></Event><SubscribeMsgSentEvent><List><TemplateId><![CDATA[T1]]></TemplateId><MsgID>1864323726461255680</MsgID><ErrorCode>0</ErrorCode><ErrorStatus><![CDATA[success]]></ErrorStatus></List></SubscribeMsgSentEvent></xml>';
    expect(read(xml)).toEqual([{ kind: 'sent', templateId: 'T1', accepted: false, messageId: '1864323726461255680', errorCode: '0' }]);
  });
});

it('knows what an enum may be', async () => {
  const program = await begin(() => ({
    errcode: 0,
    data: [
      {
        priTmplId: 'T1',
        title: '进度',
        content: '状态:{{enum1.DATA}}\n',
        example: '',
        type: 3,
        keywordEnumValueList: [{ keywordCode: 'enum1', enumValueList: ['已接单', '已完成'] }],
      },
    ],
  }));
  const templates = await program.messages.templates();
  expect(templates).toMatchObject({
    ok: true,
    value: [{ once: false, fields: [{ key: 'enum1', label: '状态', values: ['已接单', '已完成'] }] }],
  });
  expect([
    fitValue('enum1', '已完成', ['已接单', '已完成']),
    fitValue('enum1', '别的', ['已接单', '已完成']),
    fitValue('enum1', '别的'),
  ]).toEqual(['已完成', '', '别的']);
});
it('finds templates in the library, adds one and removes it', async () => {
  const ok = { errcode: 0, errmsg: 'ok' };
  const program = await begin(({ url }) => {
    if (url.pathname.endsWith('getcategory')) return { ...ok, data: [{ id: 616, name: '餐饮' }, 'x'] };
    if (url.pathname.endsWith('titles')) return { ...ok, count: 1, data: [{ tid: 99, title: '取餐提醒', type: 2, categoryId: '616' }] };
    if (url.pathname.endsWith('keywords'))
      return { ...ok, count: 1, data: [{ kid: 1, name: '取餐码', example: 'A1', rule: 'character_string' }] };
    if (url.pathname.endsWith('addtemplate')) return { ...ok, priTmplId: 'T9' };
    return url.pathname.endsWith('deltemplate') ? { errcode: 200_001, errmsg: 'system error' } : ok;
  });
  expect(await program.messages.categories()).toEqual({ ok: true, value: [{ id: 616, name: '餐饮' }] });
  expect(await program.messages.libraryTitles([616, 617])).toEqual({
    ok: true,
    value: { count: 1, titles: [{ tid: 99, title: '取餐提醒', once: true, categoryId: 616 }] },
  });
  expect(host.heard.at(-1)!.url.search).toContain('ids=616%2C617&start=0&limit=30');
  expect(await program.messages.libraryKeywords(99)).toEqual({
    ok: true,
    value: [{ kid: 1, name: '取餐码', example: 'A1', rule: 'character_string' }],
  });
  expect(await program.messages.addTemplate('99', [1, 2], '取餐')).toEqual({ ok: true, value: 'T9' });
  expect(lastBody()).toEqual({ tid: '99', kidList: [1, 2], sceneDesc: '取餐' });
  for (const broken of [
    program.messages.addTemplate('99', [1], '取餐'),
    program.messages.addTemplate('99', [1, 2, 3, 4, 5, 6], '取餐'),
    program.messages.addTemplate('99', [1, 2], '取'.repeat(16)),
    program.messages.libraryTitles([]),
    program.messages.libraryTitles([616], 0, 31),
    program.messages.send({ openid: 'o1', templateId: 'T1', data: { thing1: ' ' } }),
  ])
    expect(await broken).toMatchObject({ ok: false, error: { code: 'UNFIT' } });
  expect(host.heard.filter((one) => one.url.pathname.endsWith('addtemplate'))).toHaveLength(1);
  expect(await program.messages.deleteTemplate('T9')).toMatchObject({ ok: false, error: { code: '200001', retryable: true } });
  // The library's own way to say that it is busy: tried again by itself.
  expect(host.heard.filter((one) => one.url.pathname.endsWith('deltemplate'))).toHaveLength(4);
});
