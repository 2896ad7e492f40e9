import { dateTime, time } from '../../lib/format';
import { locale } from '../../lib/i18n';
import { t } from './texts';

const day = (ms: number) => new Date(ms).toDateString();

/** An instant as a list shows it: the time today, `昨天`, else the date. */
export function whenOf(instant: string, now: number): string {
  const at = Date.parse(instant);
  if (day(at) === day(now)) return time(instant);
  if (day(at) === day(now - 86_400_000)) return t('yesterday');
  return new Intl.DateTimeFormat(locale.value === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', day: 'numeric' }).format(new Date(at));
}

/** A day as a line in the thread. */
export function dayWords(instant: string, now: number): string {
  const at = Date.parse(instant);
  if (day(at) === day(now)) return t('today');
  if (day(at) === day(now - 86_400_000)) return t('yesterday');
  return dateTime(instant).replace(/[\s,]+\d{1,2}:\d{2}.*$/, '');
}
