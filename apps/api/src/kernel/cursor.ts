/** A cursor that this list did not give out. */
export class BadCursor extends Error {}

/** Makes the opaque cursor that carries the sort key of the last row of a page. */
export function encodeCursor(values: unknown[]): string {
  return Buffer.from(JSON.stringify(values.map(String))).toString('base64url');
}

/** Reads a cursor of `arity` values; undefined when there is none. Throws BadCursor. */
export function decodeCursor(cursor: string | undefined, arity: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === arity && values.every((value) => typeof value === 'string' && !value.includes('\0'))) return values;
  } catch {
    // Falls through: whatever is wrong with it, the caller hears the same.
  }
  throw new BadCursor();
}

/** Cuts one row too many off a page and says where the next begins. */
export function page<T>(rows: T[], limit: number, key: (row: T) => unknown[]): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
