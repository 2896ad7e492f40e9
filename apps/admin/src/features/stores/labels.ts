/** At once, so that a slip of the finger does not make thousands. */
export const maxLabels = 100;

/**
 * Labels of codes as one types them: by comma or line, with ranges (`A1-A12`, `1-8`, `A01-A12`).
 * Doubles and blanks fall out. A range that goes down stays what it is: a name with a dash.
 */
export function labelsOf(typed: string): string[] {
  const found = typed
    .split(/[,，、;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap(range);
  return [...new Set(found)];
}

function range(part: string): string[] {
  const match = /^(\D*)(\d{1,4})\s*[-–~至到]\s*(\D*)(\d{1,4})$/.exec(part);
  if (!match) return [part];
  const [, prefix = '', first = '', secondPrefix = '', last = ''] = match;
  const [from, to] = [Number(first), Number(last)];
  if ((secondPrefix.trim() !== '' && secondPrefix.trim() !== prefix.trim()) || to < from || to - from >= maxLabels) return [part];
  const width = first.startsWith('0') ? first.length : 0;
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${String(from + index).padStart(width, '0')}`);
}
