import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { api } from '../../lib/client';

export const useFoundOrders = (q: Ref<string>) =>
  useQuery({
    queryKey: ['order-money', 'find', q],
    queryFn: () => api.get('/admin/order-money', { query: { q: q.value } }),
    enabled: computed(() => q.value !== ''),
    placeholderData: keepPreviousData,
  });

export const useOrderMoney = (id: Ref<string>) =>
  useQuery({
    queryKey: ['order-money', 'one', id],
    queryFn: () => api.get('/admin/orders/{id}/money', { params: { id: id.value } }),
    refetchInterval: 30_000,
  });
