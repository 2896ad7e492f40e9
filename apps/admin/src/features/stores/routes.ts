import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/stores',
    component: () => import('./pages/StoresPage.vue'),
    meta: { title: () => t('stores'), group: 'shop', permission: 'stores:read' },
  },
  {
    path: '/stores/new',
    component: () => import('./pages/StorePage.vue'),
    meta: { title: () => t('newStore'), permission: 'stores:write', reach: 'everywhere' },
  },
  { path: '/stores/:id', component: () => import('./pages/StorePage.vue'), meta: { title: () => t('store'), permission: 'stores:read' } },
  {
    path: '/stores/:id/codes',
    component: () => import('./pages/CodesPage.vue'),
    meta: { title: () => t('codes'), permission: 'stores:read' },
  },
];
