import type { CodeView, CreateCode, PageOf, ProductView, StoreView } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { api, urlOf } from '../../lib/client';
import { bodyOf, changesOf, type StoreDraft } from './draft';

export function useStore(id: Ref<string>) {
  return useQuery({ queryKey: ['stores', 'one', id], queryFn: () => api.get<StoreView>(`/admin/stores/${id.value}`), enabled: computed(() => id.value !== ''), refetchOnWindowFocus: false });
}

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['stores'] }) });
}

export const useSaveStore = () =>
  useChange(({ id, opened, draft }: { id: string; opened: StoreDraft; draft: StoreDraft }) =>
    id ? api.patch<StoreView>(`/admin/stores/${id}`, changesOf(opened, draft)) : api.post<StoreView>('/admin/stores', bodyOf(draft)));
/** Closes a store until an instant, or opens it again (null). */
export const usePause = () => useChange(({ id, closedUntil }: { id: string; closedUntil: string | null }) => api.patch<StoreView>(`/admin/stores/${id}`, { closedUntil }));

export function useCodes(storeId: Ref<string>) {
  return useQuery({ queryKey: ['stores', 'codes', storeId], queryFn: () => api.get<CodeView[]>(`/admin/stores/${storeId.value}/codes`) });
}
export const useCreateCode = () => useChange(({ storeId, body }: { storeId: string; body: CreateCode }) => api.post<CodeView>(`/admin/stores/${storeId}/codes`, body));
export const useDeleteCode = () => useChange(({ storeId, id }: { storeId: string; id: string }) => api.delete(`/admin/stores/${storeId}/codes/${id}`));
export const imageOf = (code: CodeView) => urlOf(`/admin/stores/${code.storeId}/codes/${code.id}/image`);

/** Products to lead a shelf code to. */
export async function findProducts(q: string): Promise<ProductView[]> {
  return (await api.get<PageOf<ProductView>>('/admin/products', { q, status: 'active', limit: 20 })).items;
}
