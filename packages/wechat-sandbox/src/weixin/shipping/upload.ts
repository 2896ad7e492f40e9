import type { FastifyInstance } from 'fastify';
import { isObject } from '../../http.js';
import type { World } from '../../world.js';
import { ok, postApi } from '../api.js';
import { WeixinError } from '../errors.js';
import { orderOfKey, orderState, type PaidOrder, shippingOf } from './orders.js';
import { mergeParcels, printOf, readPayer, readReport, readUploadTime, type Report } from './report.js';
import { needsService } from './service.js';
import { shipped } from './settle.js';
import type { Parcel, Shipping } from './types.js';

type Fields = Record<string, unknown>;

/** What a report makes of an order, decided before anything is changed. */
interface Change {
  order: PaidOrder;
  shipping: Shipping;
  report: Report;
  parcels: Parcel[];
  uploadTime: number;
}

/** Whether a report may follow what is there: one correction, and nothing twice (§9.3). */
function decide(world: World, order: PaidOrder, report: Report, uploadTime: number): Change {
  const shipping = shippingOf(world, order);
  if (orderState(world, order) > 2) throw new WeixinError(10060004);
  if (shipping.lastUploadTime !== null && uploadTime <= shipping.lastUploadTime) throw new WeixinError(268485216);
  const sameWay = shipping.logisticsType === report.logisticsType && shipping.deliveryMode === report.deliveryMode;
  const same = sameWay && printOf(shipping.parcels) === printOf(report.parcels);
  const change = (parcels: Parcel[]): Change => ({ order, shipping, report, parcels, uploadTime });
  if (shipping.finished) {
    if (shipping.finishCount === 1 && same) throw new WeixinError(10060023);
    if (shipping.finishCount > 1) throw new WeixinError(same ? 10060002 : 10060003);
    return change(report.parcels);
  }
  if (!sameWay || report.deliveryMode === 1) return change(report.parcels);
  const merged = mergeParcels(shipping.parcels, report.parcels);
  if (!report.complete && printOf(merged) === printOf(shipping.parcels)) throw new WeixinError(10060023);
  return change(merged);
}

function apply(world: World, { order, shipping, report, parcels, uploadTime }: Change): void {
  Object.assign(shipping, {
    logisticsType: report.logisticsType,
    deliveryMode: report.deliveryMode,
    parcels,
    finished: report.complete,
    lastUploadTime: uploadTime,
  });
  if (!report.complete) return;
  shipping.finishCount += 1;
  shipped(world, order, shipping);
}

function upload(world: World, body: Fields): Fields {
  const order = orderOfKey(world, body.order_key);
  if (readPayer(body) !== order.openid) throw new WeixinError(10060031);
  const uploadTime = readUploadTime(body);
  apply(world, decide(world, order, readReport(body, uploadTime), uploadTime));
  return ok();
}

/** 合单: `order_key` names the combined order, each sub order its own report. */
function uploadCombined(world: World, body: Fields): Fields {
  const { order_key: key, sub_orders: subOrders } = body;
  if (!isObject(key) || !Array.isArray(subOrders)) throw new WeixinError(47001);
  const combined = world.state.combinedOrders.find((item) =>
    key.order_number_type === 2
      ? item.transactionId === key.transaction_id
      : key.mchid === world.credentials.mchid && item.combineOutTradeNo === key.out_trade_no,
  );
  if (!combined) throw new WeixinError(10060001);
  const openid = readPayer(body);
  const uploadTime = readUploadTime(body);
  const changes = subOrders.map((sub: unknown) => {
    if (!isObject(sub)) throw new WeixinError(47001);
    const order = orderOfKey(world, sub.order_key);
    if (!combined.outTradeNos.includes(order.outTradeNo)) throw new WeixinError(10060001);
    if (order.openid !== openid) throw new WeixinError(10060031);
    return decide(world, order, readReport(sub, uploadTime), uploadTime);
  });
  for (const change of changes) apply(world, change);
  return ok();
}

/** upload_shipping_info and upload_combined_shipping_info. */
export function uploadRoutes(app: FastifyInstance, world: World): void {
  postApi(app, world, '/wxa/sec/order/upload_shipping_info', needsService(world, upload));
  postApi(app, world, '/wxa/sec/order/upload_combined_shipping_info', needsService(world, uploadCombined));
}
