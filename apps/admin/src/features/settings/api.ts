import type { ChangePassword, EnableTotp } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { api } from '../../lib/client';
import type { In } from '../../lib/contract';

export const useSessions = () => useQuery({ queryKey: ['me', 'sessions'], queryFn: () => api.get('/admin/me/sessions') });

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }) });
}

export const useEndSession = () => useChange((id: string) => api.delete('/admin/me/sessions/{id}', { params: { id } }));
export const useChangePassword = () => useChange((body: In<typeof ChangePassword>) => api.post('/admin/me/password', { body }));
/** A fresh secret; nothing is on before its first code. */
export const useTotpSetup = () => useMutation({ mutationFn: () => api.post('/admin/me/totp') });
export const useTotpOn = () => useChange((body: In<typeof EnableTotp>) => api.post('/admin/me/totp/enable', { body }));
export const useTotpOff = () => useChange((password: string) => api.post('/admin/me/totp/disable', { body: { password } }));
