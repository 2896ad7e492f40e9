import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { instantOf, objectOf } from '../fields.js';
import type { Api } from '../http/api.js';
import { done, type WechatResult } from '../result.js';

/**
 * Opens the older `encryptedData` (AES-128-CBC under the session key) and checks whose it is.
 * @param fresh how old its watermark may be, seconds, by which clock; without it, any age will do
 * @returns the JSON; null when it does not open, is of another mini program or is too old
 * Source: 开放数据校验与解密.
 */
export function decryptData(
  appid: string,
  sessionKey: string,
  encryptedData: string,
  iv: string,
  fresh?: { now: Date; seconds: number },
): Record<string, unknown> | null {
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'));
    const plain = Buffer.concat([decipher.update(Buffer.from(encryptedData, 'base64')), decipher.final()]).toString('utf8');
    const data = objectOf(JSON.parse(plain));
    const { appid: owner, timestamp } = objectOf(data.watermark);
    if (owner !== appid) return null;
    const age = fresh ? (fresh.now.getTime() - (instantOf(timestamp)?.getTime() ?? Number.NaN)) / 1000 : 0;
    return !fresh || Math.abs(age) <= fresh.seconds ? { ...data } : null;
  } catch {
    return null;
  }
}

/** The `signature` that comes with `rawData`: hex of SHA-1 over both strings. Source: 开放数据校验与解密. */
export function rawDataSignature(rawData: string, sessionKey: string): string {
  return createHash('sha1')
    .update(rawData + sessionKey, 'utf8')
    .digest('hex');
}

/** The `signature` of checkSessionKey: hex of HMAC-SHA256 over nothing, keyed with the session key's text. Source: 检验登录态. */
export function sessionSignature(sessionKey: string): string {
  return createHmac('sha256', sessionKey).update('').digest('hex');
}

/**
 * Whether WeChat made this `encryptedData` within the last three days, and when.
 * Source: 检查加密信息, POST /wxa/business/checkencryptedmsg (its answer spells `vaild`).
 */
export async function checkEncryptedData(
  api: Api,
  encryptedData: string,
): Promise<WechatResult<{ valid: boolean; createdAt: Date | null }>> {
  const encrypted_msg_hash = createHash('sha256').update(encryptedData).digest('hex');
  const answer = await api.json({ method: 'POST', path: '/wxa/business/checkencryptedmsg', body: { encrypted_msg_hash } });
  return answer.ok ? done({ valid: answer.value.vaild === true, createdAt: instantOf(answer.value.create_time) }) : answer;
}
