import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../index.js';
import { type Backend, openBackend } from '../../testing/backend.js';
import { type Answer, ask, type Caller, caller } from '../../testing/weixin.js';

let sandbox: RunningSandbox;
let shop: Caller;
let customer: { id: string; openid: string };
beforeEach(async () => {
  sandbox = await startSandbox({ pages: ['pages/orders/detail'] });
  shop = await caller(sandbox);
  customer = await sandbox.control.createCustomer();
});
afterEach(() => sandbox.stop());

const lib = '/wxaapi/newtmpl';
const add = (tid: number, kidList: unknown, sceneDesc = '取餐') => shop.post(`${lib}/addtemplate`, { tid, kidList, sceneDesc });
const newTemplate = async (tid = 1002, kidList = [1, 2]) => String((await add(tid, kidList)).priTmplId);
const data = { character_string1: { value: 'A012' }, thing2: { value: '牌楼一店' } };
const send = (templateId: string, change: object = {}) =>
  shop.post('/cgi-bin/message/subscribe/send', {
    touser: customer.openid,
    template_id: templateId,
    page: 'pages/orders/detail?id=7',
    data,
    ...change,
  });
const accept = (...ids: string[]) => sandbox.control.subscribe(customer.id, Object.fromEntries(ids.map((id) => [id, 'accept' as const])));

describe('the template library', () => {
  it('goes from category to title to keywords to an own template, and away again', async () => {
    const categories = (await shop.get(`${lib}/getcategory`)).data as Answer[];
    const titles = await shop.get(`${lib}/getpubtemplatetitles`, { ids: String(categories[0]?.id), start: '1', limit: '2' });
    expect(titles.count).toBeGreaterThan(3);
    expect(titles.data).toHaveLength(2);
    expect((await shop.get(`${lib}/getpubtemplatekeywords`, { tid: '1002' })).data).toContainEqual({
      kid: 2,
      name: '门店名称',
      example: '牌楼一店',
      rule: 'thing',
    });
    const id = await newTemplate(1003, [2, 6]);
    const { data: mine } = await shop.get(`${lib}/gettemplate`);
    expect(mine).toMatchObject([
      {
        priTmplId: id,
        title: '订单状态通知',
        type: 2,
        content: '订单状态:{{phrase2.DATA}}\n状态说明:{{enum6.DATA}}\n',
        keywordEnumValueList: [{ keywordCode: 'enum6.DATA', enumValueList: ['待制作', '制作中', '已完成'] }],
      },
    ]);
    expect(await shop.post(`${lib}/deltemplate`, { priTmplId: id })).toEqual({ errcode: 0, errmsg: 'ok' });
    expect((await shop.get(`${lib}/gettemplate`)).data).toEqual([]);
    expect(await shop.post(`${lib}/deltemplate`, { priTmplId: id })).toMatchObject({ errcode: 40037 });
  });

  it('refuses what does not fit', async () => {
    await sandbox.control.changeSettings({ privateTemplateLimit: 1 });
    expect(await add(9999, [1, 2])).toMatchObject({ errcode: 200014 });
    expect(await add(1002, [1])).toMatchObject({ errcode: 200020 });
    expect(await add(1002, [1, 2, 3, 4, 5, 6])).toMatchObject({ errcode: 200020 });
    expect(await add(1002, [1, 99])).toMatchObject({ errcode: 200002 });
    expect(await add(1002, '1,2')).toMatchObject({ errcode: 47001 });
    expect(await add(1002, [1, 2], '十六个字的场景描述怎么也写不下去')).toMatchObject({ errcode: 200021 });
    await newTemplate();
    expect(await add(1003, [1, 2])).toMatchObject({ errcode: 200012 });
    await sandbox.control.changeSettings({ privateTemplateLimit: 50 });
    expect(await add(1002, [1, 2])).toMatchObject({ errcode: 200013 });
    for (const [query, errcode] of [
      [{ start: '0', limit: '2' }, 200019],
      [{ ids: '1', start: '0', limit: '2' }, 200018],
      [{ ids: '307', start: '-1', limit: '2' }, 200016],
      [{ ids: '307', start: '0', limit: '31' }, 200017],
    ] as const) {
      expect(await shop.get(`${lib}/getpubtemplatetitles`, query)).toMatchObject({ errcode });
    }
  });
});

describe('a message', () => {
  it('takes one permission, and is refused without', async () => {
    const id = await newTemplate();
    expect(await send(id)).toMatchObject({ errcode: 43101 });
    await accept(id);
    await accept(id);
    expect(await send(id)).toMatchObject({ errcode: 0, errmsg: 'ok' });
    expect(await send(id)).toMatchObject({ errcode: 0 });
    expect(await send(id)).toMatchObject({ errcode: 43101, errmsg: expect.stringContaining('rid:') });
    const other = await sandbox.control.createCustomer();
    expect(await send(id, { touser: other.openid })).toMatchObject({ errcode: 43101 });
  });

  it('appears among the service notifications, and opens its page with its query', async () => {
    const id = await newTemplate();
    await accept(id);
    const target = `${sandbox.url}/cgi-bin/message/subscribe/send?access_token=${shop.token}`;
    const text = await (
      await fetch(target, {
        method: 'POST',
        body: JSON.stringify({
          touser: customer.openid,
          template_id: id,
          page: 'pages/orders/detail?id=7',
          miniprogram_state: 'trial',
          data,
        }),
      })
    ).text();
    const msgId = /"msgid":(\d{19})}/.exec(text)?.[1] ?? '';
    expect((await ask(sandbox, `/sandbox/service-messages?customerId=${customer.id}`)).body).toMatchObject([
      {
        msgId,
        title: '取餐提醒',
        page: 'pages/orders/detail?id=7',
        lines: [
          { label: '取餐码', value: 'A012' },
          { label: '门店名称', value: '牌楼一店' },
        ],
        openedAt: null,
      },
    ]);
    expect((await ask(sandbox, `/sandbox/service-messages/${msgId}/open`, {})).body).toEqual({
      path: 'pages/orders/detail',
      query: { id: '7' },
      envVersion: 'trial',
      scene: 1014,
    });
    expect((await sandbox.control.serviceMessages(customer.id))[0]?.openedAt).not.toBeNull();
  });

  it('names what is wrong, and takes no permission then', async () => {
    const id = await newTemplate();
    await accept(id);
    const wrong = async (change: object) => {
      const { errcode, errmsg } = await send(id, change);
      return [errcode, String(errmsg).replace(/ rid:.*/, '')];
    };
    expect(await wrong({ touser: 'oNobody' })).toEqual([40003, 'invalid openid']);
    expect(await wrong({ template_id: 'none' })).toEqual([40037, 'invalid template_id']);
    expect((await wrong({ page: 'pages/none' }))[0]).toBe(41030);
    expect((await wrong({ page: '/pages/orders/detail' }))[0]).toBe(41030);
    expect((await wrong({ miniprogram_state: 'release' }))[0]).toBe(40097);
    expect((await wrong({ lang: 'de' }))[0]).toBe(40097);
    expect((await wrong({ data: 'A012' }))[0]).toBe(47001);
    expect((await wrong({ data: { ...data, thing2: { value: 5 } } }))[0]).toBe(47001);
    expect(await wrong({ data: { character_string1: { value: 'A012' } } })).toEqual([
      47003,
      'argument invalid! data.thing2.value is empty',
    ]);
    expect(await wrong({ data: { ...data, thing2: { value: '  ' } } })).toEqual([47003, 'argument invalid! data.thing2.value is empty']);
    expect(await wrong({ data: { ...data, thing2: { value: '茶'.repeat(21) } } })).toEqual([
      47003,
      'argument invalid! data.thing2.value invalid',
    ]);
    expect(await wrong({ data: { ...data, thing3: { value: '多了' } } })).toEqual([
      47003,
      'argument invalid! data.thing3.value is not in the template',
    ]);
    expect((await wrong({ data: { ...data, thing2: { value: '刷单店' } } }))[0]).toBe(45168);
    expect(await send(id)).toMatchObject({ errcode: 0 });
  });

  it.each([
    ['thing1', ['𠮷'.repeat(20), 'a 1！'], ['茶'.repeat(21), 'a\nb']],
    ['number1', ['12', '3.50', '1'.repeat(32)], ['-1', '1,000', '1'.repeat(33), '一']],
    ['letter1', ['AB'], ['A1', '茶', 'a'.repeat(33)]],
    ['symbol1', ['★★★'], ['a', '★★★★★★']],
    ['character_string1', ['P-2026_01#', 'a'.repeat(32)], ['茶1', 'a'.repeat(33)]],
    ['time1', ['15:01', '2019年10月1日 15:01', '15:01~16:00'], ['24:00', '3点', '2019-10-01 15:01']],
    ['date1', ['2019年10月1日', '2019年10月1日 15:01', '2019年10月1日~2019年10月3日'], ['2019/10/1', '2019年2月30日']],
    ['amount1', ['￥36.00', '18元', '100'], ['36.0.0', '壹元', '12345678901', '约 18 元']],
    ['phone_number1', ['+86-0766-66888866'], ['电话 1', '1'.repeat(18)]],
    ['car_number1', ['粤A8Z888挂', '粤A8Z888'], ['粤A8888888', '粤茶A888']],
    ['name1', ['林晓雨', 'Ann-Marie Smith'], ['林'.repeat(11), 'Ann 2', 'a'.repeat(21)]],
    ['phrase1', ['已接单'], ['已接单了吗吗', 'OK']],
    ['enum1', ['待制作'], ['别的']],
  ])('takes of %s only its kind', async (key, good, bad) => {
    const { priTmplId } = await sandbox.control.addTemplate({ title: '手工模板', keywords: [{ key, name: '值', allowed: ['待制作'] }] });
    await sandbox.control.subscribe(customer.id, { [priTmplId]: 'accept' });
    for (const value of bad) expect([value, (await send(priTmplId, { data: { [key]: { value } } })).errcode]).toEqual([value, 47003]);
    for (const value of good) {
      await accept(priTmplId);
      expect([value, (await send(priTmplId, { data: { [key]: { value } } })).errcode]).toEqual([value, 0]);
    }
  });

  it('is one at a time for a customer', async () => {
    await sandbox.control.changeSettings({ subscribeSendMs: 100 });
    const id = await newTemplate();
    await accept(id);
    await accept(id);
    const codes = (await Promise.all([send(id), send(id)])).map(({ errcode }) => errcode).sort();
    expect(codes).toEqual([0, 43108]);
    expect(await send(id)).toMatchObject({ errcode: 0 });
  });

  it('of a long-term template needs one accept for many, until it is refused', async () => {
    const id = await newTemplate(3001, [1, 2]);
    const long = () => send(id, { data: { thing1: { value: '许可' }, phrase2: { value: '已受理' } } });
    expect(await long()).toMatchObject({ errcode: 43101 });
    await accept(id);
    expect([(await long()).errcode, (await long()).errcode]).toEqual([0, 0]);
    await sandbox.control.manageSubscriptions(customer.id, { items: { [id]: 'reject' } });
    expect(await long()).toMatchObject({ errcode: 43101 });
  });
});

describe('the pop-up', () => {
  it('answers as WeChat does, with its failures', async () => {
    const [a, b, long] = [await newTemplate(), await newTemplate(1003, [1, 2]), await newTemplate(3001, [1, 2])];
    const sameTitle = await newTemplate(1002, [1, 3]);
    const { body } = await ask(sandbox, '/sandbox/subscribe', {
      customerId: customer.id,
      answers: { [a]: 'accept', [b]: 'reject', [sameTitle]: 'accept' },
    });
    expect(body).toEqual({ errMsg: 'requestSubscribeMessage:ok', [a]: 'accept', [b]: 'reject', [sameTitle]: 'filter' });
    expect((await sandbox.control.subscriptions(customer.id)).items).toMatchObject([
      { templateId: a, left: 1, allowed: true },
      { templateId: b, left: 0, allowed: false },
      { templateId: sameTitle, left: 0 },
    ]);
    expect(await accept()).toMatchObject({ errCode: 10001 });
    expect(await accept(a, long)).toMatchObject({ errCode: 20002 });
    expect(await accept('none')).toMatchObject({ errCode: 20001 });
    expect(await sandbox.control.subscribePrompt(customer.id, ['1', '2', '3', '4', '5', '6'])).toMatchObject({ errCode: 20003 });
    await sandbox.control.manageSubscriptions(customer.id, { mainSwitch: false });
    expect(await accept(a)).toMatchObject({ errCode: 20004 });
    expect(await send(a)).toMatchObject({ errcode: 43101 });
    expect((await ask(sandbox, '/sandbox/subscribe', { customerId: customer.id, answers: { [a]: 'perhaps' } })).status).toBe(400);
  });

  it('keeps a choice: always goes on accepting, never goes on refusing', async () => {
    const [a, b] = [await newTemplate(), await newTemplate(1003, [1, 2])];
    await sandbox.control.subscribe(customer.id, { [a]: 'always', [b]: 'never' });
    expect(await sandbox.control.subscribePrompt(customer.id, [a, b])).toMatchObject([{ keep: 'accept' }, { keep: 'reject' }]);
    expect(await sandbox.control.subscribe(customer.id, { [a]: 'reject', [b]: 'accept' })).toMatchObject({ [a]: 'accept', [b]: 'reject' });
    expect((await sandbox.control.subscriptions(customer.id)).items).toMatchObject([{ left: 2 }, { left: 0 }]);
    await sandbox.control.manageSubscriptions(customer.id, { items: { [b]: 'ask' } });
    expect(await accept(b)).toMatchObject({ [b]: 'accept' });
  });
});

describe('the events', () => {
  let backend: Backend;
  beforeEach(async () => {
    backend = await openBackend();
  });
  afterEach(() => backend.close());

  it('tell of answers, refusals and sent messages; List is an object for one and an array for several', async () => {
    await sandbox.control.setPush(backend.settings());
    const [a, b] = [await newTemplate(), await newTemplate(1003, [1, 2])];
    await accept(a);
    await backend.until(1);
    await sandbox.control.subscribe(customer.id, { [a]: 'accept', [b]: 'reject' });
    await backend.until(2);
    await send(a);
    await backend.until(3);
    await sandbox.control.manageSubscriptions(customer.id, { items: { [a]: 'reject' } });
    await backend.until(4);
    const events = backend.heard.map(({ body }) => JSON.parse(body) as Answer);
    expect(events[0]).toMatchObject({
      FromUserName: customer.openid,
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: { TemplateId: a, SubscribeStatusString: 'accept', PopupScene: '0' },
    });
    expect(events[1]?.List).toMatchObject([{ TemplateId: a }, { TemplateId: b, SubscribeStatusString: 'reject' }]);
    const [message] = await sandbox.control.serviceMessages(customer.id);
    expect(events[2]).toMatchObject({
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: a, MsgID: message?.msgId, ErrorCode: '0', ErrorStatus: 'success' },
    });
    expect(events[3]).toMatchObject({ Event: 'subscribe_msg_change_event', List: { TemplateId: a, SubscribeStatusString: 'reject' } });
  });

  it('are lists in XML, and always an array or a text where the settings say so', async () => {
    await sandbox.control.setPush(backend.settings({ format: 'xml' }));
    const [a, b] = [await newTemplate(), await newTemplate(1003, [1, 2])];
    await accept(a, b);
    await backend.until(1);
    expect(backend.heard[0]?.body).toContain(`<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[${a}]]></TemplateId>`);
    expect(backend.heard[0]?.body.match(/<List>/g)).toHaveLength(2);
    await sandbox.control.setPush(backend.settings());
    await sandbox.control.changeSettings({ pushSingleList: 'array', pushCreateTime: 'text' });
    await accept(a);
    await backend.until(2);
    expect(JSON.parse(backend.heard[1]?.body ?? '')).toMatchObject({
      List: [{ TemplateId: a }],
      CreateTime: expect.stringMatching(/^\d{10}$/),
    });
  });
});
