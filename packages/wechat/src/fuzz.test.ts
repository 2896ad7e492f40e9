import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { MessagePush, Pay, PushCipher, pushSignature } from './index.js';

// What anybody on the internet may post to the two addresses that WeChat knows: each is a real message that was cut,
// bent or grown, by a seed. None may be taken, none may throw, and nothing may pile up. Some are signed rightly after they
// were bent, as if WeChat itself had sent nonsense: so that what reads them is reached, and not the signature alone.

const each = 100_000;
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

let state = 20_261_121;
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 4_294_967_296) * below);
};
const strange = [
  '',
  '0',
  '-1',
  'null',
  '[]',
  '{}',
  '\u0000',
  '\ud800',
  '😀',
  'A'.repeat(300),
  '%00',
  '<![CDATA[',
  '"',
  '\\',
  '1e999',
  '__proto__',
  'constructor',
];

/** The text with one thing wrong, and never the same. */
function bent(text: string): string {
  for (;;) {
    const changed = bend(text);
    if (changed !== text) return changed;
  }
}

function bend(text: string): string {
  const at = random(text.length + 1);
  const kind = random(6);
  if (kind === 0) return text.slice(0, at);
  if (kind === 1) return text.slice(0, at) + strange[random(strange.length)] + text.slice(at);
  if (kind === 2) return text.slice(0, at) + String.fromCharCode(random(0xffff)) + text.slice(at + 1);
  if (kind === 3) return text.slice(0, at) + text.slice(at + 1 + random(40));
  if (kind === 4) return text + text.slice(at);
  return [...text].toSpliced(at, 0, text[random(text.length)] ?? '').join('');
}

/** Runs so often and says what was taken and how many bytes are kept afterwards, beyond the first tenth. */
function run(work: (n: number) => boolean): { taken: number; keptMb: number } {
  let [taken, before] = [0, 0];
  for (let n = 0; n < each; n += 1) {
    if (work(n)) taken += 1;
    if (n === each / 10) {
      gc();
      before = process.memoryUsage().heapUsed;
    }
  }
  gc();
  return { taken, keptMb: (process.memoryUsage().heapUsed - before) / 1_048_576 };
}

it('no payment notification that was touched is taken', () => {
  const keys = () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
  const [merchant, platform] = [keys(), keys()];
  const [apiV3Key, nonce, timestamp] = ['k'.repeat(32), 'n'.repeat(12), String(Math.floor(Date.now() / 1000))];
  const pay = new Pay({
    appid: 'wx1',
    mchid: '1900000001',
    serial: 'A1',
    privateKey: merchant.privateKey,
    apiV3Key,
    platformKeys: [{ id: 'PUB_KEY_ID_1', publicKey: platform.publicKey }],
  });
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from('transaction'));
  const transaction = JSON.stringify({
    appid: 'wx1',
    mchid: '1900000001',
    out_trade_no: 'n1',
    transaction_id: '42',
    trade_state: 'SUCCESS',
    success_time: '2026-11-21T10:00:00+08:00',
    payer: { openid: 'o1' },
    amount: { total: 1800, payer_total: 1800, currency: 'CNY', payer_currency: 'CNY' },
  });
  const ciphertext = Buffer.concat([cipher.update(transaction), cipher.final(), cipher.getAuthTag()]).toString('base64');
  const body = JSON.stringify({
    id: 'x',
    create_time: '2026-11-21T10:00:00+08:00',
    event_type: 'TRANSACTION.SUCCESS',
    resource_type: 'encrypt-resource',
    summary: '',
    resource: { algorithm: 'AEAD_AES_256_GCM', original_type: 'transaction', ciphertext, nonce, associated_data: 'transaction' },
  });
  const sign = (text: string) => createSign('RSA-SHA256').update(`${timestamp}\nabc\n${text}\n`).sign(platform.privateKey, 'base64');
  const headers = {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': 'abc',
    'wechatpay-signature': sign(body),
    'wechatpay-serial': 'PUB_KEY_ID_1',
  };
  const original = pay.readNotification(headers, Buffer.from(body));
  if (!original.ok || original.value.kind !== 'transaction') throw new Error('The original itself is not taken');
  const paid = JSON.stringify(original.value.transaction);
  let opened = 0;
  const names = Object.keys(headers) as (keyof typeof headers)[];
  const { taken, keptMb } = run((n) => {
    // Signing is slow: each fiftieth.
    if (n % 50 === 0) {
      const changed = Buffer.from(bent(body));
      const reading = pay.readNotification({ ...headers, 'wechatpay-signature': sign(changed.toString()) }, changed);
      if (!reading.ok) return reading.error.code !== 'UNREADABLE';
      opened += 1;
      // What is sealed under the key of shop and WeChat alone is what it was, or nothing.
      return reading.value.kind !== 'transaction' || JSON.stringify(reading.value.transaction) !== paid;
    }
    if (random(2) === 0) return pay.readNotification(headers, Buffer.from(bent(body))).ok;
    const name = names[random(names.length)]!;
    const changed = bent(headers[name]);
    // Base64 says the same with other letters at its end: what matters is that another signature is not taken.
    return (
      !Buffer.from(changed, 'base64').equals(Buffer.from(headers[name], 'base64')) &&
      pay.readNotification({ ...headers, [name]: changed }, Buffer.from(body)).ok
    );
  });
  expect(taken).toBe(0);
  // The signed ones came so far that some of them were read to the end.
  expect(opened).toBeGreaterThan(50);
  expect(keptMb).toBeLessThan(20);
}, 120_000);

it('no pushed message that was touched is taken', () => {
  const [token, encodingAesKey, appid] = ['AAAAA', 'A'.repeat(43), 'wx1'];
  const push = new MessagePush({ appid, token, encodingAesKey });
  const sealed = new PushCipher(encodingAesKey, appid).encrypt(
    JSON.stringify({ ToUserName: 'gh', FromUserName: 'o1', CreateTime: 1, MsgType: 'text', Content: '你好', MsgId: '1' }),
    Buffer.alloc(16, 7),
  );
  const query: Record<string, string> = { timestamp: '1', nonce: '2', msg_signature: pushSignature(token, '1', '2', sealed) };
  const bodies = [
    JSON.stringify({ ToUserName: 'gh', Encrypt: sealed }),
    `<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
  ];
  const original = JSON.stringify(push.read(query, bodies[0]!));
  for (const body of bodies) expect(JSON.stringify(push.read(query, body))).toBe(original);
  const reasons = { bad_signature: 0, not_sealed: 0, unreadable: 0 };
  const { taken, keptMb } = run(() => {
    const kind = random(4);
    if (kind === 0) return push.read(query, JSON.stringify({ Encrypt: bent(sealed) })).ok;
    if (kind === 1) {
      const name = ['timestamp', 'nonce', 'msg_signature'][random(3)]!;
      const changed = bent(query[name]!);
      return changed.toLowerCase() !== query[name] && push.read({ ...query, [name]: changed }, bodies[0]!).ok;
    }
    if (kind === 2) {
      // Signed rightly: only who knows the token can, and what is sealed is checked all the same.
      const changed = bent(sealed);
      const reading = push.read({ ...query, msg_signature: pushSignature(token, '1', '2', changed) }, JSON.stringify({ Encrypt: changed }));
      if (!reading.ok) reasons[reading.reason] += 1;
      // The cipher has no seal of its own: a bent first block (random bytes) reaches into the message. It stays a message.
      return reading.ok && [reading.message.key, reading.message.openid, reading.message.type].includes('');
    }
    const body = bent(bodies[random(2)]!);
    // Other wrapping, such as `\\/` for `/`, leaves the same sealed message: then it is that one and no other.
    const reading = push.read(query, body);
    return reading.ok && JSON.stringify(reading) !== original;
  });
  expect(taken).toBe(0);
  expect(reasons.unreadable).toBeGreaterThan(10_000);
  expect(keptMb).toBeLessThan(20);
}, 120_000);
