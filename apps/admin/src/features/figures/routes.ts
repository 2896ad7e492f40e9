import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const today: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/TodayPage.vue'), meta: { title: () => t('today'), group: 'today' } },
];
export const routes: RouteRecordRaw[] = [
  {
    path: '/figures',
    component: () => import('./pages/FiguresPage.vue'),
    meta: { title: () => t('figures'), group: 'figures', permission: 'figures:read' },
  },
];
