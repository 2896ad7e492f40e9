/** What may be ticked in a role, by area, and what a permission needs to be of use. */
import type { Permission } from '@pailou/contracts';
import { t } from './texts';

type Area = 'orders' | 'catalog' | 'stores' | 'customers' | 'money' | 'house';
/** Each permission stands in one area; the compiler asks for a new one here. */
const areaOf: Readonly<Record<Permission, Area>> = {
  'orders:read': 'orders',
  'orders:handle': 'orders',
  'orders:refund': 'orders',
  'shipping:handle': 'orders',
  'catalog:read': 'catalog',
  'catalog:write': 'catalog',
  'stores:read': 'stores',
  'stores:write': 'stores',
  'customers:read': 'customers',
  'conversations:handle': 'customers',
  'content:review': 'customers',
  'figures:read': 'money',
  'payments:read': 'money',
  'payments:reconcile': 'money',
  'operators:manage': 'house',
  'audit:read': 'house',
  'settings:write': 'house',
};
const needs: Readonly<Partial<Record<Permission, Permission>>> = {
  'orders:handle': 'orders:read',
  'orders:refund': 'orders:read',
  'shipping:handle': 'orders:read',
  'conversations:handle': 'customers:read',
  'content:review': 'customers:read',
  'payments:reconcile': 'payments:read',
  'catalog:write': 'catalog:read',
  'stores:write': 'stores:read',
};
export const areas: readonly Area[] = ['orders', 'catalog', 'stores', 'customers', 'money', 'house'];
export const allPermissions = Object.keys(areaOf) as Permission[];

export function permissionsOf(area: Area): Permission[] {
  return allPermissions.filter((permission) => areaOf[permission] === area);
}

type Key<P extends string> = P extends `${infer Left}:${infer Right}` ? `${Left}_${Right}` : never;
export function permissionWord(permission: Permission): string {
  return t(permission.replace(':', '_') as Key<Permission>);
}

/** The set with one more: who may change a thing may also see it. */
export function withPermission(chosen: readonly Permission[], permission: Permission): Permission[] {
  const wanted = new Set([...chosen, permission, ...(needs[permission] ? [needs[permission]] : [])]);
  return allPermissions.filter((one) => wanted.has(one));
}

/** The set without one, and without those that would be of no use without it. */
export function withoutPermission(chosen: readonly Permission[], permission: Permission): Permission[] {
  return allPermissions.filter((one) => chosen.includes(one) && one !== permission && needs[one] !== permission);
}

/** Whether somebody with `own` may tick or untick `permission`, and what would go with it. */
export function mayGive(own: readonly Permission[], permission: Permission): boolean {
  return [permission, needs[permission] ?? permission].every((one) => own.includes(one));
}
