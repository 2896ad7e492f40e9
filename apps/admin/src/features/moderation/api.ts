import type { ModerationStatus } from '@pailou/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { api } from '../../lib/client';
import { useLive } from '../../lib/live';
import { usePageList } from '../../lib/page-list';
import { useSession } from '../../lib/session';

export const useChecks = (status: ComputedRef<ModerationStatus | ''>) =>
  usePageList(
    ['moderation', 'list'],
    computed(() => ({ status: status.value })),
    (query) => api.get('/admin/moderation-checks', { query }),
  );

export const useCheckCount = (may: Readonly<Ref<boolean>> = ref(true)) =>
  useQuery({
    queryKey: ['moderation', 'count'],
    queryFn: () => api.get('/admin/moderation-checks/count'),
    enabled: may,
    refetchInterval: 60_000,
  });

/** Reads the queue again whenever something in it changed, for who may see it. @returns whether changes come by themselves now */
export function useChecksLive(may: Readonly<Ref<boolean>> = ref(true)): Ref<boolean> {
  const client = useQueryClient();
  const readAgain = () => void client.invalidateQueries({ queryKey: ['moderation'] });
  return useLive(
    computed(() => (may.value ? ['moderation:all'] : [])),
    readAgain,
    readAgain,
  );
}

/** How many wait for a person, for the navigation. */
export function useDoubts(): Readonly<Ref<number>> {
  const { can } = useSession();
  const may = computed(() => can('content:review'));
  const { data } = useCheckCount(may);
  useChecksLive(may);
  return computed(() => (may.value ? (data.value?.inDoubt ?? 0) : 0));
}

function useDecision<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      // Names and faces of customers may have changed with it.
      Promise.all([['moderation'], ['customers']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
export const useApprove = () =>
  useDecision(({ id, reason }: { id: string; reason: string }) =>
    api.post('/admin/moderation-checks/{id}/approve', { params: { id }, body: { reason } }),
  );
export const useRefuse = () =>
  useDecision(({ id, reason }: { id: string; reason: string }) =>
    api.post('/admin/moderation-checks/{id}/refuse', { params: { id }, body: { reason } }),
  );
export const useUndo = () => useDecision((id: string) => api.post('/admin/moderation-checks/{id}/undo', { params: { id } }));
