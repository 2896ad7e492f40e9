/** What WeChat lets the shop send now, counted down between two answers of the API. */
import type { ReplyAllowance } from '@pailou/contracts';
import { t } from './texts';

export type ReplyState =
  | { may: true; left: number; msLeft: number; by: 'message' | 'enter' }
  /** `closed`: no window is open; `used`: one is, and nothing is left of it. */
  | { may: false; why: 'closed' | 'used' };

/** @param now milliseconds */
export function replyState({ left, until, by }: ReplyAllowance, now: number): ReplyState {
  const msLeft = until === null ? 0 : Date.parse(until) - now;
  if (msLeft <= 0 || by === null) return { may: false, why: 'closed' };
  return left > 0 ? { may: true, left, msLeft, by } : { may: false, why: 'used' };
}

/** How urgent it is: the last message, or the last two hours of a window of 48. */
export function isUrgent(state: ReplyState): boolean {
  return state.may && (state.left === 1 || state.msLeft < 2 * 3_600_000);
}

/** A time that runs down: hours and minutes, at the end minutes and seconds. */
export function leftWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  if (h > 0) return t('hoursLeft', { h, m });
  return m > 0 ? t('minutesLeft', { m, s }) : t('secondsLeft', { s });
}
