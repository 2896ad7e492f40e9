import { chinaTime } from '../clock.js';
import type { Order } from '../state.js';
import type { World } from '../world.js';
import { PayError } from './errors.js';
import { paySettings } from './settings.js';

const descriptions: Record<Order['state'], string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  CLOSED: '订单已关闭',
};
const unpaidLifeMs = 7 * 86_400_000;

/** An order by merchant's number; one left unpaid for seven days has closed by itself. */
export function findOrder(world: World, outTradeNo: string): Order | null {
  const order = world.state.orders.find((item) => item.outTradeNo === outTradeNo) ?? null;
  if (order?.state === 'NOTPAY' && world.clock.now() - order.createdAt > unpaidLifeMs) order.state = 'CLOSED';
  return order;
}

/** 404 ORDER_NOT_EXIST, for orders the merchant never made. */
export const orderNotExist = (): PayError => new PayError(404, 'ORDER_NOT_EXIST', '订单不存在');

/** 400 for what can no longer be paid, ordered or closed, because it is paid. */
export const alreadyPaid = (world: World): PayError => new PayError(400, paySettings(world).paidCode, '该订单已支付');

/** The transaction as a query and the payment's notification show it (spec 10.7). */
export function transactionView(order: Order): Record<string, unknown> {
  const paid = order.transactionId !== null;
  return {
    appid: order.appid,
    mchid: order.mchid,
    out_trade_no: order.outTradeNo,
    ...(paid && { transaction_id: order.transactionId, trade_type: 'JSAPI', bank_type: 'OTHERS' }),
    trade_state: order.state,
    trade_state_desc: descriptions[order.state],
    ...(order.attach !== null && { attach: order.attach }),
    ...(order.paidAt !== null && { success_time: chinaTime(order.paidAt) }),
    payer: paid ? { openid: order.openid } : {},
    amount: {
      total: order.total,
      currency: order.currency,
      ...(paid && { payer_total: order.total, payer_currency: order.currency }),
    },
  };
}
