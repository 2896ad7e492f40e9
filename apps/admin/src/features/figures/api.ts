import type { OrderStatus } from '@pailou/contracts';
import { useQuery } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import { api } from '../../lib/client';

/** A business day (`YYYY-MM-DD`; empty: today until now) of a store, or of all stores. */
export function useFigures(storeId: Ref<string>, date: Ref<string>, enabled: Ref<boolean>) {
  return useQuery({
    queryKey: ['figures', storeId, date],
    queryFn: () => api.get('/admin/figures/today', { query: { storeId: storeId.value, date: date.value } }),
    refetchInterval: 60_000,
    enabled,
  });
}

/** What about money somebody should see now; for those who see all of it. */
export function useMoneyAlarms(enabled: Ref<boolean>) {
  return useQuery({
    queryKey: ['reconciliation', 'alarms'],
    queryFn: () => api.get('/admin/reconciliation/alarms'),
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

/** Money that WeChat holds, and what of it waits for a person. */
export function useMoneyWaiting(enabled: Ref<boolean>) {
  return useQuery({
    queryKey: ['shipping', 'money'],
    queryFn: () => api.get('/admin/shipping-reports/money'),
    refetchInterval: 60_000,
    enabled,
  });
}
