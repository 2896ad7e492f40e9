import type { PageOf } from '@pailou/contracts';
import { useInfiniteQuery, type UseQueryReturnType } from '@tanstack/vue-query';
import { computed, ref, type ComputedRef, type Ref } from 'vue';

/** What a table shows: a list that is read whole or page by page. */
export interface List<T> {
  items: Ref<readonly T[]>;
  isPending: Ref<boolean>;
  error: Ref<unknown>;
  refetch: () => unknown;
  hasNextPage: Ref<boolean>;
  isFetchingNextPage: Ref<boolean>;
  fetchNextPage: () => unknown;
}

/** A list that comes in one answer, of which `pick` takes the items. */
export function wholeList<Answer, T>(query: UseQueryReturnType<Answer, unknown>, pick: (answer: Answer) => readonly T[]): List<T> {
  const { data, isPending, error, refetch } = query;
  const items = computed(() => (data.value === undefined ? [] : pick(data.value)));
  return { items, isPending, error, refetch, hasNextPage: ref(false), isFetchingNextPage: ref(false), fetchNextPage: () => undefined };
}

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
