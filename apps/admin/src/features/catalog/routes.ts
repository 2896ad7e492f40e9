import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/catalog',
    component: () => import('./pages/ProductsPage.vue'),
    meta: { title: () => t('products'), group: 'shop', permission: 'catalog:read' },
  },
  {
    path: '/catalog/categories',
    component: () => import('./pages/CategoriesPage.vue'),
    meta: { title: () => t('categories'), group: 'shop', permission: 'catalog:read' },
  },
  {
    path: '/catalog/import',
    component: () => import('./pages/ImportPage.vue'),
    meta: { title: () => t('import'), group: 'shop', permission: 'catalog:write', reach: 'everywhere' },
  },
  {
    path: '/catalog/products/new',
    component: () => import('./pages/ProductPage.vue'),
    meta: { title: () => t('newProduct'), permission: 'catalog:write', reach: 'everywhere' },
  },
  {
    path: '/catalog/products/:id',
    component: () => import('./pages/ProductPage.vue'),
    meta: { title: () => t('product'), permission: 'catalog:read' },
  },
];
