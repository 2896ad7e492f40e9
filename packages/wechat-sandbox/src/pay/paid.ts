import { randomText } from '../crypto.js';
import type { Order } from '../state.js';
import type { World } from '../world.js';
import { isPaidOrder } from '../weixin/shipping/orders.js';
import { orderPaid } from '../weixin/shipping/settle.js';
import { notify } from './notifications.js';
import { paySettings } from './settings.js';
import { transactionView } from './transaction.js';

/** The money came in: the order is paid, and the shop is told; order management will want it shipped. */
export function markPaid(world: World, order: Order): void {
  order.state = 'SUCCESS';
  order.paidAt = world.clock.now();
  order.transactionId = `42000${randomText(23, '0123456789')}`;
  const news = {
    url: order.notifyUrl,
    eventType: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    type: 'transaction' as const,
    resource: transactionView(order),
  };
  notify(world, news, paySettings(world).paymentDelayMs);
  world.changed();
  if (isPaidOrder(order)) orderPaid(world, order);
}
