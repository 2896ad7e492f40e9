import { randomText } from '../../crypto.js';
import { ControlError } from '../../control/base.js';
import { noteActivity } from '../activity.js';
import { SessionControl } from '../session/control.js';
import { weixinSettings } from '../settings.js';
import { isPaidOrder, orderState, type PaidOrder, refundedFen, shippingOf } from './orders.js';
import { confirm } from './settle.js';
import type { CombinedOrder, Shipping } from './types.js';

/** Where the money of paid orders is, in fen. */
export interface Funds {
  frozenFen: number;
  settledFen: number;
  refundedFen: number;
}

/** What was reported about an order; `orderState` as WeChat counts (§9.5). */
export type ShippingView = Shipping & { outTradeNo: string; orderState: number; frozenFen: number };

/** What App.onShow receives after the confirm component (§9.9). */
export interface ConfirmResult {
  referrerInfo: {
    appId: 'wx1183b055aeec94d1';
    extraData: { status: 'success' | 'fail' | 'cancel'; errormsg: string; req_extradata: Record<string, string> };
  };
}

/** Goods on their way, and the money that waits for them. */
export class ShippingControl extends SessionControl {
  /** What the shop reported about one order, by either number; null when nobody paid it. */
  async shipping(number: string): Promise<ShippingView | null> {
    const order = this.paid(number);
    if (!order) return null;
    const shipping = shippingOf(this.world, order);
    return structuredClone({
      ...shipping,
      outTradeNo: order.outTradeNo,
      orderState: orderState(this.world, order),
      frozenFen: this.frozen(order),
    });
  }

  /** The money of all paid orders: frozen until the receipt is confirmed. */
  async funds(): Promise<Funds> {
    const orders = this.world.state.orders.filter(isPaidOrder);
    const sum = (of: (order: PaidOrder) => number) => orders.reduce((total, order) => total + of(order), 0);
    const [frozenFen, refunded] = [sum((order) => this.frozen(order)), sum((order) => refundedFen(this.world, order))];
    return { frozenFen, refundedFen: refunded, settledFen: sum((order) => order.total) - frozenFen - refunded };
  }

  /** The customer uses the confirm component (wx.openBusinessView, weappOrderConfirm) for an own, shipped order. */
  async confirmReceipt(customerId: string | undefined, number: string, outcome: 'confirm' | 'cancel' = 'confirm'): Promise<ConfirmResult> {
    const { openid } = this.find(customerId);
    noteActivity(this.world, openid);
    const order = this.paid(number);
    const result = (status: 'success' | 'fail' | 'cancel', errormsg = ''): ConfirmResult => ({
      referrerInfo: {
        appId: 'wx1183b055aeec94d1',
        extraData: {
          status,
          errormsg,
          req_extradata: order
            ? { transaction_id: order.transactionId, merchant_id: order.mchid, merchant_trade_no: order.outTradeNo }
            : {},
        },
      },
    });
    if (order?.openid !== openid) return result('fail', '订单不存在');
    if (orderState(this.world, order) !== 2) return result('fail', '订单不可确认收货');
    if (outcome === 'cancel') return result('cancel');
    confirm(this.world, order, 'customer');
    return result('success');
  }

  /** Two or more paid orders become one combined payment (合单), under a number of its own. */
  async combineOrders(combineOutTradeNo: string, outTradeNos: string[]): Promise<CombinedOrder> {
    const missing = outTradeNos.find((number) => !this.paid(number));
    if (missing !== undefined) throw new ControlError(404, `There is no paid order ${missing}.`);
    const made: CombinedOrder = { combineOutTradeNo, transactionId: `42001${randomText(23, '0123456789')}`, outTradeNos };
    this.world.state.combinedOrders.push(made);
    this.world.changed();
    return structuredClone(made);
  }

  private paid(number: string): PaidOrder | null {
    const order = this.world.state.orders.find((item) => item.outTradeNo === number || item.transactionId === number);
    return order && isPaidOrder(order) ? order : null;
  }

  private frozen(order: PaidOrder): number {
    const { settledAt, test } = shippingOf(this.world, order);
    if (!weixinSettings(this.world).tradeManaged || test || settledAt !== null) return 0;
    return order.total - refundedFen(this.world, order);
  }
}
