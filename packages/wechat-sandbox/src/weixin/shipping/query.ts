import type { FastifyInstance } from 'fastify';
import { isObject } from '../../http.js';
import type { World } from '../../world.js';
import { ok, postApi, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { knownOrders, orderOfFields, orderState, type PaidOrder, shippingOf } from './orders.js';
import { needsService } from './service.js';
import { seconds } from './settle.js';

type Fields = Record<string, unknown>;

const pageMost = 100;

/** An order as get_order shows it (§9.5). */
export function orderView(world: World, order: PaidOrder): Fields {
  const shipping = shippingOf(world, order);
  const list = shipping.parcels.map(({ trackingNo, expressCompany, itemDesc, consignorContact, receiverContact, uploadTime }) => ({
    tracking_no: trackingNo,
    express_company: expressCompany,
    goods_desc: itemDesc,
    upload_time: seconds(uploadTime),
    contact: { consignor_contact: consignorContact, receiver_contact: receiverContact },
  }));
  return {
    transaction_id: order.transactionId,
    merchant_id: order.mchid,
    sub_merchant_id: '',
    merchant_trade_no: order.outTradeNo,
    description: order.description,
    paid_amount: order.total,
    openid: order.openid,
    trade_create_time: seconds(order.createdAt),
    pay_time: seconds(order.paidAt),
    order_state: orderState(world, order),
    in_complaint: shipping.inComplaint,
    shipping: {
      delivery_mode: shipping.deliveryMode,
      logistics_type: shipping.logisticsType,
      finish_shipping: shipping.finished,
      goods_desc: list.map(({ goods_desc: goods }) => goods).join('；'),
      finish_shipping_count: shipping.finishCount,
      shipping_list: list,
    },
  };
}

function readRange(value: unknown): (order: PaidOrder) => boolean {
  if (value === undefined) return () => true;
  if (!isObject(value)) throw new WeixinError(47001);
  const { begin_time: begin = 0, end_time: end = Number.MAX_SAFE_INTEGER } = value;
  if (typeof begin !== 'number' || typeof end !== 'number') throw new WeixinError(47001);
  return ({ paidAt }) => seconds(paidAt) >= begin && seconds(paidAt) <= end;
}

function list(world: World, body: Fields): Fields {
  const inRange = readRange(body.pay_time_range);
  const { order_state: state, page_size: size = pageMost } = body;
  if (state !== undefined && typeof state !== 'number') throw new WeixinError(47001);
  if (typeof size !== 'number') throw new WeixinError(47001);
  if (!Number.isInteger(size) || size < 1 || size > pageMost) throw new WeixinError(10060014);
  const openid = textOf(body, 'openid');
  const found = knownOrders(world)
    .filter(
      (order) =>
        inRange(order) && (openid === '' || order.openid === openid) && (state === undefined || orderState(world, order) === state),
    )
    .toSorted((a, b) => b.paidAt - a.paidAt || (a.transactionId < b.transactionId ? 1 : -1));
  const last = textOf(body, 'last_index');
  // The index is the last order shown: whoever pages sees no order twice when new ones come in.
  const from = last === '' ? 0 : found.findIndex((order) => order.transactionId === last) + 1;
  if (last !== '' && from === 0) throw new WeixinError(10060011);
  const page = found.slice(from, from + size);
  return ok({
    last_index: page.at(-1)?.transactionId ?? last,
    has_more: from + size < found.length,
    order_list: page.map((order) => orderView(world, order)),
  });
}

/** get_order and get_order_list. */
export function shippingQueryRoutes(app: FastifyInstance, world: World): void {
  postApi(
    app,
    world,
    '/wxa/sec/order/get_order',
    needsService(world, (_world, body) => ok({ order: orderView(world, orderOfFields(world, body)) })),
  );
  postApi(app, world, '/wxa/sec/order/get_order_list', needsService(world, list));
}
