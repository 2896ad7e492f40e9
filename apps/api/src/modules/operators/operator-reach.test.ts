import { permissions } from '@pailou/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reaches, type Reach } from './operator-reach.js';
import { builtInRoles } from './operator-roles.js';

const anyReach: fc.Arbitrary<Reach> = fc.record({
  permissions: fc.subarray([...permissions]),
  storeIds: fc.option(fc.subarray(['a', 'b', 'c', 'd']), { nil: null }),
});

describe('reach', () => {
  it('covers itself, and less than itself', () => {
    fc.assert(
      fc.property(anyReach, (reach) => {
        expect(reaches(reach, reach)).toBe(true);
        expect(
          reaches(reach, { permissions: reach.permissions.slice(1), storeIds: reach.storeIds === null ? ['a'] : reach.storeIds.slice(1) }),
        ).toBe(true);
      }),
    );
  });
  it('never covers one permission or one store more', () => {
    fc.assert(
      fc.property(anyReach, fc.constantFrom(...permissions), (reach, extra) => {
        if (!reach.permissions.includes(extra))
          expect(reaches(reach, { ...reach, permissions: [...reach.permissions, extra] })).toBe(false);
        if (reach.storeIds !== null) {
          expect(reaches(reach, { ...reach, storeIds: [...reach.storeIds, 'elsewhere'] })).toBe(false);
          expect(reaches(reach, { ...reach, storeIds: null })).toBe(false);
        }
      }),
    );
  });
  it('is transitive, so no chain of grants reaches past its first link', () => {
    fc.assert(
      fc.property(anyReach, anyReach, anyReach, (a, b, c) => {
        if (reaches(a, b) && reaches(b, c)) expect(reaches(a, c)).toBe(true);
      }),
    );
  });
});

describe('built-in roles', () => {
  it('give the owner everything and nobody else the audit log or the settings', () => {
    for (const role of builtInRoles) {
      expect(role.permissions.includes('audit:read')).toBe(role.key === 'owner');
      expect(role.permissions.includes('settings:write')).toBe(role.key === 'owner');
      if (role.key === 'owner') expect([...role.permissions].sort()).toEqual([...permissions].sort());
    }
  });
});
