import { instantOf, numberOf, objectOf, objectsOf, textOf } from '../fields.js';
import type { Api } from '../http/api.js';
import { cutText, isWithin } from '../limits.js';
import { done, type WechatResult } from '../result.js';

/** 1 快递, 2 同城配送, 3 虚拟商品, 4 用户自提. */
export const logistics = { express: 1, local: 2, virtual: 3, pickup: 4 } as const;
export type Logistics = keyof typeof logistics;
const kinds = Object.keys(logistics) as Logistics[];

/** A payment, by WeChat's number or by ours. */
export type OrderKey = { transactionId: string } | { mchid: string; outTradeNo: string };

export interface Parcel {
  /** Such as `桂花乌龙 2 件`; cut at 120 characters. */
  description: string;
  /** For express, as is the carrier; at most 128 characters each. */
  trackingNo?: string;
  /** WeChat's code of the carrier, such as `SF`: see `carriers`. */
  carrier?: string;
  /** Required by SF: a phone number of which the last four digits show, `138****8000`. */
  receiverContact?: string;
  /** Instead of the receiver's. */
  consignorContact?: string;
}

export interface ShippingReport {
  order: OrderKey;
  openid: string;
  logistics: Logistics;
  parcels: readonly Parcel[];
  /** Must grow from one report of an order to the next. */
  at: Date;
  /** For parcels that leave one by one (express only): whether these are the last. */
  split?: { last: boolean };
}

export interface ShippingState {
  transactionId: string;
  outTradeNo: string;
  mchid: string;
  paidFen: number;
  openid: string;
  /** 1 待发货, 2 已发货, 3 确认收货, 4 交易完成, 5 已退款, 6 资金待结算. */
  state: number;
  inComplaint: boolean;
  /** How often it was reported whole: after the second no correction is possible. */
  finishedCount: number;
  description: string;
  createdAt: Date | null;
  paidAt: Date | null;
  /** Null before it was reported. */
  logistics: Logistics | null;
  /** Whether its parcels leave one by one. */
  split: boolean;
  /** Whether the last of them was reported. */
  finished: boolean;
  parcels: { description: string; trackingNo: string; carrier: string; contact: string; reportedAt: Date | null }[];
}

/**
 * Order shipping management (发货信息管理): the money of an order is frozen until this is reported (within 48 hours) and received.
 *
 * | errcode | means | then |
 * |---|---|---|
 * | 10060001 | the payment is not known yet, or is of another account | again after 1, 5, 15 and 60 minutes, then a person |
 * | 10060002, 10060023 | reported already, nothing changed | well |
 * | 10060003 | the one correction is used | a person, in WeChat's console |
 * | 10060004 | the order cannot be shipped (refunded) | leave it |
 * | 10060012, 10060019 | system error | again, more and more slowly |
 * | 10060005 to 10060009, 10060014, 10060020, 10060024 to 10060026, 10060031, 2684851xx, 2684852xx, 47001 | a field is wrong | a fault of ours |
 * | 10060028 to 10060030, 10060032 | the reminder to confirm is refused (state, not express, reminded before, time) | leave it |
 * | 10060011 | the page's index is bad | from the first page |
 * | 48001, 61003 | the service is not opened | a person |
 *
 * `verdictOf` says the same of an error. Source: 小程序发货信息管理服务, POST /wxa/sec/order/*.
 */
export class Shipping {
  constructor(private readonly api: Api) {}

  /**
   * Reports how an order reaches its customer. The same again is well (10060002, 10060023); other data once more is the one
   * correction. Not sent: what breaks a rule of `ShippingReport` (`UNFIT`): one parcel unless split, then 1 to 15 and express;
   * number and carrier of express; a phone number for SF. Source: 发货信息录入, POST /wxa/sec/order/upload_shipping_info.
   */
  async upload(report: ShippingReport): Promise<WechatResult<void>> {
    const broken = this.api.unfit('POST /wxa/sec/order/upload_shipping_info', rulesOf(report));
    if (broken) return broken;
    return this.report('upload_shipping_info', {
      order_key: keyOf(report.order),
      ...partOf(report),
      upload_time: chinaTime(report.at),
      payer: { openid: report.openid },
    });
  }

  /**
   * Several payments that were made as one (合单); rules as of `upload`, for each part.
   * Source: 发货信息合单录入, POST /wxa/sec/order/upload_combined_shipping_info.
   */
  async uploadCombined(
    order: OrderKey,
    openid: string,
    at: Date,
    parts: readonly Omit<ShippingReport, 'openid' | 'at'>[],
  ): Promise<WechatResult<void>> {
    const rules = parts.flatMap((part) => Object.entries(rulesOf(part)));
    const broken = this.api.unfit('POST /wxa/sec/order/upload_combined_shipping_info', {
      'there is a part': parts.length > 0,
      ...Object.fromEntries(rules.toSorted(([, a], [, b]) => Number(b) - Number(a))),
    });
    if (broken) return broken;
    const sub_orders = parts.map((part) => ({ order_key: keyOf(part.order), ...partOf(part) }));
    return this.report('upload_combined_shipping_info', {
      order_key: keyOf(order),
      sub_orders,
      upload_time: chinaTime(at),
      payer: { openid },
    });
  }

  /** How WeChat sees one order. Errors: 10060001 it is not known. Source: 查询订单发货状态, POST /wxa/sec/order/get_order. */
  async order(key: OrderKey): Promise<WechatResult<ShippingState>> {
    const answer = await this.call(
      'get_order',
      'transactionId' in key ? { transaction_id: key.transactionId } : { merchant_id: key.mchid, merchant_trade_no: key.outTradeNo },
    );
    if (!answer.ok) return answer;
    const order = objectOf(answer.value.order);
    return Object.keys(order).length > 0 ? done(stateOf(order)) : this.api.unreadable('POST /wxa/sec/order/get_order');
  }

  /**
   * Orders by state, payment time or customer, 100 at a time unless told; `after` is null on the last page.
   * Errors: 10060011 `after` is bad: from the first page. Source: 查询订单列表, POST /wxa/sec/order/get_order_list.
   */
  async orders(
    filter: { state?: number; from?: Date; to?: Date; openid?: string; after?: string; pageSize?: number } = {},
  ): Promise<WechatResult<{ orders: ShippingState[]; after: string | null }>> {
    const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
    const answer = await this.call('get_order_list', {
      ...(filter.state === undefined ? {} : { order_state: filter.state }),
      ...(filter.from && filter.to ? { pay_time_range: { begin_time: seconds(filter.from), end_time: seconds(filter.to) } } : {}),
      ...(filter.openid ? { openid: filter.openid } : {}),
      ...(filter.pageSize ? { page_size: filter.pageSize } : {}),
      ...(filter.after ? { last_index: filter.after } : {}),
    });
    if (!answer.ok) return answer;
    const { order_list: list, last_index: last, has_more: more } = answer.value;
    return done({
      orders: objectsOf(list).map(stateOf),
      after: more === true ? textOf(last) || null : null,
    });
  }

  /** Whether the account is under shipping management at all. Source: 查询小程序是否已开通发货信息管理服务, POST /wxa/sec/order/is_trade_managed. */
  async isManaged(): Promise<WechatResult<boolean>> {
    const answer = await this.call('is_trade_managed', { appid: this.api.options.appid });
    return answer.ok ? done(answer.value.is_trade_managed === true) : answer;
  }

  /**
   * Whether the merchant has confirmed the settlement rules.
   * Source: 查询小程序是否已完成交易结算管理确认, POST /wxa/sec/order/is_trade_management_confirmation_completed.
   */
  async isConfirmed(): Promise<WechatResult<boolean>> {
    const answer = await this.call('is_trade_management_confirmation_completed', { appid: this.api.options.appid });
    return answer.ok ? done(answer.value.completed === true) : answer;
  }

  /** The page, with its query, that WeChat's shipping messages open. Source: 消息跳转路径设置, POST /wxa/sec/order/set_msg_jump_path. */
  setMessagePage(path: string): Promise<WechatResult<void>> {
    return this.report('set_msg_jump_path', { path });
  }

  /**
   * Reminds the customer to confirm; once for an order, express only, after the carrier handed it over.
   * Errors: 10060028, 10060029, 10060030, 10060032 refused (state, not express, reminded before, time): leave it.
   * Source: 确认收货提醒, POST /wxa/sec/order/notify_confirm_receive.
   */
  remindReceipt(key: OrderKey, receivedAt: Date): Promise<WechatResult<void>> {
    return this.report('notify_confirm_receive', {
      ...('transactionId' in key ? { transaction_id: key.transactionId } : { merchant_id: key.mchid, merchant_trade_no: key.outTradeNo }),
      received_time: Math.floor(receivedAt.getTime() / 1000),
    });
  }

  /**
   * Says that an order is shipped later than 15 days after its payment (预售, at most 330), or is a test whose money goes
   * back. Errors: 268546000 to 268546002.
   * @param orderNo WeChat's number or ours
   * Source: 特殊发货报备, POST /wxa/sec/order/opspecialorder.
   */
  declareSpecial(orderNo: string, kind: { presaleUntil: Date } | 'test'): Promise<WechatResult<void>> {
    const what = kind === 'test' ? { type: 2 } : { type: 1, delay_to: Math.floor(kind.presaleUntil.getTime() / 1000) };
    return this.report('opspecialorder', { order_id: orderNo, ...what });
  }

  /** The carriers that WeChat knows, with the codes that `Parcel.carrier` takes. Source: 获取运力 id 列表, POST /cgi-bin/express/delivery/open_msg/get_delivery_list. */
  async carriers(): Promise<WechatResult<{ code: string; name: string }[]>> {
    const answer = await this.api.json({ method: 'POST', path: '/cgi-bin/express/delivery/open_msg/get_delivery_list', body: {} });
    if (!answer.ok) return answer;
    return done(objectsOf(answer.value.delivery_list).map((one) => ({ code: textOf(one.delivery_id), name: textOf(one.delivery_name) })));
  }

  private call(name: string, body: object): Promise<WechatResult<Record<string, unknown>>> {
    return this.api.json({ method: 'POST', path: `/wxa/sec/order/${name}`, body });
  }
  private async report(name: string, body: object): Promise<WechatResult<void>> {
    const answer = await this.call(name, body);
    return answer.ok ? done(undefined) : answer;
  }
}

const keyOf = (key: OrderKey): object =>
  'transactionId' in key
    ? { order_number_type: 2, transaction_id: key.transactionId }
    : { order_number_type: 1, mchid: key.mchid, out_trade_no: key.outTradeNo };

function partOf({ logistics: kind, parcels, split }: Pick<ShippingReport, 'logistics' | 'parcels' | 'split'>): object {
  return {
    logistics_type: logistics[kind],
    delivery_mode: split ? 2 : 1,
    ...(split ? { is_all_delivered: split.last } : {}),
    shipping_list: parcels.map((parcel) => ({
      item_desc: cutText(parcel.description, 120),
      ...(parcel.trackingNo ? { tracking_no: parcel.trackingNo } : {}),
      ...(parcel.carrier ? { express_company: parcel.carrier } : {}),
      ...(parcel.receiverContact || parcel.consignorContact ? { contact: contactOf(parcel) } : {}),
    })),
  };
}

const contactOf = ({ receiverContact, consignorContact }: Parcel): object => ({
  ...(consignorContact ? { consignor_contact: consignorContact } : {}),
  ...(receiverContact ? { receiver_contact: receiverContact } : {}),
});

function rulesOf({ logistics: kind, parcels, split }: Pick<ShippingReport, 'logistics' | 'parcels' | 'split'>): Record<string, boolean> {
  const count = parcels.length;
  return {
    'there is one parcel, or 1 to 15 that leave one by one': split ? count >= 1 && count <= 15 : count === 1,
    'only express leaves one by one': !split || kind === 'express',
    'each parcel says what is in it': parcels.every((one) => one.description.trim() !== ''),
    'express has numbers and carriers of 1 to 128 characters':
      kind !== 'express' || parcels.every((one) => isWithin(one.trackingNo ?? '', 1, 128) && isWithin(one.carrier ?? '', 1, 128)),
    'SF wants a phone number':
      kind !== 'express' || parcels.every((one) => one.carrier !== 'SF' || !!one.receiverContact || !!one.consignorContact),
  };
}

function stateOf(order: Readonly<Record<string, unknown>>): ShippingState {
  const shipping = objectOf(order.shipping);
  return {
    transactionId: textOf(order.transaction_id),
    outTradeNo: textOf(order.merchant_trade_no),
    mchid: textOf(order.merchant_id),
    paidFen: numberOf(order.paid_amount) || 0,
    openid: textOf(order.openid),
    state: numberOf(order.order_state) || 0,
    inComplaint: order.in_complaint === true,
    finishedCount: numberOf(shipping.finish_shipping_count) || 0,
    description: textOf(order.description),
    createdAt: instantOf(order.trade_create_time),
    paidAt: instantOf(order.pay_time),
    logistics: kinds.find((kind) => logistics[kind] === numberOf(shipping.logistics_type)) ?? null,
    split: numberOf(shipping.delivery_mode) === 2,
    finished: shipping.finish_shipping === true,
    parcels: objectsOf(shipping.shipping_list).map((parcel) => ({
      description: textOf(parcel.goods_desc),
      trackingNo: textOf(parcel.tracking_no),
      carrier: textOf(parcel.express_company),
      contact: textOf(objectOf(parcel.contact).receiver_contact) || textOf(objectOf(parcel.contact).consignor_contact),
      reportedAt: instantOf(parcel.upload_time),
    })),
  };
}

/** RFC 3339 with milliseconds in China's zone: `2026-01-02T13:29:35.120+08:00`. */
export function chinaTime(date: Date): string {
  return `${new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
}
