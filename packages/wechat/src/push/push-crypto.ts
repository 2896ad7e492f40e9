import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** SHA-1 over the parts in the order of their bytes, hex: `signature` over (token, timestamp, nonce), `msg_signature` with the cipher too. */
export function pushSignature(...parts: string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex');
}

/** Compares in a time that does not tell how much was right. */
export function sameSignature(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The cipher of message push in safe mode: AES-256-CBC, padded to 32 bytes. Source: 消息推送, 加解密. */
export class PushCipher {
  private readonly key: Buffer;

  /** @param encodingAesKey the 43 characters of the console */
  constructor(
    encodingAesKey: string,
    private readonly appid: string,
  ) {
    this.key = Buffer.from(`${encodingAesKey}=`, 'base64');
    if (this.key.length !== 32) throw new RangeError('EncodingAESKey has 43 characters');
  }

  /** The message; null when it does not open or is of another app. */
  decrypt(cipherText: string): string | null {
    try {
      const decipher = createDecipheriv('aes-256-cbc', this.key, this.key.subarray(0, 16)).setAutoPadding(false);
      const padded = Buffer.concat([decipher.update(cipherText, 'base64'), decipher.final()]);
      const pad = padded.at(-1) ?? 0;
      if (pad < 1 || pad > 32) return null;
      const plain = padded.subarray(0, padded.length - pad);
      const end = 20 + plain.readUInt32BE(16);
      if (plain.subarray(end).toString('utf8') !== this.appid) return null;
      // A block that was bent is no text: nothing is guessed into its place.
      return text.decode(plain.subarray(20, end));
    } catch {
      return null;
    }
  }

  /** Seals an answer; `random` (16 bytes) is given only to reproduce a published vector. */
  encrypt(message: string, random: Buffer = randomBytes(16)): string {
    const text = Buffer.from(message, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    const plain = Buffer.concat([random, length, text, Buffer.from(this.appid, 'utf8')]);
    const pad = 32 - (plain.length % 32);
    const cipher = createCipheriv('aes-256-cbc', this.key, this.key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64');
  }
}
