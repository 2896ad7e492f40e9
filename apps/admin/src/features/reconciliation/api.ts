import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { api } from '../../lib/client';

export const useAlarms = () =>
  useQuery({ queryKey: ['reconciliation', 'alarms'], queryFn: () => api.get('/admin/reconciliation/alarms'), refetchInterval: 60_000 });

/** The last days, for the figures and the chart. */
export const useLastDays = () =>
  useQuery({
    queryKey: ['reconciliation', 'last'],
    queryFn: () => api.get('/admin/reconciliation/days', { query: { limit: 30 } }),
    refetchInterval: 60_000,
  });

function useChange<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: ['reconciliation'] }) });
}
export const useFetchAgain = () => useChange((day: string) => api.post('/admin/reconciliation/days/{day}/fetch', { params: { day } }));
export const useCloseTask = () =>
  useChange(({ id, reason }: { id: string; reason: string }) =>
    api.post('/admin/reconciliation/tasks/{id}/close', { params: { id }, body: { reason } }),
  );
export const useReopenTask = () => useChange((id: string) => api.post('/admin/reconciliation/tasks/{id}/reopen', { params: { id } }));
