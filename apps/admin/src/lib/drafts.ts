/** Forms that were left before they were saved, kept at this device. */
const prefix = 'pailou.draft.';
const keptDays = 14;

export interface KeptDraft<T> {
  /** When it was last typed in, milliseconds. */
  at: number;
  /** What the form was opened with, so that one sees whether the thing was changed meanwhile. */
  opened: T;
  draft: T;
}

/** Whether both are forms of the same make: a draft of an older panel may lack a field. */
function sameShape(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return false;
  return Object.keys(one).sort().join() === Object.keys(other).sort().join();
}

/** The draft kept under `key`; null if there is none, it is older than two weeks, or it is of another make than `like`. */
export function readDraft<T>(key: string, like: T, now = Date.now()): KeptDraft<T> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as KeptDraft<T> | null;
    if (!kept || now - kept.at > keptDays * 86_400_000 || !sameShape(kept.draft, like)) return null;
    return kept;
  } catch {
    return null;
  }
}

/** Keeps a draft. A device without room for it goes without: what is typed stays in the form. */
export function keepDraft<T>(key: string, opened: T, draft: T, now = Date.now()): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: now, opened, draft }));
  } catch {
    localStorage.removeItem(prefix + key);
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(prefix + key);
}
