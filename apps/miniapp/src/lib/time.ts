/** Wall-clock words. Instants come as UTC; a store's hours are read in the store's own zone by the server. */
const two = (n: number) => String(n).padStart(2, '0');

/** `HH:MM` on this phone's clock. */
export function clock(instant: string | number): string {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
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
