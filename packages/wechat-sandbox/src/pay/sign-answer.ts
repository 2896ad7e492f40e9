import { randomText, signRsa } from '../crypto.js';
import type { World } from '../world.js';
import { privateKeyOf } from './platform-keys.js';

/** The headers that prove a body to be WeChat's: timestamp (seconds), nonce, signature, serial. */
export function signatureHeaders(world: World, body: string, serial: string): Record<string, string> {
  const timestamp = String(Math.floor(world.clock.wire() / 1000));
  const nonce = randomText(32);
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': signRsa(`${timestamp}\n${nonce}\n${body}\n`, privateKeyOf(world, serial)),
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}

/** A signature that is wrong on purpose (签名探测流量): whoever takes it does not verify. */
export const probeSignature = (): string => `WECHATPAY/SIGNTEST/${randomText(323)}=`;
