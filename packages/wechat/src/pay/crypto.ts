import { constants, createDecipheriv, createSign, createVerify, type KeyLike, publicEncrypt } from 'node:crypto';

/** RSASSA-PKCS1-v1_5 over SHA-256, base64. Source: 如何生成请求签名. */
export function signRsa(message: string, privateKey: KeyLike): string {
  return createSign('RSA-SHA256').update(message, 'utf8').sign(privateKey, 'base64');
}

/** True when `signature` (base64) is over exactly this message. Source: 如何验证签名. */
export function verifyRsa(message: string | Buffer, signature: string, publicKey: KeyLike): boolean {
  return createVerify('RSA-SHA256').update(message).verify(publicKey, signature, 'base64');
}

/** A sensitive field, such as a name, that only WeChat Pay can open: RSAES-OAEP over SHA-1, base64. Source: 如何加密敏感信息. */
export function sealFor(text: string, publicKey: KeyLike): string {
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, Buffer.from(text, 'utf8')).toString(
    'base64',
  );
}

/** What WeChat Pay encrypts under the API v3 key: base64 of the ciphertext and its 16-byte tag. */
export interface Sealed {
  nonce: string;
  associated_data?: string;
  ciphertext: string;
}

/**
 * Opens AES-GCM under the API v3 key (32 bytes; the published vectors also use 16).
 * @returns the text; null when the key is another or a byte was changed
 * Source: 如何解密回调报文.
 */
export function openSealed({ nonce, associated_data: data = '', ciphertext }: Sealed, apiV3Key: string): string | null {
  try {
    const key = Buffer.from(apiV3Key, 'utf8');
    const bytes = Buffer.from(ciphertext, 'base64');
    const decipher = createDecipheriv(key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, Buffer.from(nonce, 'utf8'), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(data, 'utf8'));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** The text that a request's signature covers: five lines, each ended. */
export const requestMessage = (method: string, target: string, timestamp: string, nonce: string, body: string): string =>
  `${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`;
/** The text that an answer's or a notification's signature covers. */
export const answerMessage = (timestamp: string, nonce: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
/** The text that the `paySign` of wx.requestPayment covers. */
export const paymentMessage = (appid: string, timeStamp: string, nonceStr: string, packageText: string): string =>
  `${appid}\n${timeStamp}\n${nonceStr}\n${packageText}\n`;
