// What is pushed was written by others: a field may be of any shape, and turning it into text or a number must not throw.

/** A field that is text or a number, as text; else empty. */
export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A field that is a number or the text of one; else NaN. */
export const numberOf = (value: unknown): number => (textOf(value) === '' ? Number.NaN : Number(value));

/** Seconds since 1970, as a number or as text; null for 0 and for what is no time. */
export function instantOf(value: unknown): Date | null {
  const seconds = numberOf(value);
  return Number.isSafeInteger(seconds) && seconds > 0 && seconds < 8_000_000_000 ? new Date(seconds * 1000) : null;
}
