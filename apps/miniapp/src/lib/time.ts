/** Wall-clock words. Instants come as UTC. */
const two = (n: number) => String(n).padStart(2, '0');

/** `HH:MM` on this phone's clock. */
export function clock(instant: string | number): string {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Null on a phone whose engine knows no zones, as some of WeChat's do not: its own time is mostly that of the place. */
function inZone(timeZone: string, options: Intl.DateTimeFormatOptions, at: Date): string | null {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(at);
  } catch {
    return null;
  }
}

/** `HH:MM` at a place. */
export const clockIn = (timeZone: string, instant: string): string =>
  inZone(timeZone, { hour: '2-digit', minute: '2-digit' }, new Date(instant)) ?? clock(instant);

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** The day of the week at a place, Monday as 0. */
export function weekdayIn(timeZone: string, at: Date): number {
  const day = inZone(timeZone, { weekday: 'short' }, at);
  return day === null ? (at.getDay() + 6) % 7 : days.indexOf(day);
}

/** `3-8 14:05`; with the year when it is not this one. */
export function dayAndClock(instant: string, now = new Date()): string {
  const at = new Date(instant);
  const year = at.getFullYear() === now.getFullYear() ? '' : `${at.getFullYear()}-`;
  return `${year}${at.getMonth() + 1}-${at.getDate()} ${clock(instant)}`;
}

/** The time left until an instant as `M:SS`, never below `0:00`. */
export function countdown(until: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** Metres as `320` m or `1.4` km. */
export function distance(metres: number): { unit: 'm'; value: number } | { unit: 'km'; value: string } {
  if (metres < 950) return { unit: 'm', value: Math.round(metres / 10) * 10 };
  return { unit: 'km', value: (metres / 1000).toFixed(metres < 9950 ? 1 : 0) };
}
