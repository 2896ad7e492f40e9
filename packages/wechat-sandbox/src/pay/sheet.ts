import { verifyRsa } from '../crypto.js';
import type { Order } from '../state.js';
import type { World } from '../world.js';
import { markPaid } from './paid.js';
import { prepayLifeMs } from './prepay.js';
import { findOrder } from './transaction.js';

/** What the mini program hands to `wx.requestPayment`. */
export interface PaymentParams {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: string;
  paySign: string;
}

/**
 * What the customer does with the sheet: pays, turns away, has a payment fail, has not enough money, or pays while
 * the network is lost, so that the mini program hears of a failure and the shop of the money.
 */
export const sheetOutcomes = ['pay', 'cancel', 'fail', 'insufficient', 'lost'] as const;
export type SheetOutcome = (typeof sheetOutcomes)[number];

/** How `wx.requestPayment` ended; `errMsg` in WeChat's words. */
export interface PaymentResult {
  result: 'ok' | 'cancel' | 'fail';
  message: string;
  errMsg: string;
}

/** Reads the five parameters; a sentence when one is missing or no text. */
export function readParams(value: Record<string, unknown>): PaymentParams | string {
  const names = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const;
  // The real wx.requestPayment refuses a number as timeStamp, too.
  const wrong = names.find((name) => typeof value[name] !== 'string' || value[name] === '');
  if (wrong) return `parameter error: parameter.${wrong} should be String`;
  const text = (name: (typeof names)[number]) => String(value[name]);
  return {
    timeStamp: text('timeStamp'),
    nonceStr: text('nonceStr'),
    package: text('package'),
    signType: text('signType'),
    paySign: text('paySign'),
  };
}

/** Why these parameters are not the merchant's; null when the signature holds. */
function signatureFault(world: World, params: PaymentParams): string | null {
  if (params.signType !== 'RSA') return 'signType 应为 RSA';
  if (!/^\d+$/.test(params.timeStamp)) return 'timeStamp 应为秒数';
  if (params.nonceStr.length > 32) return 'nonceStr 超过 32 个字符';
  if (!params.package.startsWith('prepay_id=')) return 'package 应为 prepay_id=…';
  const message = `${world.credentials.appid}\n${params.timeStamp}\n${params.nonceStr}\n${params.package}\n`;
  return verifyRsa(message, params.paySign, world.merchantPublicKey) ? null : '支付验证签名失败';
}

/**
 * Finds what the sheet is about, or says why WeChat would not show it.
 * @param params verified when given; a caller inside this process may name the prepay_id alone
 */
export function openSheet(world: World, openid: string, prepayId: string, params: PaymentParams | null): Order | string {
  const wrong = params && signatureFault(world, params);
  if (wrong) return wrong;
  const found = world.state.orders.find((item) => item.prepayId === prepayId);
  const order = found ? findOrder(world, found.outTradeNo) : null;
  if (!order) return 'prepay_id 无效';
  const now = world.clock.now();
  if (order.openid !== openid) return '支付用户与下单用户不一致';
  if (order.state === 'CLOSED') return '该订单已关闭';
  if (order.state !== 'NOTPAY') return '该订单已支付';
  if (now - order.prepayAt > prepayLifeMs) return 'prepay_id 已过期';
  if (order.timeExpire !== null && now > order.timeExpire) return '该订单已过期';
  return order;
}

const failed = (message: string): PaymentResult => ({ result: 'fail', message, errMsg: `requestPayment:fail (${message})` });

/** Ends the sheet in the customer's way; whatever was paid tells the shop. */
export function useSheet(world: World, sheet: Order | string, outcome: SheetOutcome): PaymentResult {
  if (typeof sheet === 'string') return failed(sheet);
  if (outcome === 'cancel') return { result: 'cancel', message: '用户取消支付', errMsg: 'requestPayment:fail cancel' };
  if (outcome === 'fail') return failed('支付失败');
  if (outcome === 'insufficient') return failed('余额不足');
  markPaid(world, sheet);
  if (outcome === 'lost') return failed('网络异常，支付结果未知');
  return { result: 'ok', message: '支付成功', errMsg: 'requestPayment:ok' };
}
