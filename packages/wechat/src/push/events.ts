import { subscriptionNews, type SubscriptionNews } from '../messages/subscriptions.js';
import { mediaVerdict, type Verdict } from '../security/security.js';
import { instantOf, textOf } from '../fields.js';
import type { PushMessage } from './message-push.js';

/** A payment as shipping events name it. */
export interface PushedOrder {
  transactionId: string;
  mchid: string;
  outTradeNo: string;
  paidAt: Date | null;
}

/**
 * What a pushed message is about.
 * A customer's own: `text`, `image`, `card`, and `entered` when the conversation was only opened; the shop may answer
 * five times within 48 hours, after `entered` twice within a minute.
 * WeChat's: `subscriptions` (permissions given and taken back, messages that arrived), `media` (a picture was judged),
 * `ship_by_api` (orders are not reported yet), `ship_late` (one waits for more than 48 hours), `shipped` and `settled`
 * (the money of an order: announced, and let go). `other` is everything else, and what lacks a field it must have.
 */
export type PushEvent =
  | { kind: 'text'; text: string }
  | { kind: 'image'; url: string; mediaId: string }
  | { kind: 'card'; title: string; appid: string; path: string; thumbUrl: string; thumbMediaId: string }
  | { kind: 'entered'; from: string | null }
  | { kind: 'subscriptions'; news: SubscriptionNews[] }
  | { kind: 'media'; verdict: Verdict }
  | { kind: 'ship_by_api'; text: string }
  | { kind: 'ship_late'; order: PushedOrder; text: string }
  | { kind: 'shipped'; order: PushedOrder; shippedAt: Date | null; settlesAt: Date | null }
  | { kind: 'settled'; order: PushedOrder; shippedAt: Date | null; receivedAt: Date | null; settledAt: Date }
  | { kind: 'other' };

const other: PushEvent = { kind: 'other' };

/**
 * Reads what a pushed message is about; never throws.
 * Sources: 接收消息和事件 (客服消息), 订阅消息 事件推送, 音视频内容安全识别 异步检测结果推送, 发货信息管理 相关消息推送.
 */
export function eventOf(message: PushMessage): PushEvent {
  const { type, event, fields } = message;
  const field = (name: string) => textOf(fields[name]);
  if (type === 'text') return { kind: 'text', text: field('Content') };
  if (type === 'image') return field('MediaId') ? { kind: 'image', url: field('PicUrl'), mediaId: field('MediaId') } : other;
  if (type === 'miniprogrampage') {
    const [title, appid, path, thumbUrl, thumbMediaId] = ['Title', 'AppId', 'PagePath', 'ThumbUrl', 'ThumbMediaId'].map(field);
    return { kind: 'card', title: title!, appid: appid!, path: path!, thumbUrl: thumbUrl!, thumbMediaId: thumbMediaId! };
  }
  switch (event) {
    case 'user_enter_tempsession':
      return { kind: 'entered', from: field('SessionFrom') || null };
    case 'subscribe_msg_popup_event':
    case 'subscribe_msg_change_event':
    case 'subscribe_msg_sent_event': {
      const news = subscriptionNews(message);
      return news.length > 0 ? { kind: 'subscriptions', news } : other;
    }
    case 'wxa_media_check': {
      const verdict = mediaVerdict(message);
      return verdict ? { kind: 'media', verdict } : other;
    }
    case 'trade_manage_remind_access_api':
      return { kind: 'ship_by_api', text: field('msg') };
    case 'trade_manage_remind_shipping': {
      const order = orderOf(message);
      return order ? { kind: 'ship_late', order, text: field('msg') } : other;
    }
    case 'trade_manage_order_settlement': {
      const order = orderOf(message);
      if (!order) return other;
      const shippedAt = instantOf(fields.shipped_time);
      const settledAt = instantOf(fields.settlement_time);
      if (!settledAt) return { kind: 'shipped', order, shippedAt, settlesAt: instantOf(fields.estimated_settlement_time) };
      return { kind: 'settled', order, shippedAt, receivedAt: instantOf(fields.confirm_receive_time), settledAt };
    }
    default:
      return other;
  }
}

function orderOf({ fields }: PushMessage): PushedOrder | null {
  const [transactionId, mchid, outTradeNo] = ['transaction_id', 'merchant_id', 'merchant_trade_no'].map((name) => textOf(fields[name]));
  if (!transactionId && !outTradeNo) return null;
  return { transactionId: transactionId!, mchid: mchid!, outTradeNo: outTradeNo!, paidAt: instantOf(fields.pay_time) };
}
