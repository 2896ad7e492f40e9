import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { eventOf, MessagePush, type PushReading, PushCipher, pushSignature, transferAnswer } from '../index.js';
import { writeAnswer } from './answers.js';

// Hundreds of readings each: bounded by their number, and slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const token = 'AAAAA';
const encodingAesKey = 'A'.repeat(43);
const plain = new MessagePush({ appid: 'wx1', token });
const safe = new MessagePush({ appid: 'wx1', token, encodingAesKey });
const cipher = new PushCipher(encodingAesKey, 'wx1');
const signed = { timestamp: '1', nonce: '2', signature: pushSignature(token, '1', '2') };
const readPlain = (body: string) => plain.read(signed, body);
const readSafe = (inner: string) => {
  const sealed = cipher.encrypt(inner);
  return safe.read(
    { timestamp: '1', nonce: '2', msg_signature: pushSignature(token, '1', '2', sealed) },
    JSON.stringify({ Encrypt: sealed }),
  );
};
const reasons = ['bad_signature', 'not_sealed', 'unreadable'];
/** A reading is a message with all its parts or a typed refusal; whatever it is, it can be asked what it is about. */
function isTyped(reading: PushReading): boolean {
  if (!reading.ok) return reasons.includes(reading.reason);
  const { key, openid, type, at } = reading.message;
  return [key, openid, type, eventOf(reading.message).kind].every((part) => typeof part === 'string' && part !== '') && at.getTime() > 0;
}

const events = [
  'user_enter_tempsession',
  'subscribe_msg_popup_event',
  'subscribe_msg_change_event',
  'subscribe_msg_sent_event',
  'wxa_media_check',
  'trade_manage_remind_access_api',
  'trade_manage_remind_shipping',
  'trade_manage_order_settlement',
  '__proto__',
  'toString',
];
const names = [
  'List',
  'SubscribeMsgSentEvent',
  'trace_id',
  'result',
  'errcode',
  'merchant_trade_no',
  'settlement_time',
  'msg',
  'MsgId',
  'Content',
  'MediaId',
  'Title',
  'SessionFrom',
];
/** Messages whose outer fields are right and whose inner ones are anything, under the names that are read. */
const odd = fc
  .tuple(
    fc.constantFrom('text', 'image', 'miniprogrampage', 'event'),
    fc.constantFrom(...events),
    fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constant({ toString: 1, valueOf: 1 }),
        fc.constant({ List: [{ TemplateId: 'T', MsgID: { toString: 1 } }] }),
      ),
    ),
  )
  .map(([MsgType, Event, fields]) => ({ ToUserName: 'gh', FromUserName: 'o1', CreateTime: 7, MsgType, Event, ...fields }));

it('answers any text with a message or a typed refusal', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.json({ maxDepth: 5 }),
    fc.string().map((inner) => `<xml>${inner}</xml>`),
  );
  fc.assert(fc.property(text, (body) => isTyped(readPlain(body)) && isTyped(readSafe(body)) && isTyped(safe.read(signed, body))));
});
it('answers any query with a message or a typed refusal, and confirms the address to nobody', () => {
  const query = fc.dictionary(
    fc.constantFrom('signature', 'timestamp', 'nonce', 'msg_signature', 'echostr', 'encrypt_type'),
    fc.anything(),
  );
  fc.assert(
    fc.property(
      query,
      fc.json(),
      (anything, body) => isTyped(plain.read(anything, body)) && isTyped(safe.read(anything, body)) && plain.verify(anything) === null,
    ),
  );
});
it('reads fields of any shape without throwing', () => {
  fc.assert(
    fc.property(odd, (message) => isTyped(readPlain(JSON.stringify(message))) && isTyped(readSafe(JSON.stringify(message)))),
    { numRuns: 500 },
  );
});
it('refuses what is nested deeper than any message', () => {
  for (const depth of [100, 10_000, 100_000])
    expect(readPlain(`{"FromUserName":"o1","MsgType":"text","CreateTime":1,"x":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toEqual({
      ok: false,
      reason: 'unreadable',
    });
  const deep = 5000;
  expect(
    readPlain(
      `<xml><FromUserName>o1</FromUserName><MsgType>text</MsgType><CreateTime>1</CreateTime>${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}</xml>`,
    ),
  ).toEqual({ ok: false, reason: 'unreadable' });
});
it('reads the same message from JSON and from XML, plain and sealed', () => {
  const word = fc.stringMatching(/^[^\s\p{C}]{1,40}$/u);
  const message = fc.record({
    FromUserName: word,
    CreateTime: fc.integer({ min: 1, max: 4_000_000_000 }),
    MsgType: fc.constant('text'),
    Content: word,
    MsgId: fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }).map(String),
  });
  fc.assert(
    fc.property(message, (fields) => {
      const readings = (['json', 'xml'] as const).flatMap((format) => [
        readPlain(writeAnswer(fields, format)),
        readSafe(writeAnswer(fields, format)),
      ]);
      const [first, ...others] = readings.map(
        (reading) => reading.ok && [reading.message.key, reading.message.openid, reading.message.at, eventOf(reading.message)],
      );
      expect(first).toEqual([
        `msg:${fields.MsgId}`,
        fields.FromUserName,
        new Date(fields.CreateTime * 1000),
        { kind: 'text', text: fields.Content },
      ]);
      for (const one of others) expect(one).toEqual(first);
    }),
  );
});
it('writes answers that are read again as they were, in both formats and modes', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((one) => one.replaceAll(/[\p{C}\s]/gu, '·'));
  fc.assert(
    fc.property(fc.oneof(text, fc.constant('a]]>b')), fc.constantFrom('json' as const, 'xml' as const), (openid, format) => {
      const reading = readPlain(
        writeAnswer({ ToUserName: 'gh', FromUserName: openid, CreateTime: 1, MsgType: 'text', Content: 'x' }, format),
      );
      if (!reading.ok) throw new Error(reading.reason);
      const back = (body: string) => safe.read({ timestamp: '9', nonce: '8', msg_signature: signatureOf(body, format) }, body);
      const answer = safe.answer({ ...transferAnswer(reading.message, new Date(5000)), FromUserName: openid }, format, {
        timestamp: 9,
        nonce: '8',
      });
      expect(back(answer)).toMatchObject({
        ok: true,
        format,
        message: { openid, type: 'transfer_customer_service', at: new Date(5000), fields: { ToUserName: openid } },
      });
    }),
  );
});

/** What WeChat compares: the signature that the answer itself carries. */
function signatureOf(body: string, format: 'json' | 'xml'): string {
  return format === 'json'
    ? (JSON.parse(body) as { MsgSignature: string }).MsgSignature
    : (/<MsgSignature><!\[CDATA\[(\w+)/.exec(body)?.[1] ?? '');
}
