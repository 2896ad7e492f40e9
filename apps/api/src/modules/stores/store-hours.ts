import type { HoursException, Interval } from '@pailou/contracts';

/** When a store opens: local times of its own zone. */
export interface StoreHours {
  /** IANA name, for example `Asia/Shanghai`. */
  timeZone: string;
  /** Monday first. */
  hours: Interval[][];
  /** By local date; replaces that day's hours, an empty list closes the day. */
  exceptions: HoursException[];
  /** Temporary close, until this instant. */
  closedUntil: Date | null;
}

export interface OpeningState {
  open: boolean;
  /** While open: when it closes; null when it closes on none of the days looked at. */
  openUntil: Date | null;
  /** While closed: when it opens; null when it opens on none of the days looked at. */
  opensAt: Date | null;
}

/** One local calendar day of a store: `[startsAt, endsAt)`. */
export interface BusinessDay {
  /** `YYYY-MM-DD` in the store's zone. */
  date: string;
  startsAt: Date;
  endsAt: Date;
}

/** How many local days are looked at to find the next opening or closing. */
const daysAhead = 15;
const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The opening state at an instant. Intervals that touch (also `24:00` and the next day's `00:00`) are one opening.
 * A temporary close hides the part of an opening before `closedUntil`.
 */
export function openingState(store: StoreHours, at: Date): OpeningState {
  const closedUntil = store.closedUntil?.getTime() ?? 0;
  const now = at.getTime();
  for (const opening of openings(store, at)) {
    const starts = Math.max(opening.starts, closedUntil);
    if (opening.ends <= now || starts >= opening.ends) continue;
    if (starts > now) return { open: false, openUntil: null, opensAt: new Date(starts) };
    return { open: true, openUntil: opening.ends === Infinity ? null : new Date(opening.ends), opensAt: null };
  }
  return { open: false, openUntil: null, opensAt: null };
}

/** Whether customers may order for now at that instant. */
export function isOpen(store: StoreHours, at: Date): boolean {
  return openingState(store, at).open;
}

/** The store's own calendar day that holds the instant; 23 or 25 hours long when its clocks change. */
export function businessDay(timeZone: string, at: Date): BusinessDay {
  const date = localDate(timeZone, at.getTime());
  return { date, startsAt: new Date(instantOf(timeZone, date, 0)), endsAt: new Date(instantOf(timeZone, plusDays(date, 1), 0)) };
}

/** Whether this runtime knows the zone's IANA name. */
export function knownTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The first fault of a list of intervals, or null: each must end after it begins and none may overlap another. */
export function intervalFault(intervals: Interval[]): 'ends_before_start' | 'overlap' | null {
  const sorted = intervals.map((one) => ({ from: minutes(one.from), to: minutes(one.to) })).toSorted((a, b) => a.from - b.from);
  if (sorted.some((one) => one.to <= one.from)) return 'ends_before_start';
  return sorted.some((one, index) => index > 0 && one.from < (sorted[index - 1]?.to ?? 0)) ? 'overlap' : null;
}

interface Opening {
  starts: number;
  ends: number;
}

/** Openings from the day before on, in order, touching ones joined; the last may end at Infinity (never seen to close). */
function openings(store: StoreHours, at: Date): Opening[] {
  const exceptions = new Map(store.exceptions.map((one) => [one.date, one.intervals]));
  // During a temporary close nothing before its end matters, however far away that is.
  const from = Math.max(at.getTime(), store.closedUntil?.getTime() ?? 0);
  const first = plusDays(localDate(store.timeZone, from), -1);
  const found: Opening[] = [];
  for (let offset = 0; offset <= daysAhead; offset += 1) {
    const date = plusDays(first, offset);
    const intervals = exceptions.get(date) ?? store.hours[weekday(date)] ?? [];
    for (const interval of intervals.toSorted((a, b) => minutes(a.from) - minutes(b.from))) {
      const starts = instantOf(store.timeZone, date, minutes(interval.from));
      const ends = instantOf(store.timeZone, date, minutes(interval.to));
      const last = found.at(-1);
      if (ends <= starts) continue;
      if (last && starts <= last.ends) last.ends = Math.max(last.ends, ends);
      else found.push({ starts, ends });
    }
  }
  const last = found.at(-1);
  const horizon = instantOf(store.timeZone, plusDays(first, daysAhead + 1), 0);
  if (last && last.ends >= horizon && last.starts <= from) last.ends = Infinity;
  return found;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** 0 is Monday. */
function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The zone's wall clock at an instant, as if it were UTC, in milliseconds. */
function wallClock(timeZone: string, instant: number): number {
  const parts: Record<string, number> = {};
  for (const part of formatOf(timeZone).formatToParts(instant)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, date, hour, minute, second);
}

function localDate(timeZone: string, instant: number): string {
  return new Date(wallClock(timeZone, instant)).toISOString().slice(0, 10);
}

/**
 * The instant at which the zone's clock shows `date` plus `minute` minutes. A time that a forward change skips is moved
 * on by the change; of a time that a backward change repeats, the first is taken.
 */
function instantOf(timeZone: string, date: string, minute: number): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const offsetOf = (instant: number) => wallClock(timeZone, instant) - instant;
  const before = offsetOf(wall - day);
  const after = offsetOf(wall + day);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  if (offsetOf(early) === wall - early) return early;
  if (offsetOf(late) === wall - late) return late;
  return wall - before;
}
