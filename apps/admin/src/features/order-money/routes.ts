import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/order-money',
    component: () => import('./pages/FindPage.vue'),
    meta: { title: () => t('orderMoney'), group: 'figures', permission: 'payments:read' },
  },
  {
    path: '/order-money/:id',
    component: () => import('./pages/OrderMoneyPage.vue'),
    meta: { title: () => t('orderMoney'), permission: 'payments:read' },
  },
];
