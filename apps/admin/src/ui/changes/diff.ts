/** What a change changed, as rows for people. */
export interface Change {
  path: string;
  /** Absent where there was nothing. */
  before?: string;
  after?: string;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** `{a: {b: [1]}}` as `a.b.0 → 1`. What is empty (null, an empty text or list) has no leaf. */
export function leavesOf(value: unknown, path = ''): Map<string, string> {
  if (isBranch(value)) return new Map(Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, path ? `${path}.${key}` : key)]));
  if (value === undefined || value === null || value === '' || typeof value === 'object') return new Map();
  return new Map([[path, String(value)]]);
}

/**
 * The leaves that differ, in the order in which they stand. Where one side is null or
 * absent (something made, something deleted), all leaves of the other are given.
 */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was === is) return [];
    return [{ path, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}
