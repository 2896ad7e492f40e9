/** What was said, in the words of lists, lines and notices. */
import type { ChatMessageView, ConversationView } from '@pailou/contracts';
import { c } from '../../lib/texts';
import { t } from './texts';

export const nameOf = ({ customer }: Pick<ConversationView, 'customer'>): string => customer?.nickname ?? c('nameless');

/** The last message in one line. */
export function previewOf(last: ConversationView['last']): string {
  if (!last) return '';
  const what = last.kind === 'image' ? t('picture') : last.kind === 'card' ? `${t('card')} ${last.text ?? ''}` : (last.text ?? '');
  return last.from === 'customer' ? what : t('said', { who: t('you'), what });
}

/** The order that a page of the mini program shows, or that a visit came from; null for another. */
export function orderIn(text: string | null): string | null {
  return /^(?:order:|packages\/orders\/detail\?(?:.*&)?id=)([0-9a-f-]{36})\b/.exec(text ?? '')?.[1] ?? null;
}

/** Where a customer stood when they opened the chat (session-from); what is not ours is shown as it is. */
export function visitWords(from: string | null): string {
  if (!from) return t('entered');
  if (orderIn(from)) return t('enteredOrder');
  return from === 'me' ? t('enteredMe') : t('enteredFrom', { from: from.slice(0, 60) });
}

export function handoverWords({ operatorName, assignedName }: Pick<ChatMessageView, 'operatorName' | 'assignedName'>): string {
  const who = operatorName ?? '';
  if (!assignedName) return t('handedBack', { who });
  return assignedName === who ? t('tookOver', { who }) : t('handed', { who, to: assignedName });
}

/** WeChat counts a text in bytes of UTF-8, at most so many. */
export const mostBytes = 2048;
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const codes = ['45015', '45047', '40003', '48001', '70000', 'not_configured'] as const;

/** Why a message did not go out, or may have; empty for one that did. */
export function failureOf({ status, code, reason }: Pick<ChatMessageView, 'status' | 'code' | 'reason'>): string {
  if (status === 'unknown') return t('unknownHint');
  if (status !== 'failed') return '';
  const known = codes.find((one) => one === code);
  return known ? t(`code_${known}`) : t('codeOther', { code: code ?? '', reason: reason ?? '' });
}
