import { Offline, Problem } from '@pailou/client';
import type { Messages } from './text';
import { typeset } from './text/typeset';

/** A sentence for what went wrong: the server's own when it has one, never a code alone. */
export function errorText(error: unknown, t: Messages): string {
  if (error instanceof Offline) return t.state.offline;
  if (error instanceof Problem && error.title) return typeset(error.title);
  return t.state.refused;
}
