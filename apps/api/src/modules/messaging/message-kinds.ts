import { Injectable } from '@nestjs/common';
import type { ValueType } from '../../platform/wechat/wechat.js';

/** A value that a kind of message can tell. */
export interface MessageValue {
  label: { zh: string; en: string };
  /** Which kinds of template places it may stand in. */
  types: readonly ValueType[];
  /** How such a place is labelled in WeChat's library. */
  labels: readonly string[];
}

/** A kind of message that a capability sends. */
export interface MessageKind {
  /** `order_paid`. */
  kind: string;
  title: { zh: string; en: string };
  /** How such templates are titled in WeChat's library; the first that fits is taken. */
  titles: readonly string[];
  values: Readonly<Record<string, MessageValue>>;
  /** The customer waits for it: sent in quiet hours too. */
  urgent: boolean;
  /** When the customer is asked to allow it. */
  askedAt: 'order';
}

/** The kinds of messages that the product sends; each capability names its own at start. */
@Injectable()
export class MessageKinds {
  private readonly kinds = new Map<string, MessageKind>();

  define(kind: MessageKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`Two kinds of message are called ${kind.kind}`);
    this.kinds.set(kind.kind, kind);
  }
  get(kind: string): MessageKind | undefined {
    return this.kinds.get(kind);
  }
  all(): MessageKind[] {
    return [...this.kinds.values()];
  }
}
