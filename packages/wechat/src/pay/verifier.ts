import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { answerMessage, verifyRsa } from './crypto.js';

/** WeChat Pay's public key (`PUB_KEY_ID_…`) or platform certificate (its serial): PEM. */
export interface PlatformKey {
  id: string;
  publicKey: string;
}
/** A key, and until when it may sign; null for ever, as WeChat Pay's public key. */
export interface KnownKey {
  id: string;
  key: KeyObject;
  until: Date | null;
}
type HeaderReader = (name: string) => string | undefined;

/** A signature older or newer than this, seconds, is refused. */
const mostSkewSeconds = 300;

/** Checks that what claims to be from WeChat Pay is. */
export class Verifier {
  private readonly keys: Map<string, KnownKey>;

  constructor(
    keys: PlatformKey[],
    private readonly now: () => Date,
  ) {
    this.keys = new Map(keys.map(({ id, publicKey }) => [id, { id, key: createPublicKey(publicKey), until: endOf(publicKey) }]));
  }

  /** Takes more keys; true when one of them was not known. */
  add(keys: readonly KnownKey[]): boolean {
    const fresh = keys.filter(({ id }) => !this.keys.has(id));
    for (const one of fresh) this.keys.set(one.id, one);
    return fresh.length > 0;
  }

  /**
   * The key that WeChat Pay is asked to sign with and that fields are sealed for: its public key where the merchant has one
   * (and while both are in use), else the certificate that ends last. Undefined when none is known.
   */
  preferred(): KnownKey | undefined {
    const valid = [...this.keys.values()].filter((one) => this.isValid(one));
    return (
      valid.find(({ id }) => id.startsWith('PUB_KEY_ID_')) ??
      valid.toSorted((a, b) => (b.until?.getTime() ?? 0) - (a.until?.getTime() ?? 0))[0]
    );
  }

  private isValid({ until }: KnownKey): boolean {
    return !until || this.now() < until;
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
    const known = this.keys.get(serial);
    if (!known || !this.isValid(known)) return 'UNKNOWN_SERIAL';
    return verifyRsa(answerMessage(timestamp, nonce, body), signature, known.key) ? undefined : 'BAD_SIGNATURE';
  }
}

/** When a certificate ends; a bare public key does not. */
const endOf = (pem: string): Date | null => (pem.includes('BEGIN CERTIFICATE') ? new Date(new X509Certificate(pem).validTo) : null);
