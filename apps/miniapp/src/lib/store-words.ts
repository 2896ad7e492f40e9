import type { StorefrontStore } from '@pailou/contracts';
import type { Messages } from './text';
import { clockIn, distance } from './time';

/** In the store's own time: `营业至 22:00`, `休息中，09:00 开门` or `休息中`. */
export function openState(store: Pick<StorefrontStore, 'open' | 'openUntil' | 'opensAt' | 'timeZone'>, t: Messages): string {
  if (store.open) return store.openUntil ? t.home.openUntil(clockIn(store.timeZone, store.openUntil)) : t.stores.open;
  return store.opensAt ? t.home.opensAt(clockIn(store.timeZone, store.opensAt)) : t.home.closed;
}

/** Empty when the position is not known. */
export function distanceText(store: Pick<StorefrontStore, 'distanceMetres'>, t: Messages): string {
  if (store.distanceMetres === null) return '';
  const away = distance(store.distanceMetres);
  return away.unit === 'm' ? t.home.metres(away.value) : t.home.kilometres(away.value);
}
