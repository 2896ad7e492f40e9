import { locale } from './i18n';

const tag = () => (locale.value === 'zh' ? 'zh-CN' : 'en-GB');

/** Fen as `¥12.00`; the minus sign of a deduction stands before the sign of the currency. */
export function money(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${sign}¥${whole.toLocaleString('en-US')}.${rest}`;
}

/** What a person typed as yuan, in fen; null if it is no amount with at most two decimals. */
export function fenOf(yuan: string): number | null {
  const match = /^\s*¥?\s*(\d{1,9})(?:\.(\d{1,2}))?\s*$/.exec(yuan.replaceAll(',', ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/** Fen as a person types it: `12`, `12.5` becomes `12.50`. */
export function yuanOf(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

export function count(value: number): string {
  return value.toLocaleString(tag());
}

/** A change against a base, in whole percent: `+12%`; null where the base is zero. */
export function change(now: number, base: number): string | null {
  if (base === 0) return null;
  const percent = Math.round(((now - base) / base) * 100);
  return `${percent > 0 ? '+' : ''}${percent}%`;
}

/** An instant as date and time in the zone of whoever looks. */
export function dateTime(instant: string | null | undefined): string {
  if (!instant) return '';
  return new Intl.DateTimeFormat(tag(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** An instant as its date in the zone of whoever looks. */
export function date(instant: string | null | undefined): string {
  return instant ? new Intl.DateTimeFormat(tag(), { dateStyle: 'medium' }).format(new Date(instant)) : '';
}

/** A day of the calendar, `2026-11-21`, without a zone, as `11月21日周六`; the year where it is another than this one's. */
export function calendarDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const year = at.getUTCFullYear() === new Date().getFullYear() ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(tag(), { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC', ...year }).format(at);
}

export function time(instant: string): string {
  return new Intl.DateTimeFormat(tag(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** Whole minutes from `instant` to `now` (milliseconds), never negative. */
export function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
}

/** An age: `3 分钟`, `1 小时 5 分`. */
export function age(minutes: number): string {
  const zh = locale.value === 'zh';
  if (minutes < 60) return zh ? `${minutes} 分钟` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return zh ? `${Math.floor(hours / 24)} 天` : `${Math.floor(hours / 24)} days`;
  return zh ? `${hours} 小时 ${minutes % 60} 分` : `${hours} h ${minutes % 60} min`;
}
