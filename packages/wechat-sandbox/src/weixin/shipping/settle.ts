import { chinaDay } from '../../clock.js';
import type { World } from '../../world.js';
import { newMsgId, pushEvent } from '../push/deliver.js';
import { weixinSettings } from '../settings.js';
import { isPaidOrder, orderState, type PaidOrder, shippingOf, systemOpenid } from './orders.js';
import type { Shipping } from './types.js';

const lateMs = 48 * 3_600_000;

export const seconds = (ms: number): number => Math.floor(ms / 1000);

const numbersOf = (order: PaidOrder) => ({
  transaction_id: order.transactionId,
  merchant_id: order.mchid,
  sub_merchant_id: '',
  merchant_trade_no: order.outTradeNo,
  pay_time: seconds(order.paidAt),
});

/** The page of set_msg_jump_path with the numbers that WeChat adds; empty without one. */
function jumpPage(world: World, order: PaidOrder): string {
  const { msgJumpPath } = world.state;
  if (msgJumpPath === '' || !weixinSettings(world).jumpPathNumbers) return msgJumpPath;
  const numbers = new URLSearchParams({
    transaction_id: order.transactionId,
    merchant_id: order.mchid,
    merchant_trade_no: order.outTradeNo,
  });
  return `${msgJumpPath}${msgJumpPath.includes('?') ? '&' : '?'}${numbers}`;
}

/** A message of WeChat's own about an order, among the customer's 服务通知. */
export function tellCustomer(world: World, order: PaidOrder, title: string, lines: [label: string, value: string][]): void {
  world.state.serviceMessages.push({
    msgId: newMsgId(),
    openid: order.openid,
    kind: 'shipping',
    templateId: '',
    title,
    lines: lines.map(([label, value]) => ({ label, value })),
    page: jumpPage(world, order),
    miniprogramState: 'formal',
    lang: 'zh_CN',
    at: world.clock.now(),
    openedAt: null,
  });
}

/** All of it is on its way: the customer and the shop hear, and the confirmation by itself is set. */
export function shipped(world: World, order: PaidOrder, shipping: Shipping): void {
  const { autoConfirmExpressMs, autoConfirmOtherMs } = weixinSettings(world);
  const now = world.clock.now();
  shipping.shippedAt = now;
  shipping.autoConfirmAt = now + (shipping.logisticsType === 1 ? autoConfirmExpressMs : autoConfirmOtherMs);
  const goods = shipping.parcels.map(({ itemDesc }) => itemDesc).join('；');
  tellCustomer(world, order, '订单发货通知', [
    ['商品', goods],
    ...shipping.parcels.filter(({ trackingNo }) => trackingNo !== '').map(({ trackingNo }): [string, string] => ['快递单号', trackingNo]),
  ]);
  pushEvent(world, systemOpenid(world), 'trade_manage_order_settlement', {
    ...numbersOf(order),
    shipped_time: seconds(now),
    estimated_settlement_time: seconds(shipping.autoConfirmAt),
  });
  confirmLater(world, order, shipping);
}

function confirmLater(world: World, order: PaidOrder, shipping: Shipping): void {
  const due = shipping.autoConfirmAt ?? 0;
  world.schedule.after(Math.max(0, due - world.clock.now()), () => {
    // A correction moves the moment; only the newest one counts.
    if (shipping.autoConfirmAt === due && orderState(world, order) === 2) confirm(world, order, 'time');
  });
}

/** The goods have arrived, says the customer or the time that passed; the money follows. */
export function confirm(world: World, order: PaidOrder, by: 'customer' | 'time'): void {
  const shipping = shippingOf(world, order);
  shipping.confirmedAt = world.clock.now();
  shipping.confirmedBy = by;
  settleLater(world, order, shipping);
  world.changed();
}

function settleLater(world: World, order: PaidOrder, shipping: Shipping): void {
  const waited = world.clock.now() - (shipping.confirmedAt ?? 0);
  world.schedule.after(Math.max(0, weixinSettings(world).settlementDelayMs - waited), () => settle(world, order, shipping));
}

function settle(world: World, order: PaidOrder, shipping: Shipping): void {
  if (shipping.confirmedAt === null || orderState(world, order) !== 3) return;
  shipping.settledAt = world.clock.now();
  const byCustomer = shipping.confirmedBy === 'customer';
  const manual = weixinSettings(world).confirmMethods === 'official' ? 2 : 1;
  pushEvent(world, systemOpenid(world), 'trade_manage_order_settlement', {
    ...numbersOf(order),
    shipped_time: seconds(shipping.shippedAt ?? 0),
    confirm_receive_method: byCustomer ? manual : 3 - manual,
    confirm_receive_time: seconds(shipping.confirmedAt),
    settlement_time: seconds(shipping.settledAt),
  });
  world.changed();
}

/** After 48 hours (or the end of a presale) the shop is told of what it did not ship. */
function remindLater(world: World, order: PaidOrder): void {
  const shipping = shippingOf(world, order);
  const due = Math.max(order.paidAt + lateMs, shipping.delayTo ?? 0);
  world.schedule.after(Math.max(0, due - world.clock.now()), () => {
    if (!world.state.orders.includes(order) || shipping.lateTold || shipping.test || orderState(world, order) !== 1) return;
    if ((shipping.delayTo ?? 0) > world.clock.now()) {
      remindLater(world, order);
      return;
    }
    shipping.lateTold = true;
    pushEvent(world, systemOpenid(world), 'trade_manage_remind_shipping', {
      ...numbersOf(order),
      msg: '您有订单超过 48 小时未发货，请尽快发货',
    });
  });
}

/** A payment came in: order management will want it shipped. */
export function orderPaid(world: World, order: PaidOrder): void {
  if (!weixinSettings(world).tradeManaged) return;
  const today = chinaDay(world.clock.now());
  const used = world.state.shippings.some((item) => item.lastUploadTime !== null);
  if (!used && world.state.accessReminderDay !== today) {
    world.state.accessReminderDay = today;
    pushEvent(world, systemOpenid(world), 'trade_manage_remind_access_api', { msg: '请通过发货信息录入接口上传发货信息' });
  }
  remindLater(world, order);
}

/** Goes on with what waited when the sandbox stopped. */
export function resumeShipping(world: World): void {
  if (!weixinSettings(world).tradeManaged) return;
  for (const order of world.state.orders) {
    if (!isPaidOrder(order)) continue;
    const shipping = shippingOf(world, order);
    const state = orderState(world, order);
    if (state === 1) remindLater(world, order);
    if (state === 2) confirmLater(world, order, shipping);
    if (state === 3) settleLater(world, order, shipping);
  }
}
