/** The settings of customer service as the form holds them. */
import type { ConversationSettings, Interval } from '@pailou/contracts';
import { copyOf } from '../../lib/copy';
import { dayIsRight, sorted } from '../../ui/hours/hours';

export interface Draft {
  greeting: { zh: string; en: string };
  outOfHours: { zh: string; en: string };
  /** Somebody is always there; the week is kept in case that changes. */
  always: boolean;
  week: Interval[][];
  timeZone: string;
}

const daytime = () => Array.from({ length: 7 }, (): Interval[] => [{ from: '09:00', to: '21:00' }]);

export function draftOf({ greeting, outOfHours, hours, timeZone }: ConversationSettings): Draft {
  const copy = copyOf({ greeting, outOfHours, timeZone });
  return { ...copy, always: hours === null, week: hours ? copyOf(hours) : daytime() };
}

export function bodyOf({ greeting, outOfHours, always, week, timeZone }: Draft): ConversationSettings {
  return { greeting, outOfHours, hours: always ? null : week.map(sorted), timeZone: timeZone.trim() };
}

export const hoursHold = ({ always, week }: Draft): boolean => always || week.every(dayIsRight);
