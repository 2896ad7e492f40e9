import type { Permission } from '@pailou/contracts';
import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

export const groups = ['today', 'service', 'shop', 'customers', 'figures', 'settings'] as const;
export type Group = (typeof groups)[number];

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name in the language of the panel. */
    title?: () => string;
    /** Where the page stands in the navigation; absent: it has no entry. */
    group?: Group;
    permission?: Permission;
    /** How much waits there, shown beside the name; it asks by itself. */
    badge?: Component;
    /** Reachable without signing in, and shown without the navigation. */
    public?: boolean;
  }
}

export interface Entry {
  to: string;
  title: string;
  group: Group;
  badge?: Component;
}

/** The pages of `routes` that stand in the navigation and that the operator may see. */
export function entriesOf(routes: readonly RouteRecordRaw[], can: (permission: Permission) => boolean): Entry[] {
  return routes.flatMap(({ path, meta }) => {
    if (!meta?.group || !meta.title || (meta.permission && !can(meta.permission))) return [];
    return [{ to: path, title: meta.title(), group: meta.group, ...(meta.badge ? { badge: meta.badge } : {}) }];
  });
}

/** The entry under which the page at `path` stands: its own, or the nearest above it (`/catalog` for a product). */
export function entryOf(entries: readonly Entry[], path: string): Entry | undefined {
  const above = entries.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return above.sort((a, b) => b.to.length - a.to.length)[0];
}
