import type { InviteOperator, RoleInput, UpdateOperator } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { api } from '../../lib/client';

export const useOperators = () => useQuery({ queryKey: ['operators', 'list'], queryFn: () => api.get('/admin/operators') });
export const useRoles = () => useQuery({ queryKey: ['operators', 'roles'], queryFn: () => api.get('/admin/roles') });

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['operators'] }), client.invalidateQueries({ queryKey: ['me'] })]),
  });
}

export const useUpdateOperator = () =>
  useChange(({ id, changes }: { id: string; changes: UpdateOperator }) =>
    api.patch('/admin/operators/{id}', { params: { id }, body: changes }),
  );
export const useInvite = () => useChange((body: InviteOperator) => api.post('/admin/invitations', { body }));
export const useSaveRole = () =>
  useChange(({ id, body }: { id: string; body: RoleInput }) =>
    id ? api.put('/admin/roles/{id}', { params: { id }, body }) : api.post('/admin/roles', { body }),
  );
export const useDeleteRole = () => useChange((id: string) => api.delete('/admin/roles/{id}', { params: { id } }));
