import { createPublicKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import vectors from '../test/vectors.json' with { type: 'json' };
import { decryptData, rawDataSignature, sessionSignature } from './auth/encrypted-data.js';
import { answerMessage, openSealed, paymentMessage, requestMessage, signRsa, verifyRsa } from './pay/crypto.js';
import { Verifier } from './pay/verifier.js';
import { PushCipher, pushSignature, sameSignature } from './push/push-crypto.js';

// Published by WeChat or by the tests of its SDKs; `testingKey` is a key made public for tests.
const { encryptedData, rawData, session, push, pay } = vectors;

describe('encrypted data', () => {
  it('opens the official sample', () => {
    const { appid, sessionKey, iv, encryptedData: data, plaintext } = encryptedData;
    expect(decryptData(appid, sessionKey, data, iv)).toEqual(JSON.parse(plaintext));
  });
  it('is nothing under another key, for another app, or with a byte changed', () => {
    const { appid, sessionKey, iv, encryptedData: data } = encryptedData;
    expect(decryptData('wx0000000000000000', sessionKey, data, iv)).toBeNull();
    expect(decryptData(appid, rawData.sessionKey, data, iv)).toBeNull();
    expect(decryptData(appid, sessionKey, `A${data.slice(1)}`, iv)).toBeNull();
  });
  it('signs rawData and sessions', () => {
    expect(rawDataSignature(rawData.rawData, rawData.sessionKey)).toBe(rawData.signature);
    expect(sessionSignature(session.sessionKey)).toBe(session.signature);
  });
});

describe('message push', () => {
  const { token, encodingAesKey, appid, urlCheck, plain, safe, answer } = push;
  const cipher = new PushCipher(encodingAesKey, appid);
  it('signs the check of the address and plain messages', () => {
    for (const { timestamp, nonce, signature } of [urlCheck, plain, safe]) expect(pushSignature(token, timestamp, nonce)).toBe(signature);
  });
  it('verifies and opens safe mode', () => {
    expect(sameSignature(pushSignature(token, safe.timestamp, safe.nonce, safe.encrypt), safe.msgSignature)).toBe(true);
    expect(cipher.decrypt(safe.encrypt)).toBe(safe.message);
    expect(new PushCipher(encodingAesKey, 'wx0000000000000000').decrypt(safe.encrypt)).toBeNull();
    expect(cipher.decrypt(`A${safe.encrypt.slice(1)}`)).toBeNull();
  });
  it('seals and signs an answer', () => {
    expect(cipher.encrypt(answer.message, Buffer.from(answer.random))).toBe(answer.encrypt);
    expect(pushSignature(token, answer.timestamp, answer.nonce, answer.encrypt)).toBe(answer.msgSignature);
    expect(cipher.decrypt(cipher.encrypt('好的'))).toBe('好的');
  });
});

describe('pay', () => {
  const privateKey = pay.testingKey.replaceAll('TESTING KEY', 'PRIVATE KEY');
  const publicKey = createPublicKey(pay.certificate);
  it.each(pay.gcm)('opens what AES-GCM sealed: $plaintext', ({ key, nonce, aad, ciphertext, plaintext }) => {
    expect(openSealed({ nonce, associated_data: aad, ciphertext }, key)).toBe(plaintext);
    expect(openSealed({ nonce, associated_data: `${aad}x`, ciphertext }, key)).toBeNull();
  });
  it('signs a text, a request and a payment', () => {
    expect(signRsa('source', privateKey)).toBe(pay.sourceSignature);
    expect(verifyRsa('source', pay.sourceSignature, publicKey)).toBe(true);
    expect(verifyRsa('source ', pay.sourceSignature, publicKey)).toBe(false);
    expect(signRsa(requestMessage('GET', '/v3/certificates', '1554208460', '593BEC0C930BF1AFEB40B4A08C8FB242', ''), privateKey)).toBe(
      pay.requestSignature,
    );
    expect(
      signRsa(
        paymentMessage(
          'wx2421b1c4370ec43b',
          '1554208460',
          '593BEC0C930BF1AFEB40B4A08C8FB242',
          'prepay_id=wx201410272009395522657a690389285100',
        ),
        privateKey,
      ),
    ).toBe(pay.paySign);
  });
  it('knows the serial of the published certificate', () => expect(new X509Certificate(pay.certificate).serialNumber).toBe(pay.serial));
  it('verifies and opens the published notification', () => {
    const { timestamp, nonce, signature, body, key, plaintext } = pay.callback;
    const verifier = new Verifier([{ id: pay.serial, publicKey: pay.certificate }], () => new Date(Number(timestamp) * 1000));
    const headers: Record<string, string> = {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-signature': signature,
      'wechatpay-serial': pay.serial,
    };
    const fault = (changes: Record<string, string | undefined> = {}, bytes = Buffer.from(body)) =>
      verifier.fault((name) => ({ ...headers, ...changes })[name], bytes);
    expect(fault()).toBeUndefined();
    expect(fault({}, Buffer.from(`${body} `))).toBe('BAD_SIGNATURE');
    expect(fault({ 'wechatpay-signature': `WECHATPAY/SIGNTEST/${signature}` })).toBe('BAD_SIGNATURE');
    expect(fault({ 'wechatpay-timestamp': String(Number(timestamp) - 301) })).toBe('BAD_TIMESTAMP');
    expect(fault({ 'wechatpay-serial': 'AB'.repeat(8) })).toBe('UNKNOWN_SERIAL');
    expect(fault({ 'wechatpay-nonce': undefined })).toBe('UNSIGNED');
    expect(openSealed(JSON.parse(body).resource, key)).toBe(plaintext);
    expect(answerMessage('1', '2', Buffer.alloc(0)).toString()).toBe('1\n2\n\n');
  });
});
