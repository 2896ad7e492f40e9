import { X509Certificate, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { randomText } from './crypto.js';

/** What a merchant is given in WeChat's consoles, and the private half that WeChat keeps. */
export interface SandboxCredentials {
  /** Mini program id, `wx` and 16 hex digits. */
  appid: string;
  /** AppSecret, 32 hex digits. */
  secret: string;
  /** Merchant number, 10 digits. */
  mchid: string;
  /** Serial of the merchant's API certificate, upper-case hex. */
  serial: string;
  /** APIv3 key, exactly 32 ASCII characters. */
  apiV3Key: string;
  /** The merchant's private key, PEM (PKCS#8). */
  merchantKey: string;
  /** The merchant's API certificate, PEM. */
  merchantCertificate: string;
  /** WeChat Pay's public key, PEM (SPKI). */
  platformPublicKey: string;
  /** `PUB_KEY_ID_` and digits. */
  platformPublicKeyId: string;
  /** WeChat Pay's platform certificate, PEM, over the same key pair. */
  platformCertificate: string;
  /** WeChat's own private key: only this stand-in signs with it. */
  platformPrivateKey: string;
}

const hex = '0123456789abcdef';
const digits = '0123456789';
const makeKeyPair = promisify(generateKeyPair);

async function keyPair(): Promise<{ privateKey: string; publicKey: string }> {
  return makeKeyPair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

async function certificate(commonName: string, keys: { privateKey: string; publicKey: string }): Promise<string> {
  const notAfterDate = new Date();
  notAfterDate.setFullYear(notAfterDate.getFullYear() + 5);
  const made = await generate([{ name: 'commonName', value: commonName }], {
    algorithm: 'sha256',
    keyPair: keys,
    notAfterDate,
  });
  return made.cert;
}

/** The serial as WeChat writes it: upper-case hex. */
export const serialOf = (pem: string): string => new X509Certificate(pem).serialNumber.toUpperCase();

/** Makes another platform certificate with a key pair of its own: its serial and both as PEM. */
export async function makePlatformCertificate(): Promise<{ serial: string; certificate: string; privateKey: string }> {
  const keys = await keyPair();
  const made = await certificate('Tenpay.com Sandbox', keys);
  return { serial: serialOf(made), certificate: made, privateKey: keys.privateKey };
}

/** Makes a fresh merchant: new numbers, new secrets, two RSA-2048 key pairs and their certificates. */
export async function generateCredentials(): Promise<SandboxCredentials> {
  const mchid = `1${randomText(9, digits)}`;
  const [merchant, platform] = await Promise.all([keyPair(), keyPair()]);
  const [merchantCertificate, platformCertificate] = await Promise.all([
    certificate(mchid, merchant),
    certificate('Tenpay.com Sandbox', platform),
  ]);
  return {
    appid: `wx${randomText(16, hex)}`,
    secret: randomText(32, hex),
    mchid,
    serial: serialOf(merchantCertificate),
    apiV3Key: randomText(32),
    merchantKey: merchant.privateKey,
    merchantCertificate,
    platformPublicKey: platform.publicKey,
    platformPublicKeyId: `PUB_KEY_ID_0${mchid}${randomText(24, digits)}`,
    platformCertificate,
    platformPrivateKey: platform.privateKey,
  };
}
