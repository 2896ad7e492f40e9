/** A conversation as one reads it: days, groups of what one side said in a row, and lines between them. */
import type { ChatMessageView } from '@pailou/contracts';

export type Part =
  | { type: 'day'; key: string; at: string }
  | { type: 'line'; key: string; message: ChatMessageView }
  | { type: 'group'; key: string; mine: boolean; messages: ChatMessageView[] };

/** Said within so long by the same one: one group, milliseconds. */
const togetherMs = 5 * 60_000;
const isLine = ({ kind }: ChatMessageView) => kind === 'entered' || kind === 'handover';
const dayOf = (instant: string) => new Date(instant).toDateString();

/** @param messages the oldest first */
export function partsOf(messages: readonly ChatMessageView[]): Part[] {
  const parts: Part[] = [];
  let before: ChatMessageView | undefined;
  for (const message of messages) {
    if (!before || dayOf(before.at) !== dayOf(message.at)) parts.push({ type: 'day', key: `day-${message.id}`, at: message.at });
    const last = parts.at(-1);
    if (isLine(message)) parts.push({ type: 'line', key: message.id, message });
    else if (before && last?.type === 'group' && together(before, message)) last.messages.push(message);
    else parts.push({ type: 'group', key: message.id, mine: message.from !== 'customer', messages: [message] });
    before = message;
  }
  return parts;
}

function together(before: ChatMessageView, message: ChatMessageView): boolean {
  const same = before.from === message.from && before.operatorName === message.operatorName;
  return same && Date.parse(message.at) - Date.parse(before.at) < togetherMs;
}
