import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/customers',
    component: () => import('./pages/CustomersPage.vue'),
    meta: { title: () => t('customers'), group: 'customers', permission: 'customers:read' },
  },
];
