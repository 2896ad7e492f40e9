import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/settings/going-live',
    component: () => import('./pages/GoingLivePage.vue'),
    meta: { title: () => t('goingLive'), group: 'settings', permission: 'settings:write' },
  },
];
