/** The rules of opening hours: times as `HH:MM`, `24:00` ends a day; a night goes on in the next day's list. */
import type { HoursException, Interval } from '@pailou/contracts';

/** As many as the API takes for one day. */
export const maxIntervals = 6;
export type Fault = 'time' | 'order' | 'overlap';

/**
 * A time as people type it (`8`, `8:30`, `0830`, `８：３０`, `24`) as `HH:MM`.
 * @returns null for what is no time of a day
 */
export function timeOf(typed: string): string | null {
  const plain = typed
    .trim()
    .replaceAll(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replaceAll(/[：.点]/g, ':')
    .replace(/:$/, '');
  const match = /^(\d{1,2})(?::(\d{2}))?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (!match) return null;
  const time = `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}`;
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null;
}

/** What is wrong with one day, by interval; null where nothing is. */
export function faultsOfDay(intervals: readonly Interval[]): (Fault | null)[] {
  return intervals.map((interval, index) => {
    const { from, to } = interval;
    if (timeOf(from) !== from || timeOf(to) !== to) return 'time';
    if (from >= to) return 'order';
    return intervals.some((other, at) => at !== index && other.from < to && from < other.to) ? 'overlap' : null;
  });
}

export function dayIsRight(intervals: readonly Interval[]): boolean {
  return faultsOfDay(intervals).every((fault) => fault === null);
}

export function sorted(intervals: readonly Interval[]): Interval[] {
  return [...intervals].sort((a, b) => a.from.localeCompare(b.from));
}

/** A further interval after those of the day; null when the day is full. */
export function nextInterval(intervals: readonly Interval[]): Interval | null {
  if (intervals.length >= maxIntervals) return null;
  const last = sorted(intervals).at(-1);
  if (!last) return { from: '09:00', to: '21:00' };
  const hour = Math.min(Number(last.to.slice(0, 2)) + 1, 23);
  const from = `${String(hour).padStart(2, '0')}:00`;
  return from > last.to ? { from, to: hour < 20 ? '21:00' : '24:00' } : null;
}

/** The week with the day `from` copied to each of `days` (Monday is 0). */
export function copiedTo(week: readonly (readonly Interval[])[], from: number, days: readonly number[]): Interval[][] {
  return week.map((day, index) => (days.includes(index) ? week[from]! : day).map((interval) => ({ ...interval })));
}

/** Runs of days with the same hours, for a short text: Monday to Friday as one. */
export function runs(week: readonly (readonly Interval[])[]): { first: number; last: number; intervals: readonly Interval[] }[] {
  const found: { first: number; last: number; intervals: readonly Interval[] }[] = [];
  for (const [day, intervals] of week.entries()) {
    const before = found.at(-1);
    if (before && JSON.stringify(before.intervals) === JSON.stringify(intervals)) before.last = day;
    else found.push({ first: day, last: day, intervals });
  }
  return found;
}

/** Dates that stand twice among the exceptions. */
export function doubleDates(exceptions: readonly HoursException[]): Set<string> {
  const seen = new Set<string>();
  return new Set(exceptions.map((one) => one.date).filter((date) => date !== '' && (seen.has(date) || !seen.add(date))));
}

/** The names of the days as the texts know them, Monday first as in the contract. */
export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
