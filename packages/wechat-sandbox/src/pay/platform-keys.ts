import { createPrivateKey, type KeyObject, privateDecrypt, constants } from 'node:crypto';
import { serialOf } from '../credentials.js';
import { randomAt } from '../random.js';
import type { World } from '../world.js';
import { PayError } from './errors.js';
import { paySettings } from './settings.js';

/** A key under which WeChat signs, by the name that stands in Wechatpay-Serial. */
export interface PlatformKey {
  serial: string;
  /** PEM; null for the public key. */
  certificate: string | null;
  privateKey: string;
}

// Reading a PEM takes longer than looking one up; each sandbox has few.
const serials = new Map<string, string>();
const keys = new Map<string, KeyObject>();

function remembered<T>(kept: Map<string, T>, pem: string, read: (pem: string) => T): T {
  const found = kept.get(pem) ?? read(pem);
  kept.set(pem, found);
  return found;
}

/** The platform certificates that hold, oldest first; none for a merchant of the public key alone. */
export function platformCertificates(world: World): (PlatformKey & { certificate: string })[] {
  if (!paySettings(world).hasCertificates) return [];
  const { platformCertificate, platformPrivateKey } = world.credentials;
  const first = {
    serial: remembered(serials, platformCertificate, serialOf),
    certificate: platformCertificate,
    privateKey: platformPrivateKey,
  };
  return [first, ...world.state.platformCertificates].filter(({ serial }) => !world.state.retiredCertificates.includes(serial));
}

/** The key with this name, or null. */
export function platformKey(world: World, serial: string): PlatformKey | null {
  const { platformPublicKeyId, platformPrivateKey } = world.credentials;
  if (serial === platformPublicKeyId) return { serial, certificate: null, privateKey: platformPrivateKey };
  return platformCertificates(world).find((item) => item.serial === serial) ?? null;
}

const newestSerial = (world: World): string => platformCertificates(world).at(-1)?.serial ?? world.credentials.platformPublicKeyId;

/** Under which name an answer is signed: the one that the caller asks for, or the usual one. 400 for an unknown one. */
export function signingSerial(world: World, asked?: string): string {
  if (!asked) return paySettings(world).signWith === 'public-key' ? world.credentials.platformPublicKeyId : newestSerial(world);
  if (!platformKey(world, asked)) throw new PayError(400, 'PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误');
  return asked;
}

/** Under which name the next notification is signed; while the merchant switches, some have the one and some the other. */
export function notifyingSerial(world: World): string {
  const { publicKeyPercent } = paySettings(world);
  if (publicKeyPercent < 0) return signingSerial(world);
  world.state.signedNotifications += 1;
  const byKey = randomAt(1, world.state.signedNotifications) * 100 < publicKeyPercent;
  return byKey ? world.credentials.platformPublicKeyId : newestSerial(world);
}

/** The private half of a name that `signingSerial` gave. */
export function privateKeyOf(world: World, serial: string): KeyObject {
  return remembered(keys, platformKey(world, serial)?.privateKey ?? world.credentials.platformPrivateKey, createPrivateKey);
}

/** Opens a field that was encrypted for WeChat (RSAES-OAEP with SHA-1, base64); null when it was not for this key. */
export function openField(world: World, serial: string, sealed: string): string | null {
  try {
    return privateDecrypt(
      { key: privateKeyOf(world, serial), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
      Buffer.from(sealed, 'base64'),
    ).toString('utf8');
  } catch {
    return null;
  }
}
