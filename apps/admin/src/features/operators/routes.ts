import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  { path: '/sign-in', component: () => import('./pages/SignInPage.vue'), meta: { title: () => t('signIn'), public: true } },
  { path: '/accept', component: () => import('./pages/AcceptPage.vue'), meta: { title: () => t('accept'), public: true } },
  {
    path: '/team',
    component: () => import('./pages/TeamPage.vue'),
    meta: { title: () => t('team'), group: 'settings', permission: 'operators:manage' },
  },
  {
    path: '/team/roles',
    component: () => import('./pages/RolesPage.vue'),
    meta: { title: () => t('roles'), group: 'settings', permission: 'operators:manage' },
  },
];
