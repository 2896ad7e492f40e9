import type { Permission } from '@pailou/contracts';
import type { Ref } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Reach } from '../lib/session';

export const groups = ['today', 'service', 'shop', 'customers', 'figures', 'settings'] as const;
export type Group = (typeof groups)[number];

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name in the language of the panel. */
    title?: () => string;
    /** Where the page stands in the navigation; absent: it has no entry. */
    group?: Group;
    permission?: Permission;
    /** How far the permission must reach; absent: into one store. */
    reach?: Reach;
    /** How much waits on the page, for its entry; called once, while the navigation is set up. */
    badge?: () => Readonly<Ref<number>>;
    /** Reachable without signing in, and shown without the navigation. */
    public?: boolean;
  }
}

export interface Entry {
  to: string;
  title: string;
  group: Group;
  /** How much waits there. */
  badge: number;
}

/** The pages of `routes` that stand in the navigation and that the operator may see. */
export function entriesOf(
  routes: readonly RouteRecordRaw[],
  can: (permission: Permission, reach?: Reach) => boolean,
  badgeOf: (path: string) => number = () => 0,
): Entry[] {
  return routes.flatMap(({ path, meta }) => {
    if (!meta?.group || !meta.title || (meta.permission && !can(meta.permission, meta.reach))) return [];
    return [{ to: path, title: meta.title(), group: meta.group, badge: badgeOf(path) }];
  });
}

/** What waits on each page that says so, by its path. Call it while setting up. */
export function useBadges(routes: readonly RouteRecordRaw[]): (path: string) => number {
  const badges = new Map(routes.flatMap(({ path, meta }) => (meta?.badge ? [[path, meta.badge()] as const] : [])));
  return (path) => badges.get(path)?.value ?? 0;
}

/** The entry under which the page at `path` stands: its own, or the nearest above it (`/catalog` for a product). */
export function entryOf(entries: readonly Entry[], path: string): Entry | undefined {
  const above = entries.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return above.sort((a, b) => b.to.length - a.to.length)[0];
}
