import type { Fulfilment, Locale } from '@pailou/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { platform } from '@/lib/platform';
import { localized, messages } from '@/lib/text';
import { load, save } from '@/lib/storage';

const tabs = ['home', 'menu', 'orders', 'me'] as const;

/** What this phone prefers: language, the way of getting the order, whether position may be used. */
export const useSettings = defineStore('settings', () => {
  const locale = ref<Locale>(load<Locale>('locale') ?? (uni.getSystemInfoSync().language?.startsWith('en') ? 'en' : 'zh'));
  const fulfilment = ref<Fulfilment>(load<Fulfilment>('fulfilment') ?? 'pickup');
  const mayLocate = ref(load<boolean>('mayLocate') ?? false);
  const text = computed(() => messages[locale.value]);
  const scale = ref(1);
  /** The style of each page's root: how large the person reads. */
  const look = computed(() => `--text:${scale.value}`);

  /** The size may be changed in WeChat's settings while the app is away. */
  function readScale() {
    scale.value = platform.readingScale();
  }

  function applyLocale() {
    // #ifdef H5
    document.documentElement.lang = locale.value === 'en' ? 'en' : 'zh-CN';
    // #endif
    tabs.forEach((tab, index) => {
      // Fails on a page without the tab bar and at launch: each page of the bar calls this when it shows, since a code may open any of them.
      uni.setTabBarItem({ index, text: text.value.tabs[tab], fail: () => undefined });
    });
  }
  function setLocale(next: Locale) {
    locale.value = next;
    save('locale', next);
    applyLocale();
  }
  function setFulfilment(next: Fulfilment) {
    fulfilment.value = next;
    save('fulfilment', next);
  }
  function setMayLocate(next: boolean) {
    mayLocate.value = next;
    save('mayLocate', next);
  }
  return {
    locale,
    fulfilment,
    mayLocate,
    text,
    scale,
    look,
    readScale,
    applyLocale,
    setLocale,
    setFulfilment,
    setMayLocate,
    local: (value: { zh: string; en: string } | null | undefined) => localized(value, locale.value),
  };
});
