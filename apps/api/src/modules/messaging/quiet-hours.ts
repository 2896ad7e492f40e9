import type { MessagingSettings } from '@pailou/contracts';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** When a message that may wait goes out: now, or when the quiet hours around now are over. */
export function whenQuietEnds(now: Date, { quietFrom, quietTo, timeZone }: MessagingSettings): Date {
  if (!quietFrom || !quietTo || quietFrom === quietTo) return now;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const minute = part('hour') * 60 + part('minute');
  const [from, to] = [minutesOf(quietFrom), minutesOf(quietTo)];
  const quiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!quiet) return now;
  const left = (to - minute + 1440) % 1440;
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000 + left * 60_000);
}
