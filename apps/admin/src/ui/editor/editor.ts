import type { UseMutationReturnType } from '@tanstack/vue-query';
import { computed, nextTick, ref, watch, type Ref } from 'vue';
import { fieldsOf, messageOf } from '../../lib/client';
import { useSession } from '../../lib/session';
import { c } from '../../lib/texts';
import { useUnsaved } from '../unsaved';
import { useDraft } from './draft';

type Faults = Readonly<Record<string, string>>;

/**
 * A long form of one thing: read, changed, kept at this device until it is saved, and never lost by a reading in the background.
 * What is wrong is said at its field, whether the form or the API found it.
 */
export function useEditor<View, Draft extends object, Failure>(of: {
  /** Drafts at this device are kept under it. */
  kind: string;
  /** Empty while it is new. */
  id: Readonly<Ref<string>>;
  read: Readonly<Ref<View | undefined>>;
  empty: () => Draft;
  draftOf: (from: View) => Draft;
  /** What is wrong by its path, as the API would name it. */
  faultsOf: (draft: Draft) => Faults;
  saving: UseMutationReturnType<View, Failure, { id: string; opened: Draft; draft: Draft }, unknown>;
  saved: (now: View) => void;
}) {
  const { me } = useSession();
  const opened = ref(of.empty()) as Ref<Draft>;
  const draft = ref(of.id.value === '' ? of.empty() : null) as Ref<Draft | null>;
  const faults = ref<Faults>({});
  const problem = ref('');
  const dirty = computed(() => draft.value !== null && JSON.stringify(draft.value) !== JSON.stringify(opened.value));
  useUnsaved(dirty, true);
  const kept = useDraft(
    computed(() => `${of.kind}.${me.value?.id ?? ''}.${of.id.value || 'new'}`),
    draft,
    opened,
    dirty,
  );

  function open(from: View): void {
    opened.value = of.draftOf(from);
    draft.value = of.draftOf(from);
  }
  // A reading in the background never takes away what is being typed.
  watch(of.read, (read) => read && !dirty.value && open(read), { immediate: true });

  async function show(found: Faults, words: string): Promise<void> {
    faults.value = found;
    problem.value = words;
    await nextTick();
    document
      .querySelector('.editor [aria-invalid="true"], .editor .is-error, .editor .fault')
      ?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }

  return {
    opened,
    draft,
    faults,
    problem,
    dirty,
    kept,
    saving: computed(() => of.saving.isPending.value),
    faultOf: (...paths: string[]) => paths.map((path) => faults.value[path]).find(Boolean),
    async save(): Promise<void> {
      if (!draft.value) return;
      const found = of.faultsOf(draft.value);
      if (Object.keys(found).length > 0) return show(found, c('checkFields'));
      faults.value = {};
      problem.value = '';
      try {
        const now = await of.saving.mutateAsync({ id: of.id.value, opened: opened.value, draft: draft.value });
        kept.forget();
        open(now);
        of.saved(now);
      } catch (failure) {
        await show(fieldsOf(failure), messageOf(failure));
      }
    },
    /** It is no more: nothing of it is kept, and nobody is asked. */
    drop(): void {
      kept.forget();
      opened.value = of.empty();
      draft.value = of.empty();
    },
  };
}

export type Editor = ReturnType<typeof useEditor<unknown, object, unknown>>;
