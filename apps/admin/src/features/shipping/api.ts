import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { api } from '../../lib/client';

export const useMoney = () =>
  useQuery({ queryKey: ['shipping', 'money'], queryFn: () => api.get('/admin/shipping-reports/money'), refetchInterval: 60_000 });

function useChange<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: ['shipping'] }) });
}
export const useRetry = () => useChange((id: string) => api.post('/admin/shipping-reports/{id}/retry', { params: { id } }));
export const useHandle = () =>
  useChange(({ id, reason }: { id: string; reason: string }) =>
    api.post('/admin/shipping-reports/{id}/handle', { params: { id }, body: { reason } }),
  );
