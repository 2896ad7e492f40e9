import type { ConversationSettings } from '@pailou/contracts';
import { isOpen } from '../stores/index.js';

/** The same words are not said twice to a customer within so long, milliseconds. */
export const autoReplyEveryMs = 12 * 3_600_000;

/** What is said by itself to a customer who came in or wrote: the greeting, outside the hours the other one; null for nothing. */
export function autoReply(
  settings: ConversationSettings,
  customer: { locale: 'zh' | 'en'; greetedAt: Date | null; awayAt: Date | null },
  now: Date,
): { origin: 'greeting' | 'out_of_hours'; text: string } | null {
  const { hours, timeZone } = settings;
  const there = hours === null || isOpen({ hours, timeZone, exceptions: [], closedUntil: null }, now);
  const [origin, words, last] = there
    ? (['greeting', settings.greeting, customer.greetedAt] as const)
    : (['out_of_hours', settings.outOfHours, customer.awayAt] as const);
  const text = (customer.locale === 'en' && words.en) || words.zh;
  if (!text || (last && now.getTime() - last.getTime() < autoReplyEveryMs)) return null;
  return { origin, text };
}
