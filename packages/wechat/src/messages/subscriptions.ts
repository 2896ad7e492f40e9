import { textOf } from '../fields.js';
import type { PushMessage } from '../push/message-push.js';

export interface SubscriptionNews {
  kind: 'answered' | 'changed' | 'sent';
  templateId: string;
  /** For `answered` and `changed`. */
  accepted: boolean;
  /** For `sent`: WeChat's id of the message, and how it ended (`0` is well). */
  messageId: string | null;
  errorCode: string | null;
}

const kinds = { subscribe_msg_popup_event: 'answered', subscribe_msg_change_event: 'changed', subscribe_msg_sent_event: 'sent' } as const;
const wrappers = ['SubscribeMsgPopupEvent', 'SubscribeMsgChangeEvent', 'SubscribeMsgSentEvent'];

/**
 * What a subscription event says, one entry for each template; empty for any other message.
 * `List` is an object when there is one entry and an array when there are several; XML wraps it.
 * Source: 订阅消息, 事件推送.
 */
export function subscriptionNews({ event, fields }: PushMessage): SubscriptionNews[] {
  const kind = event && Object.hasOwn(kinds, event) ? kinds[event as keyof typeof kinds] : undefined;
  if (!kind) return [];
  const wrapper = wrappers.map((name) => fields[name]).find((one) => typeof one === 'object' && one !== null) as
    | Record<string, unknown>
    | undefined;
  const list = wrapper?.List ?? fields.List;
  return [list].flat().flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { TemplateId, SubscribeStatusString, MsgID, ErrorCode } = entry as Record<string, unknown>;
    if (typeof TemplateId !== 'string') return [];
    return [
      {
        kind,
        templateId: TemplateId,
        accepted: textOf(SubscribeStatusString).startsWith('accept'),
        messageId: textOf(MsgID) || null,
        errorCode: textOf(ErrorCode) || null,
      },
    ];
  });
}
