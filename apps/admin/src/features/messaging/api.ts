import type { MapTemplate, MessagingSettings } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { api } from '../../lib/client';

export const useKinds = () => useQuery({ queryKey: ['messages', 'kinds'], queryFn: () => api.get('/admin/messages/kinds') });
/** What the kinds are called, for whoever sees messages but may not set them up. */
export const useKindNames = () =>
  useQuery({
    queryKey: ['messages', 'kind-names'],
    queryFn: async () => {
      const { items } = await api.get('/admin/messages', { query: { limit: 100 } });
      return [...new Map(items.map(({ kind, title }) => [kind, { kind, title }])).values()];
    },
    staleTime: 60_000,
  });
/** The account's templates, asked of WeChat only while they are wanted. */
export const useAccountTemplates = (wanted: Ref<boolean>) =>
  useQuery({
    queryKey: ['messages', 'templates'],
    queryFn: () => api.get('/admin/messages/templates'),
    enabled: computed(() => wanted.value),
    staleTime: 60_000,
  });
export const useQuietHours = () =>
  useQuery({ queryKey: ['messages', 'settings'], queryFn: () => api.get('/admin/messages/settings'), refetchOnWindowFocus: false });

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['messages'] }) });
}
export const useMatch = () => useChange(() => api.post('/admin/messages/kinds/match'));
export const useMapTemplate = () =>
  useChange(({ kind, body }: { kind: string; body: MapTemplate }) => api.put('/admin/messages/kinds/{kind}', { params: { kind }, body }));
export const useUnmap = () => useChange((kind: string) => api.delete('/admin/messages/kinds/{kind}', { params: { kind } }));
export const useSaveQuietHours = () => useChange((body: MessagingSettings) => api.put('/admin/messages/settings', { body }));
