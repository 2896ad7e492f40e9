import { describe, expect, it } from 'vitest';
import { MessagePush, PushCipher, pushSignature } from '../index.js';

const token = 'AAAAA';
const encodingAesKey = 'A'.repeat(43);
const appid = 'wxba5fad812f8e6fb9';
const plain = new MessagePush({ appid, token });
const safe = new MessagePush({ appid, token, encodingAesKey });
const cipher = new PushCipher(encodingAesKey, appid);
const published =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';
const sealedQuery = {
  signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
  timestamp: '1714112445',
  nonce: '415670741',
  encrypt_type: 'aes',
  msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
};
const signed = (query: object = {}) => ({ timestamp: '1', nonce: '2', signature: pushSignature(token, '1', '2'), ...query });

describe('published values', () => {
  it('6-A: the address is checked', () => {
    const query = {
      signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
      timestamp: '1714036504',
      nonce: '1514711492',
      echostr: '4375120948345356249',
    };
    expect(plain.verify(query)).toBe('4375120948345356249');
    expect(plain.verify({ ...query, nonce: '1' })).toBeNull();
    expect(plain.verify({ ...query, echostr: ['x'] })).toBeNull();
  });
  it('6-C: a sealed message opens', () => {
    expect(safe.read(sealedQuery, JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: published }))).toMatchObject({
      ok: true,
      message: {
        key: expect.stringMatching(/^o9AgO5Kd5ggOC-bXrbNODIiE3bGY:1714112445:debug_demo:[0-9a-f]{16}$/),
        type: 'event',
        event: 'debug_demo',
        openid: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
        fields: { debug_str: 'hello world' },
      },
    });
    expect(safe.read(sealedQuery, `<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[${published}]]></Encrypt></xml>`).ok).toBe(true);
  });
});

describe('is refused', () => {
  const message = JSON.stringify({ ToUserName: 'gh', FromUserName: 'o1', CreateTime: 1, MsgType: 'text', Content: 'hi', MsgId: '1' });
  it('a plain message where sealed ones are agreed, however well its signature', () =>
    expect(safe.read(signed(), message)).toEqual({ ok: false, reason: 'not_sealed' }));
  it('a compatible one whose seal is not signed', () =>
    expect(safe.read(signed(), JSON.stringify({ ...JSON.parse(message), Encrypt: published }))).toEqual({
      ok: false,
      reason: 'bad_signature',
    }));
  it('a message sealed for another app', () => {
    const other = new PushCipher(encodingAesKey, 'wxother').encrypt(message);
    expect(
      safe.read({ timestamp: '1', nonce: '2', msg_signature: pushSignature(token, '1', '2', other) }, JSON.stringify({ Encrypt: other })),
    ).toEqual({ ok: false, reason: 'unreadable' });
  });
  it('a wrong signature', () =>
    expect(plain.read({ ...signed(), signature: '0'.repeat(40) }, message)).toEqual({ ok: false, reason: 'bad_signature' }));
  it.each([
    ['an empty body', ''],
    ['a list', '[]'],
    ['half of one', '{"a":'],
    ['no sender', '{"MsgType":"text","CreateTime":1}'],
    ['a time that is none', '{"FromUserName":"o","MsgType":"text","CreateTime":"now"}'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>'],
    ['more than is read', `"${'x'.repeat(300_000)}"`],
  ])('%s', (_, body) => expect(plain.read(signed(), body)).toEqual({ ok: false, reason: 'unreadable' }));
});

it('names the same news the same: by its id of 64 bits, or by sender, time, event and what it says', () => {
  const keyOf = (body: string) => {
    const answer = plain.read(signed(), body);
    return answer.ok ? answer.message.key : answer.reason;
  };
  expect(keyOf('{"FromUserName":"o1","CreateTime":1,"MsgType":"text","MsgId":1234567890123456789}')).toBe('msg:1234567890123456789');
  expect(
    keyOf('<xml><FromUserName>o1</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><MsgId>1234567890123456789</MsgId></xml>'),
  ).toBe('msg:1234567890123456789');
  const event = (order: string) =>
    keyOf(
      `{"FromUserName":"system","CreateTime":"7","MsgType":"event","Event":"trade_manage_order_settlement","merchant_trade_no":"${order}"}`,
    );
  expect(event('n1')).toMatch(/^system:7:trade_manage_order_settlement:/);
  expect(event('n1')).toBe(event('n1'));
  expect(event('n1')).not.toBe(event('n2'));
});

it('takes no mutant and survives each: 20,000, seeded', () => {
  const body = JSON.stringify({
    ToUserName: 'gh',
    Encrypt: cipher.encrypt(JSON.stringify({ FromUserName: 'o1', CreateTime: 1, MsgType: 'text', MsgId: '1' })),
  });
  const encrypt = (JSON.parse(body) as { Encrypt: string }).Encrypt;
  const query: Record<string, unknown> = { timestamp: '1', nonce: '2', msg_signature: pushSignature(token, '1', '2', encrypt) };
  expect(safe.read(query, body).ok).toBe(true);
  let seed = 42;
  const random = (below: number) => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648) * below;
  let accepted = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const bytes = Buffer.from(encrypt, 'utf8');
    const kind = Math.floor(random(3));
    const mutant =
      kind === 0
        ? encrypt.slice(0, Math.floor(random(encrypt.length)))
        : kind === 1
          ? bytes.fill(Math.floor(random(256)), Math.floor(random(bytes.length))).toString('latin1')
          : `${encrypt}${String.fromCharCode(Math.floor(random(0xd7ff)))}`;
    if (mutant !== encrypt && safe.read(query, JSON.stringify({ Encrypt: mutant })).ok) accepted += 1;
    if (safe.read(query, mutant).ok) accepted += 1;
  }
  expect(accepted).toBe(0);
});
