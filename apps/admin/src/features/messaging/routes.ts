import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/messages',
    component: () => import('./pages/MessagesPage.vue'),
    meta: { title: () => t('messages'), group: 'customers', permission: 'customers:read' },
  },
  {
    path: '/settings/messages',
    component: () => import('./pages/TemplatesPage.vue'),
    meta: { title: () => t('templates'), group: 'settings', permission: 'settings:write' },
  },
];
