import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { copyOf } from '../../lib/copy';
import { dropDraft, keepDraft, readDraft, type KeptDraft } from '../../lib/drafts';

/**
 * Keeps what is typed into a form at this device until it is saved, and offers it when the form is opened again.
 * While an offer stands, nothing is written over it.
 * @param key what is edited, such as `product.<id>`; it changes when a new thing got its id
 */
export function useDraft<T>(key: Readonly<Ref<string>>, draft: Ref<T | null>, opened: Ref<T>, dirty: Readonly<Ref<boolean>>) {
  const offer = ref<KeptDraft<T> | null>(null) as Ref<KeptDraft<T> | null>;
  let looked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = false;

  watch(
    [key, draft],
    () => {
      if (!draft.value || looked === key.value) return;
      looked = key.value;
      const kept = readDraft(key.value, draft.value);
      offer.value = kept && JSON.stringify(kept.draft) !== JSON.stringify(draft.value) ? kept : null;
    },
    { immediate: true },
  );
  function keep(): void {
    clearTimeout(timer);
    if (offer.value || !draft.value) return;
    if (dirty.value) keepDraft(key.value, opened.value, draft.value);
    else dropDraft(key.value);
  }
  watch(
    draft,
    () => {
      left = false;
      clearTimeout(timer);
      timer = setTimeout(keep, 400);
    },
    { deep: true },
  );
  // The key may come from the address: once the page is left it names something else.
  onBeforeRouteLeave(() => {
    keep();
    left = true;
  });
  onScopeDispose(() => (left ? clearTimeout(timer) : keep()));

  return {
    offer,
    take(): void {
      if (offer.value) draft.value = copyOf(offer.value.draft);
      offer.value = null;
    },
    discard(): void {
      dropDraft(key.value);
      offer.value = null;
    },
    /** It was saved, or thrown away on purpose. */
    forget(): void {
      clearTimeout(timer);
      dropDraft(key.value);
    },
  };
}
