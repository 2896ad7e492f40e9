import type { OperatorView, Permission } from '@pailou/contracts';
import { QueryClient, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api, Problem } from './client';

/** One cache for the panel. What the API refused for good is not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
    },
  },
});

const meQuery = {
  queryKey: ['me'] as const,
  queryFn: () => api.get('/admin/me'),
  staleTime: 60_000,
};

/** Who is signed in, asked once and remembered; null for nobody. Other failures are thrown. */
export async function currentOperator(): Promise<OperatorView | null> {
  try {
    return await queryClient.fetchQuery(meQuery);
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Remembers who signed in, and forgets all that the one before has seen. */
export function startSession(operator: OperatorView): void {
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, operator);
}

export function endSession(): void {
  queryClient.clear();
}

/** In every store, as it takes for what is the whole brand's (catalogue, bills). */
export type Reach = 'everywhere';
/** Whether the operator has the permission, and reaches so far. */
export const holds = (operator: OperatorView, permission: Permission, reach?: Reach): boolean =>
  operator.permissions.includes(permission) && (!reach || operator.storeIds === null);

/** The operator at this panel, and what they may do. */
export function useSession() {
  const query = useQuery(meQuery);
  const me = computed(() => query.data.value);
  /** See `holds`. */
  const can = (permission: Permission, reach?: Reach) => me.value !== undefined && holds(me.value, permission, reach);
  return { me, can };
}
