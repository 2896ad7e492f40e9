const HAN = '\\p{Script=Han}';
const LATIN = '[A-Za-z0-9¥−+]';
const between = [new RegExp(`(${HAN})(?=${LATIN})`, 'gu'), new RegExp(`([A-Za-z0-9%])(?=${HAN})`, 'gu')];

/** Puts a thin space (U+2009) between Chinese and Latin, as Chinese typography wants. */
export function typeset(text: string): string {
  return between.reduce((set, pattern) => set.replace(pattern, '$1\u2009'), text);
}

/** The same for every message of a table, those with parameters included. */
export function typesetAll<T>(table: T): T {
  if (typeof table === 'string') return typeset(table) as T;
  if (typeof table === 'function') {
    const message = table as unknown as (...args: unknown[]) => string;
    return ((...args: unknown[]) => typeset(message(...args))) as T;
  }
  return Object.fromEntries(Object.entries(table as object).map(([key, value]) => [key, typesetAll(value)])) as T;
}
