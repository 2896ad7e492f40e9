import { describe, expect, it } from 'vitest';
import vectors from '../../test/vectors.json' with { type: 'json' };
import { eventOf, MessagePush, pushSignature, transferAnswer } from '../index.js';

const { token, encodingAesKey, appid, answer } = vectors.push;
const plain = new MessagePush({ appid, token });
const safe = new MessagePush({ appid, token, encodingAesKey, now: () => new Date(1_713_424_427_000) });
const query = { timestamp: '1', nonce: '2', signature: pushSignature(token, '1', '2') };
const messageOf = (body: string) => {
  const reading = plain.read(query, body);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.message;
};
const event = (name: string, fields: object) =>
  eventOf(messageOf(JSON.stringify({ ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1, MsgType: 'event', Event: name, ...fields })));
const message = (fields: object) =>
  eventOf(messageOf(JSON.stringify({ ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1, ...fields })));

describe('what a customer does', () => {
  it('writes, sends a picture, sends a card, enters', () => {
    expect(message({ MsgType: 'text', Content: '在吗', MsgId: 1 })).toEqual({ kind: 'text', text: '在吗' });
    expect(message({ MsgType: 'image', PicUrl: 'https://p', MediaId: 'M1', MsgId: 2 })).toEqual({
      kind: 'image',
      url: 'https://p',
      mediaId: 'M1',
    });
    expect(
      message({
        MsgType: 'miniprogrampage',
        Title: '奶茶',
        AppId: 'wx1',
        PagePath: 'pages/a?id=1',
        ThumbUrl: 'https://t',
        ThumbMediaId: 'M2',
        MsgId: 3,
      }),
    ).toEqual({ kind: 'card', title: '奶茶', appid: 'wx1', path: 'pages/a?id=1', thumbUrl: 'https://t', thumbMediaId: 'M2' });
    expect(event('user_enter_tempsession', { SessionFrom: 'order-42' })).toEqual({ kind: 'entered', from: 'order-42' });
    expect(event('user_enter_tempsession', { SessionFrom: '' })).toEqual({ kind: 'entered', from: null });
  });
});

describe('what WeChat tells', () => {
  const order = { transaction_id: '4200', merchant_id: '1900', sub_merchant_id: '', merchant_trade_no: 'n1', pay_time: 1_763_700_000 };
  const named = { transactionId: '4200', mchid: '1900', outTradeNo: 'n1', paidAt: new Date(1_763_700_000_000) };
  it('an order that waits, and its money: announced, then let go', () => {
    expect(event('trade_manage_remind_shipping', { ...order, msg: '超过 48 小时' })).toEqual({
      kind: 'ship_late',
      order: named,
      text: '超过 48 小时',
    });
    expect(
      event('trade_manage_order_settlement', { ...order, shipped_time: 1_763_700_100, estimated_settlement_time: '1764600000' }),
    ).toEqual({ kind: 'shipped', order: named, shippedAt: new Date(1_763_700_100_000), settlesAt: new Date(1_764_600_000_000) });
    expect(
      event('trade_manage_order_settlement', {
        ...order,
        shipped_time: 1_763_700_100,
        confirm_receive_method: 1,
        confirm_receive_time: 1_763_800_000,
        settlement_time: 1_763_800_001,
      }),
    ).toEqual({
      kind: 'settled',
      order: named,
      shippedAt: new Date(1_763_700_100_000),
      receivedAt: new Date(1_763_800_000_000),
      settledAt: new Date(1_763_800_001_000),
    });
    expect(event('trade_manage_remind_access_api', { msg: '请录入' })).toEqual({ kind: 'ship_by_api', text: '请录入' });
  });
  it('the same in XML', () => {
    const xml =
      '<xml><ToUserName>gh</ToUserName><FromUserName>o1</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event><![CDATA[trade_manage_remind_shipping]]></Event><transaction_id>4200</transaction_id><merchant_id>1900</merchant_id><merchant_trade_no>n1</merchant_trade_no><pay_time>1763700000</pay_time><msg><![CDATA[请发货]]></msg></xml>';
    expect(eventOf(messageOf(xml))).toEqual({ kind: 'ship_late', order: named, text: '请发货' });
  });
  it('permissions and verdicts', () => {
    expect(event('subscribe_msg_popup_event', { List: { TemplateId: 'T1', SubscribeStatusString: 'accept' } })).toMatchObject({
      kind: 'subscriptions',
      news: [{ kind: 'answered', accepted: true }],
    });
    expect(event('wxa_media_check', { trace_id: 't', errcode: 0, result: { suggest: 'risky', label: 20_002 } })).toEqual({
      kind: 'media',
      verdict: { suggest: 'risky', label: 20_002, traceId: 't', words: [] },
    });
  });
  it('nothing that we know when a field is missing or the event is new', () => {
    expect(event('trade_manage_order_settlement', { settlement_time: 1 })).toEqual({ kind: 'other' });
    expect(event('wxa_media_check', { result: { suggest: 'pass' } })).toEqual({ kind: 'other' });
    expect(event('subscribe_msg_sent_event', {})).toEqual({ kind: 'other' });
    expect(event('debug_demo', {})).toEqual({ kind: 'other' });
    expect(message({ MsgType: 'voice' })).toEqual({ kind: 'other' });
  });
});

describe('an answer', () => {
  it('6-D: is sealed and signed as published', () => {
    const body = safe.answer({ demo_resp: 'good luck' }, 'json', {
      timestamp: Number(answer.timestamp),
      nonce: answer.nonce,
      random: Buffer.from(answer.random),
    });
    expect(JSON.parse(body)).toEqual({
      Encrypt: answer.encrypt,
      MsgSignature: answer.msgSignature,
      TimeStamp: 1_713_424_427,
      Nonce: '415670741',
    });
  });
  it('hands a message over to people', () => {
    const transfer = transferAnswer(
      messageOf('{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1,"MsgType":"text","MsgId":1}'),
      new Date(7000),
    );
    expect(plain.answer(transfer, 'json')).toBe(
      '{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":7,"MsgType":"transfer_customer_service"}',
    );
    expect(plain.answer(transfer, 'xml')).toBe(
      '<xml><ToUserName><![CDATA[o1]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName><CreateTime>7</CreateTime><MsgType><![CDATA[transfer_customer_service]]></MsgType></xml>',
    );
    expect(JSON.parse(safe.answer(transfer, 'json'))).toMatchObject({ TimeStamp: 1_713_424_427, Nonce: expect.stringMatching(/^\d+$/) });
  });
});

it('names a message in compatible mode the same at each delivery, though it is sealed anew', () => {
  const delivery = (sealed: string) =>
    messageOf(`{"ToUserName":"gh","FromUserName":"o1","CreateTime":1,"MsgType":"event","Event":"x","Encrypt":"${sealed}"}`);
  expect(delivery('a')).toEqual(delivery('b'));
  expect(delivery('a').fields).not.toHaveProperty('Encrypt');
});

it('knows the question of cloud hosting, and takes nothing else for it', () => {
  expect([
    plain.isContainerCheck(Buffer.from('{"action":"CheckContainerPath"}')),
    plain.isContainerCheck('{"action":"Other"}'),
    plain.isContainerCheck(`{"action":"CheckContainerPath","x":"${'x'.repeat(100)}"}`),
    plain.isContainerCheck(''),
  ]).toEqual([true, false, false, false]);
});
