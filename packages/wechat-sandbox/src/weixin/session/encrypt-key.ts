import { randomBytes } from 'node:crypto';
import type { World } from '../../world.js';

/** A key that both sides of an own protocol share (加密网络通道); it lives an hour. */
export interface EncryptKey {
  /** base64 of 16 bytes, as is `iv`. */
  encryptKey: string;
  iv: string;
  version: number;
  createdAt: number;
  expiresAt: number;
}

const lifeMs = 3_600_000;
const kept = 3;

/** The customer's last three keys, newest first. */
export const keysOf = (world: World, openid: string): EncryptKey[] => world.state.encryptKeys[openid] ?? [];

/** wx.getUserCryptoManager().getLatestUserKey: the newest key, made anew after an hour. */
export function latestKey(world: World, openid: string): EncryptKey {
  const now = world.clock.now();
  const [newest] = keysOf(world, openid);
  if (newest && newest.expiresAt > now) return newest;
  const made: EncryptKey = {
    encryptKey: randomBytes(16).toString('base64'),
    iv: randomBytes(16).toString('base64'),
    version: (newest?.version ?? 0) + 1,
    createdAt: now,
    expiresAt: now + lifeMs,
  };
  world.state.encryptKeys[openid] = [made, ...keysOf(world, openid)].slice(0, kept);
  return made;
}
