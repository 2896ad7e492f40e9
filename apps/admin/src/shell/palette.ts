import { computed, onScopeDispose, ref, watch } from 'vue';
import { useSession } from '../lib/session';
import type { SearchSource } from '../lib/search';
import type { Entry } from './navigation';
import { t } from './texts';

/** One line of the palette: a page, or a thing. */
export interface Line {
  key: string;
  title: string;
  hint: string;
  to: string;
  /** Under which heading it stands. */
  kind: string;
}

/** The pages whose name, group or address hold the words. */
export function pagesOf(entries: readonly Entry[], words: string): Line[] {
  const wanted = words.trim().toLowerCase();
  return entries
    .filter((entry) => `${entry.title} ${t(entry.group)} ${entry.to}`.toLowerCase().includes(wanted))
    .map((entry) => ({ key: entry.to, title: entry.title, hint: t(entry.group), to: entry.to, kind: t('pages') }));
}

/**
 * Looks for what is typed: pages at once, things a moment after one stops typing. Answers that come late, after other
 * words were typed, are left aside; a source that fails is named and the others stand.
 */
export function usePalette(entries: () => readonly Entry[], sources: readonly SearchSource[]) {
  const { can } = useSession();
  const words = ref('');
  const things = ref<Line[]>([]);
  const failed = ref<string[]>([]);
  const looking = ref(false);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(wanted: string, mine: number): Promise<void> {
    const lines: Line[][] = [];
    const missed: string[] = [];
    await Promise.all(
      sources
        .filter(({ permission }) => can(permission))
        .map(async (source, at) => {
          try {
            const hits = await source.find(wanted);
            lines[at] = hits.map((hit) => ({ key: `${at}.${hit.id}`, title: hit.title, hint: hit.hint, to: hit.to, kind: source.name() }));
          } catch {
            missed.push(source.name());
          }
          if (mine !== turn) return;
          things.value = lines.flat();
          failed.value = [...missed];
        }),
    );
    if (mine === turn) looking.value = false;
  }
  watch(words, (typed) => {
    clearTimeout(timer);
    const mine = ++turn;
    const wanted = typed.trim();
    failed.value = [];
    looking.value = wanted !== '';
    if (wanted === '') things.value = [];
    else timer = setTimeout(() => void look(wanted, mine), 180);
  });
  onScopeDispose(() => clearTimeout(timer));
  const lines = computed(() => [...pagesOf(entries(), words.value), ...things.value]);
  return { words, lines, failed, looking };
}
