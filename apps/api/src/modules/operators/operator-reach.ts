import type { Permission } from '@pailou/contracts';

/** How far an operator reaches: what they may do, and in which stores. `storeIds` null means every store. */
export interface Reach {
  permissions: readonly Permission[];
  storeIds: readonly string[] | null;
}

/** Whether `outer` holds every permission of `inner`. */
export function holdsPermissions(outer: readonly Permission[], inner: readonly Permission[]): boolean {
  return inner.every((permission) => outer.includes(permission));
}

/** Whether `outer` covers every store of `inner`. Only "every store" covers "every store". */
export function coversStores(outer: readonly string[] | null, inner: readonly string[] | null): boolean {
  if (outer === null) return true;
  return inner !== null && inner.every((id) => outer.includes(id));
}

/** Whether someone with `outer` may hand out, change or take away `inner`: no one reaches past themselves. */
export function reaches(outer: Reach, inner: Reach): boolean {
  return holdsPermissions(outer.permissions, inner.permissions) && coversStores(outer.storeIds, inner.storeIds);
}
