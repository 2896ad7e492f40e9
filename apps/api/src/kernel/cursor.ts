/** A cursor that this list did not give out. */
export class BadCursor extends Error {}

/** Makes the opaque cursor that carries the sort key of the last row of a page. */
export function encodeCursor(values: unknown[]): string {
  return Buffer.from(JSON.stringify(values.map(String))).toString('base64url');
}

const parts = {
  id: (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  number: (value: string) => /^\d{1,9}$/.test(value),
  /** One that the calendar has. */
  day: (value: string) => /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value),
  /** As PostgreSQL writes them, or ISO 8601. A day that the calendar does not have is none. */
  instant: (value: string) => {
    const [, day] = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]\d\d(:?\d\d)?)$/.exec(value) ?? [];
    return day !== undefined && isDay(day);
  },
};
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
export type CursorPart = keyof typeof parts;

/**
 * Reads a cursor whose values are of these kinds, in this order; undefined when there is none. Throws BadCursor, so that
 * a cursor that somebody wrote never reaches the database as a wrong number or date.
 */
export function decodeCursor(cursor: string | undefined, kinds: readonly CursorPart[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      values.every((value, i) => typeof value === 'string' && parts[kinds[i]!](value))
    )
      return values;
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
