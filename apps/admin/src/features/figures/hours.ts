import type { FiguresView } from '@pailou/contracts';

export type Hour = FiguresView['hours'][number];

/** The hours from the first to the last with an order, this day or a week before, none left out between; empty if there was none. */
export function shownHours(hours: readonly Hour[]): Hour[] {
  const busy = hours.filter((hour) => hour.orders > 0 || hour.revenueFen > 0 || hour.lastWeekOrders > 0).map((hour) => hour.hour);
  if (busy.length === 0) return [];
  const first = Math.min(...busy);
  const last = Math.max(...busy);
  const byHour = new Map(hours.map((hour) => [hour.hour, hour]));
  return Array.from(
    { length: last - first + 1 },
    (_, index) => byHour.get(first + index) ?? { hour: first + index, revenueFen: 0, orders: 0, lastWeekFen: 0, lastWeekOrders: 0 },
  );
}

/** A round number at or above `max`, for the top of an axis: 1, 2 or 5 times a power of ten. */
export function axisTop(max: number): number {
  if (max <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(max));
  return ([1, 2, 5, 10].find((step) => step * power >= max) ?? 10) * power;
}

/** The day `by` days after `date` (`YYYY-MM-DD`), in the calendar alone. */
export function dayAfter(date: string, by: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}
