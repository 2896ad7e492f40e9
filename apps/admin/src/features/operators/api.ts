import type { InvitationView, InviteOperator, OperatorView, RoleInput, RoleView, UpdateOperator } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { api } from '../../lib/client';

export const useOperators = () => useQuery({ queryKey: ['operators', 'list'], queryFn: () => api.get<OperatorView[]>('/admin/operators') });
export const useRoles = () => useQuery({ queryKey: ['operators', 'roles'], queryFn: () => api.get<RoleView[]>('/admin/roles') });

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['operators'] }), client.invalidateQueries({ queryKey: ['me'] })]) });
}

export const useUpdateOperator = () => useChange(({ id, changes }: { id: string; changes: UpdateOperator }) => api.patch<OperatorView>(`/admin/operators/${id}`, changes));
export const useInvite = () => useChange((body: InviteOperator) => api.post<InvitationView>('/admin/invitations', body));
export const useSaveRole = () => useChange(({ id, body }: { id: string; body: RoleInput }) => (id ? api.put<RoleView>(`/admin/roles/${id}`, body) : api.post<RoleView>('/admin/roles', body)));
export const useDeleteRole = () => useChange((id: string) => api.delete(`/admin/roles/${id}`));
