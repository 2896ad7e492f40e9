import { failed, type WechatError } from './result.js';

/**
 * A call that breaks a limit of WeChat's documentation is not sent: it could only be refused, and would be counted.
 * @param rules each limit in words, and whether it is kept
 * @returns the refusal `UNFIT`, which names what is broken; undefined when nothing is
 */
export function unfit(api: string, rules: Readonly<Record<string, boolean>>): { ok: false; error: WechatError } | undefined {
  const broken = Object.entries(rules).flatMap(([says, kept]) => (kept ? [] : [says]));
  if (broken.length === 0) return undefined;
  return failed({ api, kind: 'refused', code: 'UNFIT', message: broken.join('; '), retryable: false, unsent: true });
}

/** Whether a text has so many characters (code points). */
export function isWithin(text: string, least: number, most: number): boolean {
  const { length } = [...text];
  return length >= least && length <= most;
}

/** Whether a field that may be absent has so many characters at most. */
export const isAtMost = (text: string | undefined, most: number): boolean => text === undefined || isWithin(text, 0, most);

/** Cuts text between characters (code points). */
export const cutText = (text: string, most: number): string => [...text].slice(0, most).join('');

/** Whether it is an amount of money that can be asked for: whole fen, at least one. */
export const isFen = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 1;
