import type { MessageStatus, MessageView } from '@pailou/contracts';
import type { Shape, Tone } from '../../ui/StatusTag.vue';
import { t } from './texts';

export const statuses: readonly MessageStatus[] = ['waiting', 'sending', 'sent', 'delivered', 'skipped', 'failed', 'unknown'];
export const looks: Readonly<Record<MessageStatus, { tone: Tone; shape: Shape }>> = {
  waiting: { tone: 'gold', shape: 'ring' },
  sending: { tone: 'gold', shape: 'circle' },
  sent: { tone: 'good', shape: 'circle' },
  delivered: { tone: 'good', shape: 'check' },
  skipped: { tone: 'plain', shape: 'ring' },
  failed: { tone: 'bad', shape: 'cross' },
  unknown: { tone: 'warn', shape: 'triangle' },
};

const reasons = ['no_grant', 'no_template', 'no_openid', 'late', 'empty_value'] as const;

/** Why it did not go out, in words; WeChat's own code where it gave one. */
export function whyOf({ status, reason }: Pick<MessageView, 'status' | 'reason'>): string {
  if (status === 'unknown') return t('why_unknown');
  const known = reasons.find((one) => one === reason);
  if (known) return t(`why_${known}`);
  return reason ? t('whyCode', { code: reason }) : '';
}
