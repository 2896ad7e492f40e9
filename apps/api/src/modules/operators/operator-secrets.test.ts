import { describe, expect, it } from 'vitest';
import { hashPassword, hashToken, isPassword, newToken, seal, unseal } from './operator-secrets.js';

describe('secrets of operators', () => {
  it('keep a password so that only the password opens it', async () => {
    const kept = await hashPassword('correct horse battery');
    expect(kept).toMatch(/^\$argon2id\$/);
    expect(await isPassword(kept, 'correct horse battery')).toBe(true);
    expect(await isPassword(kept, 'correct horse batterx')).toBe(false);
    expect(await isPassword(null, 'correct horse battery')).toBe(false);
  });
  it('never make the same token twice and keep it hashed', () => {
    const token = newToken();
    expect(newToken()).not.toBe(token);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashToken(token)).not.toContain(token);
  });
  it('seal a secret for one owner under one key', () => {
    const sealed = seal('key', 'ann', 'JBSWY3DPEHPK3PXP');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(unseal('key', 'ann', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(() => unseal('key', 'bob', sealed)).toThrow();
    expect(() => unseal('other', 'ann', sealed)).toThrow();
    const changed = Buffer.from(sealed, 'base64');
    changed[30] = (changed[30] ?? 0) ^ 1;
    expect(() => unseal('key', 'ann', changed.toString('base64'))).toThrow();
  });
});
