import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/audit',
    component: () => import('./pages/AuditPage.vue'),
    meta: { title: () => t('audit'), group: 'settings', permission: 'audit:read' },
  },
];
