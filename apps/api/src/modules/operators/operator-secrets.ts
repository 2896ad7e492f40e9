import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** A new unguessable token, 256 bits, base64url: what the cookie of a session and the link of an invitation carry. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a token is kept. The token itself is random, so that a plain SHA-256 is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Argon2id with the parameters that OWASP names: 19 MiB, 2 passes, 1 lane. */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash (no such operator) the same work is done
 * for nothing, so that the time of the answer does not tell whether an e-mail address is known.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(newToken());
  const right = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && right;
}

/**
 * Seals a short secret for keeping (AES-256-GCM under a key derived from `key`), bound to `owner`:
 * a sealed secret copied into another operator's row cannot be opened.
 */
export function seal(key: string, owner: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(key), nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** Opens what `seal` made. Throws when the key or the owner is another one or the text was changed. */
export function unseal(key: string, owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', derive(key), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

function derive(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'pailou operators totp', 32));
}
