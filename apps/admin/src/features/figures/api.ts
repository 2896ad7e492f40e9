import type { OrderStatus } from '@pailou/contracts';
import { useQuery } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import { api } from '../../lib/client';

/** The business day of a store, or of all stores. */
export function useFigures(storeId: Ref<string>, enabled: Ref<boolean>) {
  return useQuery({
    queryKey: ['figures', storeId],
    queryFn: () => api.get('/admin/figures/today', { query: { storeId: storeId.value } }),
    refetchInterval: 60_000,
    enabled,
  });
}

/** How many orders wait in each open state; up to the first hundred. */
export function useOpenCounts(enabled: Ref<boolean>) {
  return useQuery({
    queryKey: ['orders', 'open', 'counts'],
    queryFn: async () => {
      const { items } = await api.get('/admin/orders', { query: { open: true, limit: 100 } });
      const of = (status: OrderStatus) => items.filter((order) => order.status === status).length;
      return { paid: of('paid'), accepted: of('accepted'), ready: of('ready') };
    },
    refetchInterval: 30_000,
    enabled,
  });
}
