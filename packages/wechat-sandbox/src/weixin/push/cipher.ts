import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** The digest of message push (§6.2): SHA-1 over the sorted parts, lower-case hex. */
export const pushDigest = (...parts: string[]): string =>
  createHash('sha1')
    .update(parts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).join(''))
    .digest('hex');

const keyOf = (encodingAesKey: string): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64');

/** AES-256-CBC over random(16) ‖ length(4, big endian) ‖ text ‖ appid, padded to 32 bytes; base64. */
export function encryptPush(text: string, encodingAesKey: string, appid: string): string {
  const body = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  // WeChat's own random part is 16 printable characters.
  const plain = Buffer.concat([Buffer.from(randomBytes(8).toString('hex')), length, body, Buffer.from(appid)]);
  const pad = 32 - (plain.length % 32);
  const key = keyOf(encodingAesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64');
}

/** The text inside; null when the key, the padding or the appid do not fit. */
export function decryptPush(encrypted: string, encodingAesKey: string, appid: string): string | null {
  try {
    const key = keyOf(encodingAesKey);
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
    const pad = padded.at(-1) ?? 0;
    if (pad < 1 || pad > 32) return null;
    const plain = padded.subarray(0, -pad);
    const end = 20 + plain.readUInt32BE(16);
    if (end > plain.length || plain.subarray(end).toString('utf8') !== appid) return null;
    return plain.subarray(20, end).toString('utf8');
  } catch {
    return null;
  }
}
