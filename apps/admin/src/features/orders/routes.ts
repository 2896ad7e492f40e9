import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/orders/board',
    component: () => import('./pages/BoardPage.vue'),
    meta: { title: () => t('board'), group: 'service', permission: 'orders:read' },
  },
  {
    path: '/orders',
    component: () => import('./pages/OrdersPage.vue'),
    meta: { title: () => t('list'), group: 'service', permission: 'orders:read' },
  },
];
