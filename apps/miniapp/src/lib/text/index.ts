import type { Locale } from '@pailou/contracts';
import { en } from './en';
import { typeset, typesetAll } from './typeset';
import { zh, type Messages } from './zh';

export type { Messages } from './zh';

/** The messages of each language. No library: the mini program cannot compile messages at run time. */
export const messages: Record<Locale, Messages> = { zh: typesetAll(zh), en };

/** A text of the business in the reader's language; Chinese stands in for a missing English. */
export const localized = (text: { zh: string; en: string } | null | undefined, locale: Locale): string =>
  text ? (locale === 'en' && text.en) || typeset(text.zh) : '';
