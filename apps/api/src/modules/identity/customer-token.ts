import { jwtVerify, SignJWT } from 'jose';

const issuer = 'pailou';
const audience = 'storefront';
/** How long a token is good for, seconds. The mini program signs in again silently when it ends. */
export const tokenSeconds = 2 * 60 * 60;

/**
 * Signs the token that a customer's requests carry (JWT, HS256).
 * @param secret at least 32 bytes of text, the same in every process
 * @param now a UTC instant
 */
export async function signCustomerToken(secret: string, customerId: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(customerId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + tokenSeconds)
    .sign(Buffer.from(secret));
  return { token, expiresAt: new Date((issuedAt + tokenSeconds) * 1000) };
}

/** The customer's id that a token was signed for; null when it is wrong, expired, or meant for something else. */
export async function readCustomerToken(secret: string, token: string, now: Date): Promise<string | null> {
  const options = { issuer, audience, algorithms: ['HS256'], currentDate: now, requiredClaims: ['sub', 'exp'] };
  const verified = await jwtVerify(token, Buffer.from(secret), options).catch(() => null);
  return verified?.payload.sub ?? null;
}
