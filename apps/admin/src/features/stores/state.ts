import type { Interval, StoreView } from '@pailou/contracts';
import { days, runs } from '../../ui/hours/hours';
import { t as dayWords } from '../../ui/hours/texts';
import { t } from './texts';

/** Whether a temporary close holds now. */
export function closedNow(store: Pick<StoreView, 'closedUntil'>, now = Date.now()): boolean {
  return store.closedUntil !== null && Date.parse(store.closedUntil) > now;
}

/** The week in words: `周一至周五 08:00–12:00, 13:00–22:00`, one text per run of equal days. */
export function weekWords(week: readonly (readonly Interval[])[]): string[] {
  return runs(week).map(({ first, last, intervals }) => {
    const name = first === last ? dayWords(days[first]!) : t('span', { first: dayWords(days[first]!), last: dayWords(days[last]!) });
    return `${name} ${intervals.map(({ from, to }) => `${from}–${to}`).join(', ') || dayWords('closed')}`;
  });
}
