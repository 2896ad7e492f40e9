import { createHash } from 'node:crypto';
import { isObject } from '../../http.js';
import type { World } from '../../world.js';
import type { WeixinSettings } from '../settings.js';

type Fields = Record<string, unknown>;

/** What is pushed, before its format is chosen. */
export interface PushMessage {
  /** ToUserName, FromUserName, CreateTime (seconds), MsgType and the rest, in order. MsgId is digits. */
  fields: Fields;
  /** Items of `List`, which XML wraps in an element of its own; null when the event has none. */
  list: { wrapper: string; items: Record<string, string>[] } | null;
}

/** One try to push. */
export interface PushAttempt {
  at: number;
  /** HTTP status; 0 when there was no answer in time. */
  status: number;
  /** The start of what was answered. */
  answer: string;
  /** True when the signature was false on purpose. */
  forged: boolean;
}

export interface Push {
  id: string;
  /** `Event`, or `MsgType` of a customer's message. */
  event: string;
  openid: string;
  message: PushMessage;
  createdAt: number;
  attempts: PushAttempt[];
  /** Tries that did not end as WeChat wants it. */
  failures: number;
  status: 'pending' | 'delivered' | 'dropped' | 'given up' | 'not configured';
  /** What the shop answered besides `success`, decrypted. */
  reply: Record<string, unknown> | null;
}

/** The app's original id (原始 ID), `gh_` and 12 hex digits: who a push is for. */
export const originalIdOf = (world: World): string => `gh_${createHash('sha1').update(world.credentials.appid).digest('hex').slice(0, 12)}`;

/** The JSON of a push. Seconds may be text, and one item may stand without its list (§5.7). */
export function renderJson({ fields, list }: PushMessage, settings: WeixinSettings): string {
  const shown: Fields = { ...fields };
  if (settings.pushCreateTime === 'text') shown.CreateTime = String(fields.CreateTime);
  if (list) shown.List = list.items.length === 1 && settings.pushSingleList === 'object' ? list.items[0] : list.items;
  // MsgId is a 64-bit number, more than a double holds. In a text the quotes would be escaped.
  return JSON.stringify(shown).replace(/"MsgId":"(\d+)"/, '"MsgId":$1');
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  if (isObject(value)) return `<${name}>${elements(value)}</${name}>`;
  return `<${name}>${typeof value === 'string' && name !== 'MsgId' ? cdata(value) : String(value)}</${name}>`;
}

const elements = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => element(name, value))
    .join('');

/** The same in XML, texts in CDATA. */
export function renderXml({ fields, list }: PushMessage): string {
  return `<xml>${elements(fields)}${list ? element(list.wrapper, { List: list.items }) : ''}</xml>`;
}

/** Reads what the shop answers in XML: names and texts of the elements below `xml`. Null when it is none. */
export function readXml(text: string): Record<string, unknown> | null {
  const inner = /^\s*(?:<\?xml[^>]*\?>\s*)?<xml>([\s\S]*)<\/xml>\s*$/.exec(text)?.[1];
  if (inner === undefined) return null;
  const fields: Fields = {};
  for (const [, name = '', quoted, bare] of inner.matchAll(/<(\w+)>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))\s*<\/\1>/g))
    fields[name] = quoted ?? bare ?? '';
  return fields;
}
