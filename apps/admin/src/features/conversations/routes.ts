import type { RouteRecordRaw } from 'vue-router';
import { useUnread } from './line';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/conversations',
    component: () => import('./pages/InboxPage.vue'),
    meta: { title: () => t('inbox'), group: 'service', permission: 'conversations:handle', badge: useUnread },
  },
];

/** Stands among the settings of the house. */
export const settings: RouteRecordRaw[] = [
  {
    path: '/settings/conversations',
    component: () => import('./pages/RepliesPage.vue'),
    meta: { title: () => t('replies'), group: 'settings', permission: 'conversations:handle' },
  },
];
