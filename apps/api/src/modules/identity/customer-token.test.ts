import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { readCustomerToken, signCustomerToken, tokenSeconds } from './customer-token.js';

const secret = 'a-secret-of-more-than-32-characters-for-tests';
const now = new Date('2026-11-21T01:00:00.500Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('the token of a customer', () => {
  it('names its customer until it expires, and not a second longer', async () => {
    const { token, expiresAt } = await signCustomerToken(secret, 'ann', now);
    expect(expiresAt.toISOString()).toBe('2026-11-21T03:00:00.000Z');
    expect(await readCustomerToken(secret, token, later(tokenSeconds - 2))).toBe('ann');
    expect(await readCustomerToken(secret, token, later(tokenSeconds))).toBeNull();
  });
  it('is refused when signed by another secret, changed, unsigned or meant for another door', async () => {
    const { token } = await signCustomerToken(secret, 'ann', now);
    const [header, , signature] = token.split('.');
    const bob = Buffer.from(JSON.stringify({ iss: 'pailou', aud: 'storefront', sub: 'bob', exp: 4_000_000_000 })).toString('base64url');
    const claims = { iss: 'pailou', aud: 'storefront', sub: 'ann', exp: 4_000_000_000 };
    const signed = (payload: Record<string, unknown>, alg = 'HS256') =>
      new SignJWT(payload).setProtectedHeader({ alg }).sign(Buffer.from(secret));
    expect(await readCustomerToken(secret, await signed(claims), now)).toBe('ann');
    const { exp: _exp, ...endless } = claims;
    for (const wrong of [
      (await signCustomerToken(`${secret}!`, 'ann', now)).token,
      `${header}.${bob}.${signature}`,
      new UnsecuredJWT(claims).encode(),
      await signed({ ...claims, aud: 'admin' }),
      await signed({ ...claims, iss: 'elsewhere' }),
      await signed(endless),
      await signed(claims, 'HS512'),
      'not.a.token',
      '',
    ])
      expect(await readCustomerToken(secret, wrong, now)).toBeNull();
  });
});
