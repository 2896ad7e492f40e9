import { generate } from 'otplib';
import { describe, expect, it } from 'vitest';
import { newTotp, totpStep } from './operator-totp.js';

const now = new Date('2026-11-21T01:00:10Z');
const step = Math.floor(now.getTime() / 30_000);
const at = (secret: string, seconds: number) => generate({ secret, epoch: now.getTime() / 1000 + seconds });

describe('codes of an authenticator', () => {
  it('know RFC 6238: the vector of T = 59 s, SHA-1, cut to six digits', async () => {
    expect(await totpStep('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', '287082', new Date(59_000), 0)).toBe(1);
  });
  it('take this step and one of drift either way, no more', async () => {
    const { secret, uri } = newTotp('ann@example.com');
    expect(uri).toMatch(/^otpauth:\/\/totp\/Pailou:ann%40example\.com\?/);
    expect(await totpStep(secret, await at(secret, 0), now, 0)).toBe(step);
    expect(await totpStep(secret, await at(secret, -30), now, 0)).toBe(step - 1);
    expect(await totpStep(secret, await at(secret, 30), now, 0)).toBe(step + 1);
    expect(await totpStep(secret, await at(secret, -90), now, 0)).toBeNull();
    expect(await totpStep(secret, await at(secret, 90), now, 0)).toBeNull();
  });
  it('refuse a code that was used', async () => {
    const { secret } = newTotp('ann@example.com');
    expect(await totpStep(secret, await at(secret, 0), now, step)).toBeNull();
  });
  it('refuse every code of a secret that is none', async () => {
    expect(await totpStep('not base32 at all!', '123456', now, 0)).toBeNull();
    expect(await totpStep('JBSWY3DPEHPK3PXP', '123456', now, 0)).toBeNull();
  });
});
