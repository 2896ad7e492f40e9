// What comes over the wire was written by others: a field may be of any shape, and reading it must not throw.

/** A field that is text or a number, as text; else empty. */
export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A field that is a number or the text of one; else NaN. */
export const numberOf = (value: unknown): number => (textOf(value) === '' ? Number.NaN : Number(value));

/** Seconds since 1970, as a number or as text; null for 0 and for what is no time. */
export function instantOf(value: unknown): Date | null {
  const seconds = numberOf(value);
  return Number.isSafeInteger(seconds) && seconds > 0 && seconds < 8_000_000_000 ? new Date(seconds * 1000) : null;
}

/** The objects of a list; whatever else is in it is left out, and what is no list is empty. */
export const objectsOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null) : [];

/** An object, empty when it is none. */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> => objectsOf([value])[0] ?? {};
