/** China has one zone and no summer time. */
const aheadMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** The calendar day in China at this instant, `2026-11-21`: WeChat's bills go by it, whatever zone a store is in. */
export const chinaDay = (at: Date): string => new Date(at.getTime() + aheadMs).toISOString().slice(0, 10);

/** When a day in China begins. */
export const startOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+08:00`));

export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** A bill's `2026-11-21 10:00:00`, China's time, as an instant; null when it is none. */
export function instantOf(text: string): Date | null {
  const at = Date.parse(`${text.trim().replace(' ', 'T')}+08:00`);
  return Number.isNaN(at) ? null : new Date(at);
}

/** WeChat has a day's bill from this hour (China) of the next day on. Source: 申请交易账单, 次日 10 点后. */
const readyHour = 10;
/** And keeps it for three months; a little less, for the shortest of them. */
export const keptDays = 89;

/** The last day whose bill is there at this instant. */
export function lastBilledDay(now: Date): string {
  const today = chinaDay(now);
  const ready = now.getTime() - startOf(today).getTime() >= readyHour * 3_600_000;
  return addDays(today, ready ? -1 : -2);
}
