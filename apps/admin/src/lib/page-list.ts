import type { PageOf } from '@pailou/contracts';
import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, ref, type ComputedRef, type Ref } from 'vue';

/**
 * A list read page by page (`cursor`), read anew when `filters` change.
 * @param key what the cache calls it, without the filters
 * @param enabled whether it is wanted now
 */
export function usePageList<T, Filters extends object>(
  key: readonly string[],
  filters: ComputedRef<Filters>,
  fetchPage: (query: Filters & { limit: number; cursor: string | undefined }) => Promise<PageOf<T>>,
  limit = 30,
  enabled: Ref<boolean> = ref(true),
) {
  const query = useInfiniteQuery({
    queryKey: computed(() => [...key, JSON.stringify(filters.value)]),
    queryFn: ({ pageParam }) => fetchPage({ ...filters.value, limit, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled,
  });
  const items = computed<T[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []);
  return { ...query, items };
}
