import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import { Pay } from '@pailou/wechat';
import { type Part, perSecond, round } from '../part.ts';

/** What WeChat Pay's signatures cost: parameters of a payment made, a notification verified and opened, against bare node:crypto. */
export const signature: Part = {
  name: 'signature',
  async run() {
    const keys = () =>
      generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
    const [merchant, wechat] = [keys(), keys()];
    const apiV3Key = randomBytes(16).toString('hex');
    const pay = new Pay({
      appid: 'wx1',
      mchid: '1900000001',
      serial: 'A1',
      privateKey: merchant.privateKey,
      apiV3Key,
      platformKeys: [{ id: 'PUB_KEY_ID_1', publicKey: wechat.publicKey }],
    });

    const transaction = {
      appid: 'wx1',
      mchid: '1900000001',
      out_trade_no: 'n1',
      transaction_id: '42',
      trade_state: 'SUCCESS',
      success_time: '2026-11-21T10:00:00+08:00',
      payer: { openid: 'o1' },
      amount: { total: 1800, payer_total: 1800, currency: 'CNY', payer_currency: 'CNY' },
    };
    const nonce = randomBytes(6).toString('hex');
    const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from('transaction'));
    const ciphertext = Buffer.concat([cipher.update(JSON.stringify(transaction)), cipher.final(), cipher.getAuthTag()]).toString('base64');
    const body = Buffer.from(
      JSON.stringify({
        id: 'x',
        create_time: '2026-11-21T10:00:00+08:00',
        event_type: 'TRANSACTION.SUCCESS',
        resource_type: 'encrypt-resource',
        summary: '支付成功',
        resource: { algorithm: 'AEAD_AES_256_GCM', original_type: 'transaction', ciphertext, nonce, associated_data: 'transaction' },
      }),
    );
    const timestamp = String(Math.floor(Date.now() / 1000));
    const message = Buffer.concat([Buffer.from(`${timestamp}\nabc\n`), body, Buffer.from('\n')]);
    const signed = createSign('RSA-SHA256').update(message).sign(wechat.privateKey, 'base64');
    const headers = {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': 'abc',
      'wechatpay-signature': signed,
      'wechatpay-serial': 'PUB_KEY_ID_1',
    };
    const read = pay.readNotification(headers, body);
    if (!read.ok) throw new Error(`The notification was not taken: ${read.error.code}`);

    const [privateKey, publicKey] = [createPrivateKey(merchant.privateKey), createPublicKey(wechat.publicKey)];
    const bareOpen = () => {
      createVerify('RSA-SHA256').update(message).verify(publicKey, signed, 'base64');
      const bytes = Buffer.from(ciphertext, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from('transaction')).setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
    };
    const [params, bareSign] = [
      each(() => pay.paymentParams('wx1')),
      each(() => createSign('RSA-SHA256').update('wx1\n1\nabc\nprepay_id=wx1\n').sign(privateKey, 'base64')),
    ];
    const [opened, bare] = [each(() => pay.readNotification(headers, body)), each(bareOpen)];
    return [
      {
        what: 'payment parameters signed',
        measured: perSecond(params),
        against: `${perSecond(bareSign)} bare node:crypto`,
        ratio: round(params / bareSign, 2),
      },
      {
        what: 'notifications verified, opened and read',
        measured: perSecond(opened),
        against: `${perSecond(bare)} bare node:crypto`,
        ratio: round(opened / bare, 2),
      },
    ];
  },
};

/** How often per second, over two seconds after a warm-up. */
function each(work: () => unknown): number {
  for (let n = 0; n < 200; n += 1) work();
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < 2000) {
    work();
    done += 1;
  }
  return (done / (performance.now() - began)) * 1000;
}
