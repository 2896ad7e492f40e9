import { permissions as contract } from '@pailou/contracts';
import { describe, expect, it } from 'vitest';
import { allPermissions, areas, mayGive, permissionsOf, permissionWord, withoutPermission, withPermission } from './permissions';

describe('permissions', () => {
  it('stand each in one area, and have words', () => {
    expect(areas.flatMap(permissionsOf).sort()).toEqual([...contract].sort());
    for (const permission of allPermissions) expect(permissionWord(permission)).not.toBe('');
  });
  it('bring what they need and take along what needs them', () => {
    expect(withPermission([], 'orders:refund')).toEqual(['orders:read', 'orders:refund']);
    expect(withoutPermission(['orders:read', 'orders:handle', 'orders:refund', 'audit:read'], 'orders:read')).toEqual(['audit:read']);
    expect(withoutPermission(['orders:read', 'orders:handle'], 'orders:handle')).toEqual(['orders:read']);
  });
  it('can be given only by who has them', () => {
    expect(mayGive(['catalog:read', 'catalog:write'], 'catalog:write')).toBe(true);
    expect(mayGive(['catalog:write'], 'catalog:write')).toBe(false);
    expect(mayGive(['catalog:read'], 'catalog:write')).toBe(false);
  });
});
