import { Offline } from '@pailou/client';
import { load, save } from './storage';

/** What the phone saw last, and when (ms since 1970). */
export interface Kept<T> {
  at: number;
  value: T;
}
/** `since` is null when the value is of now, else when it was seen. */
export interface Seen<T> {
  value: T;
  since: number | null;
}

export function keep<T>(key: string, value: T): void {
  save(key, { at: Date.now(), value } satisfies Kept<T>);
}

/** Answers from the network; without one, what was seen last. Throws what the network said when nothing was, or was refused. */
export async function fresh<T>(key: string, fetch: () => Promise<T>): Promise<Seen<T>> {
  try {
    const value = await fetch();
    keep(key, value);
    return { value, since: null };
  } catch (error) {
    const kept = error instanceof Offline ? load<Kept<T>>(key) : null;
    if (!kept) throw error;
    return { value: kept.value, since: kept.at };
  }
}
