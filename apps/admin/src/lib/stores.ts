import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api } from './client';
import { localized } from './i18n';

/** Every store that the operator may see. Many pages choose one. */
export function useStores() {
  const query = useQuery({ queryKey: ['stores'], queryFn: () => api.get('/admin/stores'), staleTime: 60_000 });
  const stores = computed(() => query.data.value ?? []);
  const storeName = (id: string) => localized(stores.value.find((store) => store.id === id)?.name);
  return { ...query, stores, storeName };
}
