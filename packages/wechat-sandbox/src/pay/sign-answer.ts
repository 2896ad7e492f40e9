import { randomText, signRsa } from '../crypto.js';
import { serialOf } from '../credentials.js';
import type { World } from '../world.js';
import { PayError } from './errors.js';
import { paySettings } from './settings.js';

/** The name of a key under which WeChat signs: its public key's id or its certificate's serial. */
export function signingSerial(world: World, asked?: string): string {
  const { platformPublicKeyId, platformCertificate } = world.credentials;
  const certificate = serialOf(platformCertificate);
  if (!asked) return paySettings(world).signWith === 'public-key' ? platformPublicKeyId : certificate;
  if (asked !== platformPublicKeyId && asked !== certificate) {
    throw new PayError(400, 'PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误');
  }
  return asked;
}

/** The headers that prove a body to be WeChat's: timestamp (seconds), nonce, signature, serial. */
export function signatureHeaders(world: World, body: string, serial: string): Record<string, string> {
  const timestamp = String(Math.floor(world.clock.wire() / 1000));
  const nonce = randomText(32);
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': signRsa(`${timestamp}\n${nonce}\n${body}\n`, world.platformPrivateKey),
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}
