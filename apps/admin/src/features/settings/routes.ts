import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

/** One's own settings: everybody who is signed in has them. */
export const routes: RouteRecordRaw[] = [
  { path: '/settings', component: () => import('./pages/SettingsPage.vue'), meta: { title: () => t('settings'), group: 'settings' } },
];
