import type { CategoryInput, ProductView, SetAvailability } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { api, Problem } from '../../lib/client';
import type { In } from '../../lib/contract';
import { bodyOf, changesOf, stockOf, withFreshStock, type ProductDraft } from './draft';

export function useCategories() {
  const query = useQuery({ queryKey: ['catalog', 'categories'], queryFn: () => api.get('/admin/categories') });
  const categories = computed(() => [...(query.data.value ?? [])].sort((a, b) => a.position - b.position));
  return { ...query, categories };
}

export function useProduct(id: Ref<string>) {
  return useQuery({
    queryKey: ['catalog', 'product', id],
    queryFn: () => api.get('/admin/products/{id}', { params: { id: id.value } }),
    enabled: computed(() => id.value !== ''),
    refetchOnWindowFocus: false,
  });
}

/** After a change all lists are read anew. */
function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['catalog'] }) });
}

/** Makes a product, or changes what `opened` and `draft` differ in. */
export function useSaveProduct() {
  return useChange(async ({ id, opened, draft }: { id: string; opened: ProductDraft; draft: ProductDraft }): Promise<ProductView> => {
    if (id === '') return api.post('/admin/products', { body: bodyOf(draft) });
    const { variants, ...changes } = changesOf(opened, draft);
    if (!variants) return api.patch('/admin/products/{id}', { params: { id }, body: changes });
    const stocks = onlyStocks(opened, draft);
    if (!stocks) {
      const fresh = await api.get('/admin/products/{id}', { params: { id } });
      return api.patch('/admin/products/{id}', { params: { id }, body: { ...changes, variants: withFreshStock(variants, opened, fresh) } });
    }
    for (const { variantId, stock } of stocks) await api.post('/admin/variants/{id}/stock', { params: { id: variantId }, body: { stock } });
    return Object.keys(changes).length > 0
      ? api.patch('/admin/products/{id}', { params: { id }, body: changes })
      : api.get('/admin/products/{id}', { params: { id } });
  });
}

/** The counted stocks, if nothing else about the variants changed: counting must not touch prices. */
function onlyStocks(opened: ProductDraft, draft: ProductDraft): { variantId: string; stock: number | null }[] | null {
  const without = (one: ProductDraft) => JSON.stringify(one.variants.map((variant) => ({ ...variant, stock: '' })));
  if (without(opened) !== without(draft)) return null;
  return draft.variants.flatMap((variant, index) =>
    variant.id && stockOf(variant.stock) !== stockOf(opened.variants[index]?.stock ?? '')
      ? [{ variantId: variant.id, stock: stockOf(variant.stock) }]
      : [],
  );
}

/** The page of the product is still open then: only the lists are read anew. */
export function useDeleteProduct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete('/admin/products/{id}', { params: { id } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['catalog', 'products'] }),
        client.invalidateQueries({ queryKey: ['catalog', 'categories'] }),
      ]),
  });
}
export const useStatus = () =>
  useChange(({ id, status }: { id: string; status: ProductView['status'] }) =>
    api.patch('/admin/products/{id}', { params: { id }, body: { status } }),
  );
export const useAvailability = () =>
  useChange(({ id, body }: { id: string; body: In<typeof SetAvailability> }) =>
    api.post('/admin/products/{id}/availability', { params: { id }, body }),
  );
export const useSaveCategory = () =>
  useChange(({ id, body }: { id: string; body: CategoryInput }) =>
    id ? api.put('/admin/categories/{id}', { params: { id }, body }) : api.post('/admin/categories', { body }),
  );
export const useDeleteCategory = () => useChange((id: string) => api.delete('/admin/categories/{id}', { params: { id } }));
export const useImport = () =>
  useChange(({ file, dryRun }: { file: File; dryRun: boolean }) => api.post('/admin/products/import', { file, query: { dryRun } }));

/** The whole catalog as a file in the browser's downloads. */
export async function downloadProducts(): Promise<void> {
  const response = await fetch(api.url('/admin/products/export'), { credentials: 'same-origin' });
  if (!response.ok) throw Problem.of(response.status, await response.json().catch(() => undefined));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = `products-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
