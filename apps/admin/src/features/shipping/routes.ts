import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/shipping',
    component: () => import('./pages/ShippingPage.vue'),
    meta: { title: () => t('shipping'), group: 'figures', permission: 'shipping:handle' },
  },
];
