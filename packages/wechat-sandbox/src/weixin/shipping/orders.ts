import { createHash } from 'node:crypto';
import { isObject } from '../../http.js';
import type { Order } from '../../state.js';
import type { World } from '../../world.js';
import { textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import type { Shipping } from './types.js';

type Fields = Record<string, unknown>;

/** A paid order, as order management knows it. */
export type PaidOrder = Order & { transactionId: string; paidAt: number };

/** True for an order that was paid; false for an unpaid one, and for the sentence that stands for none. */
export const isPaidOrder = (order: Order | string): order is PaidOrder =>
  typeof order !== 'string' && order.transactionId !== null && order.paidAt !== null;

/** Who sends the events of order management: a system account of WeChat. */
export const systemOpenid = (world: World): string =>
  `o${createHash('sha1').update(`system ${world.credentials.appid}`).digest('base64url').slice(0, 27)}`;

/** Orders that order management knows: paid a while ago. */
export function knownOrders(world: World): PaidOrder[] {
  const before = world.clock.now() - weixinSettings(world).shippingIndexMs;
  return world.state.orders.filter(isPaidOrder).filter((order) => order.paidAt <= before);
}

/** The record of a paid order; an empty one at first. */
export function shippingOf(world: World, order: PaidOrder): Shipping {
  const found = world.state.shippings.find((item) => item.transactionId === order.transactionId);
  if (found) return found;
  const made: Shipping = {
    transactionId: order.transactionId,
    logisticsType: 0,
    deliveryMode: 0,
    parcels: [],
    finished: false,
    finishCount: 0,
    lastUploadTime: null,
    shippedAt: null,
    autoConfirmAt: null,
    confirmedAt: null,
    confirmedBy: null,
    settledAt: null,
    reminded: false,
    lateTold: false,
    delayTo: null,
    test: false,
    inComplaint: false,
  };
  world.state.shippings.push(made);
  return made;
}

/** What was given back of an order, in fen. */
export const refundedFen = (world: World, order: Order): number =>
  world.state.refunds
    .filter((refund) => refund.outTradeNo === order.outTradeNo && refund.status === 'SUCCESS')
    .reduce((sum, refund) => sum + refund.refund, 0);

/** order_state: 1 to ship, 2 shipped, 3 receipt confirmed, 4 completed, 5 refunded. 6 (资金待结算) is not made here. */
export function orderState(world: World, order: PaidOrder): 1 | 2 | 3 | 4 | 5 {
  const { settledAt, confirmedAt, finishCount } = shippingOf(world, order);
  if (refundedFen(world, order) >= order.total) return 5;
  if (settledAt !== null) return 4;
  if (confirmedAt !== null) return 3;
  return finishCount > 0 ? 2 : 1;
}

/** The order of an `order_key` (§9.2), or 10060001. */
export function orderOfKey(world: World, key: unknown): PaidOrder {
  if (!isObject(key)) throw new WeixinError(47001);
  const { order_number_type: type } = key;
  if (typeof type !== 'number') throw new WeixinError(47001);
  if (type === 1) return orderOf(world, '', textOf(key, 'mchid'), textOf(key, 'out_trade_no'));
  if (type === 2) return orderOf(world, textOf(key, 'transaction_id'), '', '');
  throw new WeixinError(10060014);
}

/** The order of `transaction_id`, or of `merchant_id` and `merchant_trade_no`. */
export function orderOfFields(world: World, body: Fields): PaidOrder {
  return orderOf(world, textOf(body, 'transaction_id'), textOf(body, 'merchant_id'), textOf(body, 'merchant_trade_no'));
}

function orderOf(world: World, transactionId: string, mchid: string, outTradeNo: string): PaidOrder {
  if (transactionId === '' && (mchid === '' || outTradeNo === '')) throw new WeixinError(10060014);
  const order = knownOrders(world).find((item) =>
    transactionId ? item.transactionId === transactionId : mchid === item.mchid && item.outTradeNo === outTradeNo,
  );
  if (!order) throw new WeixinError(10060001);
  return order;
}
