import type { Locale } from '@pailou/contracts';

/** The most that a note may have. */
export const NOTE_MOST = 200;

/** Where one wish ends and the next begins. */
const parts = (note: string) => note.split(/[，,]\s*/).map((part) => part.trim());

export const hasPhrase = (note: string, phrase: string): boolean => parts(note).includes(phrase);

/** Puts a ready-made wish at the end of the note, or takes it out again; what was typed by hand stays. Full notes stay as they are. */
export function togglePhrase(note: string, phrase: string, locale: Locale): string {
  const kept = parts(note).filter((part) => part !== '' && part !== phrase);
  const next = hasPhrase(note, phrase) ? kept : [...kept, phrase];
  const text = next.join(locale === 'zh' ? '，' : ', ');
  return text.length > NOTE_MOST ? note : text;
}
