import { nextTick, watch } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import { onSignedOut } from '../lib/client';
import { locale } from '../lib/i18n';
import { currentOperator, endSession, holds } from '../lib/session';
import { routes } from './routes';
import { t } from './texts';

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    ...routes,
    { path: '/not-allowed', component: () => import('./NotAllowedPage.vue') },
    { path: '/:rest(.*)*', component: () => import('./NotFoundPage.vue') },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach(async (to) => {
  if (to.meta.public) return true;
  let operator;
  try {
    operator = await currentOperator();
  } catch {
    // The server is away, not the session: the page shows what is wrong and offers to try again.
    return true;
  }
  if (!operator) return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  const { permission, reach } = to.meta;
  return permission && !holds(operator, permission, reach) ? '/not-allowed' : true;
});

function nameTab(): void {
  const title = router.currentRoute.value.meta.title?.();
  document.title = title ? `${title} · ${t('product')}` : t('product');
}
router.afterEach(() => void nextTick(nameTab));
watch(locale, nameTab);

onSignedOut(() => {
  const { meta, fullPath, matched } = router.currentRoute.value;
  endSession();
  // Before the first page the guard above shows the door, and knows which page was wanted.
  if (!meta.public && matched.length > 0) void router.replace({ path: '/sign-in', query: { next: fullPath } });
});
