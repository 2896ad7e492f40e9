import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/reconciliation',
    component: () => import('./pages/DaysPage.vue'),
    meta: { title: () => t('days'), group: 'figures', permission: 'payments:reconcile', reach: 'everywhere' },
  },
  {
    path: '/reconciliation/tasks',
    component: () => import('./pages/TasksPage.vue'),
    meta: { title: () => t('tasks'), group: 'figures', permission: 'payments:reconcile', reach: 'everywhere' },
  },
  {
    path: '/reconciliation/rows',
    component: () => import('./pages/RowsPage.vue'),
    meta: { title: () => t('rows'), permission: 'payments:reconcile', reach: 'everywhere' },
  },
];
