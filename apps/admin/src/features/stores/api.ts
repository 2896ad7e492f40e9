import type { CodeView, CreateCode, ProductView } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { api } from '../../lib/client';
import { bodyOf, changesOf, type StoreDraft } from './draft';

export function useStore(id: Ref<string>) {
  return useQuery({
    queryKey: ['stores', 'one', id],
    queryFn: () => api.get('/admin/stores/{id}', { params: { id: id.value } }),
    enabled: computed(() => id.value !== ''),
    refetchOnWindowFocus: false,
  });
}

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['stores'] }) });
}

export const useSaveStore = () =>
  useChange(({ id, opened, draft }: { id: string; opened: StoreDraft; draft: StoreDraft }) =>
    id
      ? api.patch('/admin/stores/{id}', { params: { id }, body: changesOf(opened, draft) })
      : api.post('/admin/stores', { body: bodyOf(draft) }),
  );
/** Closes a store until an instant, or opens it again (null). */
export const usePause = () =>
  useChange(({ id, closedUntil }: { id: string; closedUntil: string | null }) =>
    api.patch('/admin/stores/{id}', { params: { id }, body: { closedUntil } }),
  );

export function useCodes(storeId: Ref<string>) {
  return useQuery({
    queryKey: ['stores', 'codes', storeId],
    queryFn: () => api.get('/admin/stores/{id}/codes', { params: { id: storeId.value } }),
  });
}
export const useCreateCode = () =>
  useChange(({ storeId, body }: { storeId: string; body: CreateCode }) =>
    api.post('/admin/stores/{id}/codes', { params: { id: storeId }, body }),
  );
export const useDeleteCode = () =>
  useChange(({ storeId, id }: { storeId: string; id: string }) =>
    api.delete('/admin/stores/{id}/codes/{codeId}', { params: { id: storeId, codeId: id } }),
  );
export const imageOf = (code: CodeView) =>
  api.url('/admin/stores/{id}/codes/{codeId}/image', { params: { id: code.storeId, codeId: code.id } });

/** Products to lead a shelf code to. */
export async function findProducts(q: string): Promise<ProductView[]> {
  return (await api.get('/admin/products', { query: { q, status: 'active', limit: 20 } })).items;
}
