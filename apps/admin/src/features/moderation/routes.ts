import { defineAsyncComponent } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import { t } from './texts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/moderation',
    component: () => import('./pages/ModerationPage.vue'),
    meta: {
      title: () => t('moderation'),
      group: 'customers',
      permission: 'content:review',
      badge: defineAsyncComponent(() => import('./parts/DoubtCount.vue')),
    },
  },
];
