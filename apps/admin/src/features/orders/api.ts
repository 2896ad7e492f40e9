import type { AdminOrderView, PageOf, RefundOrder } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { api } from '../../lib/client';
import type { In } from '../../lib/contract';
import type { Action } from './states';

/** All open orders (paid, accepted, ready) of a store, or of every store; oldest first. */
export function useOpenOrders(storeId: Ref<string>) {
  return useQuery({
    queryKey: ['orders', 'open', storeId],
    queryFn: async () => {
      const orders: AdminOrderView[] = [];
      let cursor: string | undefined;
      do {
        const page: PageOf<AdminOrderView> = await api.get('/admin/orders', {
          query: { open: true, storeId: storeId.value, limit: 100, cursor },
        });
        orders.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return orders.sort((a, b) => (a.paidAt ?? a.createdAt).localeCompare(b.paidAt ?? b.createdAt));
    },
    // The live line brings changes at once; this only mends what it may have missed.
    refetchInterval: 60_000,
  });
}

export function useOrder(id: Ref<string>) {
  return useQuery({
    queryKey: ['orders', 'one', id],
    queryFn: () => api.get('/admin/orders/{id}', { params: { id: id.value } }),
    enabled: computed(() => id.value !== ''),
  });
}

/** How many refunds WeChat still takes of an order, and until when; asked when the sheet opens. */
export function useRefundLimits(id: Ref<string>, enabled: Ref<boolean>) {
  return useQuery({
    queryKey: ['orders', 'refund-limits', id],
    queryFn: () => api.get('/admin/orders/{id}/refund-limits', { params: { id: id.value } }),
    enabled,
    staleTime: 0,
  });
}

async function remember(client: QueryClient, order: AdminOrderView): Promise<void> {
  client.setQueryData(['orders', 'one', order.id], order);
  await Promise.all([
    client.invalidateQueries({ queryKey: ['orders', 'open'] }),
    client.invalidateQueries({ queryKey: ['orders', 'list'] }),
    client.invalidateQueries({ queryKey: ['orders', 'refund-limits', order.id] }),
    client.invalidateQueries({ queryKey: ['figures'] }),
  ]);
}

/** Accept, ready, hand over, cancel, or take cash. */
export function useOrderAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, action }: { id: string; action: Action }) => api.post(`/admin/orders/{id}/${action}`, { params: { id } }),
    onSuccess: (order) => remember(client, order),
    // Someone else may have been quicker: show what is true now.
    onError: () => client.invalidateQueries({ queryKey: ['orders'] }),
  });
}

/** Gives money back; the key makes a second press of the same intent harmless. */
export function useRefund() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body, key }: { id: string; body: In<typeof RefundOrder>; key: string }) =>
      api.post('/admin/orders/{id}/refunds', { params: { id }, body, idempotencyKey: key }),
    onSuccess: (order) => remember(client, order),
  });
}

/** Takes back the last step at the board, while it is not too late. */
export function useTakeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post('/admin/orders/{id}/take-back', { params: { id } }),
    onSuccess: (order) => remember(client, order),
    onError: () => client.invalidateQueries({ queryKey: ['orders'] }),
  });
}
