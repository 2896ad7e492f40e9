import { createPublicKey, type KeyObject } from 'node:crypto';
import { answerMessage, verifyRsa } from './crypto.js';

/** WeChat Pay's public key (`PUB_KEY_ID_…`) or platform certificate (its serial): PEM. */
export interface PlatformKey {
  id: string;
  publicKey: string;
}
type HeaderReader = (name: string) => string | undefined;

/** A signature older or newer than this, seconds, is refused. */
const mostSkewSeconds = 300;

/** Checks that what claims to be from WeChat Pay is. */
export class Verifier {
  private readonly keys: Map<string, KeyObject>;

  constructor(
    keys: PlatformKey[],
    private readonly now: () => Date,
  ) {
    this.keys = new Map(keys.map(({ id, publicKey }) => [id, createPublicKey(publicKey)]));
  }

  /** Takes more keys; true when one of them was not known. */
  add(keys: readonly { id: string; key: KeyObject }[]): boolean {
    const fresh = keys.filter(({ id }) => !this.keys.has(id));
    for (const { id, key } of fresh) this.keys.set(id, key);
    return fresh.length > 0;
  }

  /**
   * What is wrong with the signature, or undefined when nothing is. Probes (签名探测流量, signatures that begin with
   * `WECHATPAY/SIGNTEST/`) are wrong on purpose and are found wrong.
   */
  fault(header: HeaderReader, body: Buffer): string | undefined {
    const [timestamp, nonce, signature, serial] = ['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-signature', 'wechatpay-serial'].map(
      header,
    );
    if (!timestamp || !nonce || !signature || !serial) return 'UNSIGNED';
    if (!/^\d{1,12}$/.test(timestamp) || Math.abs(this.now().getTime() / 1000 - Number(timestamp)) > mostSkewSeconds)
      return 'BAD_TIMESTAMP';
    const key = this.keys.get(serial);
    if (!key) return 'UNKNOWN_SERIAL';
    return verifyRsa(answerMessage(timestamp, nonce, body), signature, key) ? undefined : 'BAD_SIGNATURE';
  }
}
