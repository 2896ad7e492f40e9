import { createCipheriv, generateKeyPairSync, randomBytes } from 'node:crypto';
import { Pay, type PayOptions } from '../src/index.js';
import { answerMessage, signRsa } from '../src/pay/crypto.js';
import { type Heard, startHost } from './fake-host.js';
import vectors from './vectors.json' with { type: 'json' };

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const [merchant, publicKeyOwner] = [pair(), pair()];

/** The two ways in which WeChat Pay signs: with its public key, and with the published platform certificate. */
export const platform = {
  publicKey: { id: 'PUB_KEY_ID_1', pem: publicKeyOwner.publicKey, privateKey: publicKeyOwner.privateKey },
  certificate: {
    id: vectors.pay.serial,
    pem: vectors.pay.certificate,
    privateKey: vectors.pay.testingKey.replaceAll('TESTING KEY', 'PRIVATE KEY'),
  },
};
export const apiV3Key = 'k'.repeat(32);

/** A body sealed under the API v3 key. */
export function seal(
  text: string,
  data: string,
  key = apiV3Key,
): { algorithm: string; nonce: string; associated_data: string; ciphertext: string } {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(data));
  return {
    algorithm: 'AEAD_AES_256_GCM',
    nonce,
    associated_data: data,
    ciphertext: Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64'),
  };
}

/** A clock that the test moves, and a merchant in front of a host that signs what the test answers. */
export async function startMerchant(
  answer: (heard: Heard) => {
    status?: number;
    body?: string | Buffer;
    by?: 'publicKey' | 'certificate' | 'nobody';
    serial?: string;
    signature?: (true_: string) => string;
  },
  options: Partial<PayOptions> = {},
) {
  const clock = { now: new Date('2026-11-21T02:30:00Z') };
  const signedBy = (by: 'publicKey' | 'certificate', body: string | Buffer) => {
    const timestamp = String(Math.floor(clock.now.getTime() / 1000));
    const signature = signRsa(answerMessage(timestamp, 'n1', Buffer.from(body)).toString('utf8'), platform[by].privateKey);
    return {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': 'n1',
      'wechatpay-serial': platform[by].id,
      'wechatpay-signature': signature,
    };
  };
  const host = await startHost((heard) => {
    const { status = 200, body = '{}', by = 'publicKey', serial, signature } = answer(heard);
    const headers: Record<string, string> =
      by === 'nobody' ? {} : { ...signedBy(by, body), ...(serial ? { 'wechatpay-serial': serial } : {}) };
    if (signature) headers['wechatpay-signature'] = signature(headers['wechatpay-signature'] ?? '');
    return { status, headers, body };
  });
  const pay = new Pay({
    appid: 'wx1',
    mchid: '1900000001',
    serial: 'ABC',
    privateKey: merchant.privateKey,
    apiV3Key,
    platformKeys: [{ id: platform.publicKey.id, publicKey: platform.publicKey.pem }],
    baseUrl: host.url,
    now: () => clock.now,
    timeoutMs: 500,
    ...options,
  });
  return { pay, host, clock, signedBy, asked: (path: string) => host.heard.filter((one) => one.url.pathname === path) };
}
