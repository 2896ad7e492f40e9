import { generateSecret, generateURI, verify } from 'otplib';

/** Codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). */
const period = 30;

/** A new secret and the `otpauth://` URI that the panel shows as a QR code. */
export function newTotp(email: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: 'Pailou', label: email, secret }) };
}

/**
 * The time step in which the code was right, or null. One step of clock drift is allowed either way.
 * A code at or before `afterStep` was used already and is refused.
 */
export async function totpStep(secret: string, code: string, now: Date, afterStep: number): Promise<number | null> {
  // A secret that comes from a client may be no base32, or shorter than RFC 4226 allows: then no code is right.
  const result = await verify({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: period,
    period,
    afterTimeStep: afterStep,
  }).catch(() => null);
  return result?.valid && 'timeStep' in result ? result.timeStep : null;
}
