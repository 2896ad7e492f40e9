import { computed } from 'vue';
import { useSettings } from '@/stores/settings';

/** The messages in the reader's language, and the business's own texts in it. */
export function useText() {
  const settings = useSettings();
  return { t: computed(() => settings.text), local: settings.local };
}
