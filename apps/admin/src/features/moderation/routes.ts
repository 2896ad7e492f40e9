import type { RouteRecordRaw } from 'vue-router';
import { useDoubts } from './api';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/moderation',
    component: () => import('./pages/ModerationPage.vue'),
    meta: {
      title: () => t('moderation'),
      group: 'customers',
      permission: 'content:review',
      badge: useDoubts,
    },
  },
];
