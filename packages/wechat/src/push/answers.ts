import type { PushMessage } from './message-push.js';

export type PushFormat = 'json' | 'xml';
/** The fields of an answer: numbers and texts only. */
export type PushAnswer = Readonly<Record<string, string | number>>;

/**
 * The answer that hands a customer's message to the people at the web customer service (网页版客服); for messages, not
 * for events. With the answer `success` instead, those people never see it.
 * Source: 转发客服消息.
 */
export const transferAnswer = ({ openid, fields }: PushMessage, now: Date): PushAnswer => ({
  ToUserName: openid,
  FromUserName: typeof fields.ToUserName === 'string' ? fields.ToUserName : '',
  CreateTime: Math.floor(now.getTime() / 1000),
  MsgType: 'transfer_customer_service',
});

/** Writes an answer in the console's format: texts of XML in CDATA, in which `]]>` cannot stand and is split. */
export function writeAnswer(answer: PushAnswer, format: PushFormat): string {
  if (format === 'json') return JSON.stringify(answer);
  const element = ([name, value]: [string, string | number]) =>
    `<${name}>${typeof value === 'number' ? value : `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`}</${name}>`;
  return `<xml>${Object.entries(answer).map(element).join('')}</xml>`;
}
