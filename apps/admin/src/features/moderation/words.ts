import type { ModerationCheckView, ModerationStatus } from '@pailou/contracts';
import type { Shape, Tone } from '../../ui/StatusTag.vue';
import { c } from '../../lib/texts';
import { t } from './texts';

export const statuses = ['in_doubt', 'waiting', 'refused', 'passed', 'all'] as const;
export type Filter = (typeof statuses)[number];
export const looks: Readonly<Record<ModerationStatus, { tone: Tone; shape: Shape }>> = {
  in_doubt: { tone: 'warn', shape: 'triangle' },
  waiting: { tone: 'gold', shape: 'ring' },
  refused: { tone: 'bad', shape: 'cross' },
  passed: { tone: 'good', shape: 'check' },
  replaced: { tone: 'plain', shape: 'ring' },
};

const labels = {
  10001: 'label_advertisement',
  20001: 'label_politics',
  20002: 'label_pornography',
  20003: 'label_abuse',
  20006: 'label_crime',
  20008: 'label_fraud',
  20012: 'label_vulgar',
  20013: 'label_copyright',
} as const;

/** WeChat's verdict with its label (内容安全, label) in words; 100 is no reason at all. */
export function verdictWord({ suggest, label }: Pick<ModerationCheckView, 'suggest' | 'label'>): string {
  if (!suggest) return t('notJudged');
  const word = t(`suggest_${suggest}`);
  if (suggest === 'pass' || label === null || label === 100) return word;
  return t('suggestFor', { suggest: word, label: t(labels[label as keyof typeof labels] ?? 'label_other') });
}

/** Why a person must look where WeChat’s verdict does not say it, or why nothing has been decided yet; empty otherwise. */
export function whyOf({ status, doubt, code }: Pick<ModerationCheckView, 'status' | 'doubt' | 'code'>): string {
  const said = code ? t('code', { code }) : '';
  if (status === 'in_doubt' && doubt && doubt !== 'review') return [t(`doubt_${doubt}`), said].filter(Boolean).join(' · ');
  return status === 'waiting' && said ? `${said} · ${t('asksAgain')}` : '';
}

/** What it is, in words; a kind that is not known yet by its own name. */
export function kindWord(kind: string): string {
  if (kind === 'customer.nickname') return t('kind_nickname');
  return kind === 'customer.avatar' ? t('kind_avatar') : kind;
}

export const authorOf = ({ authorName }: Pick<ModerationCheckView, 'authorName'>): string => authorName ?? c('nameless');

/** How one check is called in a list or a message: the text itself, or what it is and whose. */
export const nameOf = (check: Pick<ModerationCheckView, 'text' | 'kind' | 'authorName'>): string =>
  check.text ?? `${kindWord(check.kind)} · ${authorOf(check)}`;

/** What an operator may do with it now. */
export function deedsOf({ status, newest }: Pick<ModerationCheckView, 'status' | 'newest'>): { approve: boolean; refuse: boolean } {
  return {
    approve: newest && (status === 'in_doubt' || status === 'refused'),
    refuse: newest && (status === 'in_doubt' || status === 'passed'),
  };
}
