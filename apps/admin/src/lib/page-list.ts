import type { PageOf } from '@pailou/contracts';
import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { api, type Query } from './client';

/**
 * A list read page by page (`cursor`), read anew when `filters` change.
 * @param key what the cache calls it, without the filters
 */
export function usePageList<T>(key: readonly string[], path: string, filters: ComputedRef<Query>, limit = 30) {
  const query = useInfiniteQuery({
    queryKey: [...key, filters],
    queryFn: ({ pageParam }) => api.get<PageOf<T>>(path, { ...filters.value, limit, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const items = computed<T[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []);
  return { ...query, items };
}
