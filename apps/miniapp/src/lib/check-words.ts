import type { OwnModerationView } from '@pailou/contracts';
import type { Messages } from './text';

/** WeChat's labels (内容安全, label); every other is "other". */
const labels: Readonly<Record<number, keyof Messages['me']['refusedFor']>> = {
  10001: 'advertisement',
  20001: 'politics',
  20002: 'pornography',
  20003: 'abuse',
  20006: 'crime',
  20008: 'fraud',
  20012: 'vulgar',
  20013: 'copyright',
};

/** What the customer is told of their new nickname or avatar: nothing where all is well. */
export function checkWords(part: 'nickname' | 'avatar', check: OwnModerationView | null | undefined, { me }: Messages): string {
  if (!check) return '';
  if (check.status !== 'refused') return part === 'avatar' ? me.avatarChecking : me.nicknameChecking;
  const why = check.reason ?? me.refusedFor[labels[check.label ?? 0] ?? 'other'];
  return part === 'avatar' ? me.avatarRefused(why) : me.nicknameRefused(check.text ?? '', why);
}

/** Whether somebody's new nickname or avatar is not decided yet. */
export const undecided = (checks: readonly (OwnModerationView | null)[]): boolean =>
  checks.some((check) => check !== null && check.status !== 'refused');
