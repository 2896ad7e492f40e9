import type { FastifyInstance, FastifyRequest } from 'fastify';
import { chinaTime } from '../clock.js';
import { randomText } from '../crypto.js';
import { takeFault } from '../faults.js';
import type { Order, Refund } from '../state.js';
import type { World } from '../world.js';
import { isPaidOrder, type PaidOrder } from '../weixin/shipping/orders.js';
import { PayError, invalidRequest, paramError } from './errors.js';
import {
  fingerprint,
  readBody,
  readCurrency,
  readFen,
  readNotifyUrl,
  readObject,
  readOptionalText,
  readText,
  refuseUnknown,
} from './fields.js';
import { balance, feeBackOf, isFrozen, refundsOf } from './ledger.js';
import { notify } from './notifications.js';
import { paySettings } from './settings.js';
import { checkFields, checkShape, type Shape } from './shape.js';
import { findOrder } from './transaction.js';

const path = '/refund/domestic/refunds';
const known = ['transaction_id', 'out_trade_no', 'out_refund_no', 'reason', 'notify_url', 'funds_account', 'amount', 'goods_detail'];
const yearMs = 365 * 86_400_000;
const received = '支付用户零钱';

/** The refund as an answer shows it (spec 10.9). */
function refundView(refund: Refund): Record<string, unknown> {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: received,
    ...(refund.status === 'SUCCESS' && refund.settledAt !== null && { success_time: chinaTime(refund.settledAt) }),
    create_time: chinaTime(refund.createdAt),
    status: refund.status,
    funds_account: refund.fundsAccount ?? 'AVAILABLE',
    amount: {
      total: refund.total,
      refund: refund.refund,
      from: [],
      payer_total: refund.total,
      payer_refund: refund.refund,
      settlement_refund: refund.refund,
      settlement_total: refund.total,
      discount_refund: 0,
      currency: 'CNY',
    },
  };
}

function orderOfRefund(world: World, body: Record<string, unknown>): Order {
  const transactionId = readOptionalText(body, 'transaction_id', { max: 32 });
  const outTradeNo = readOptionalText(body, 'out_trade_no', { max: 32 });
  if (transactionId === null && outTradeNo === null) throw paramError('transaction_id', 'transaction_id 与 out_trade_no 需填一个');
  const order =
    outTradeNo !== null ? findOrder(world, outTradeNo) : (world.state.orders.find((item) => item.transactionId === transactionId) ?? null);
  if (!order) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在');
  if (transactionId !== null && order.transactionId !== transactionId) throw invalidRequest('transaction_id 与 out_trade_no 不匹配');
  return order;
}

function checkRefundable(world: World, order: Order, refund: number, total: number): asserts order is PaidOrder {
  if (!isPaidOrder(order)) throw invalidRequest('订单未支付，不能退款');
  if (total !== order.total) throw invalidRequest('订单金额或退款金额与之前请求不一致，请核实后再试');
  if (world.clock.now() - order.paidAt > yearMs) throw invalidRequest('订单已超过可退款的最大期限（365 天）');
  const before = refundsOf(world, order);
  const { refundsPerOrder, refundGapMs } = paySettings(world);
  if (before.length >= refundsPerOrder) throw new PayError(403, 'RULE_LIMIT', `单笔订单最多退款 ${refundsPerOrder} 次`);
  const last = Math.max(...before.map((item) => item.createdAt));
  if (world.clock.now() - last < refundGapMs) throw new PayError(429, 'FREQUENCY_LIMITED', '频率限制，请 1 分钟后重试');
  const left = order.total - before.reduce((sum, item) => sum + item.refund, 0);
  if (left <= 0) throw invalidRequest('订单已全额退款');
  if (refund > left) throw invalidRequest('申请退款金额大于订单可退金额');
}

/**
 * Whose money a refund takes: the order's own while it waits for the goods, else the merchant's. 403 NOT_ENOUGH when
 * that is too little; the fee comes back with the refund.
 */
function fundsOf(world: World, order: PaidOrder, refund: number, wanted: unknown): 'UNSETTLED' | 'AVAILABLE' {
  const notEnough = new PayError(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起');
  if (isFrozen(world, order) && wanted !== 'AVAILABLE') return 'UNSETTLED';
  if (wanted === 'UNSETTLED') throw notEnough;
  const before = refundsOf(world, order).reduce((sum, item) => sum + item.refund, 0);
  if (balance(world).availableFen < refund - feeBackOf(world, before, refund)) throw notEnough;
  return 'AVAILABLE';
}

const shapes: Record<string, Shape> = {
  funds_account: { is: 'choice', of: ['AVAILABLE', 'UNSETTLED'] },
  goods_detail: {
    is: 'list',
    of: {
      is: 'object',
      fields: {
        merchant_goods_id: { is: 'text', max: 32, needed: true },
        wechatpay_goods_id: { is: 'text', max: 32 },
        goods_name: { is: 'text', max: 256 },
        unit_price: { is: 'number', min: 0, needed: true },
        refund_amount: { is: 'number', min: 1, needed: true },
        refund_quantity: { is: 'number', min: 1, needed: true },
      },
    },
  },
};

const fromShape: Shape = {
  is: 'list',
  of: {
    is: 'object',
    fields: { account: { is: 'choice', of: ['AVAILABLE', 'UNAVAILABLE'], needed: true }, amount: { is: 'number', min: 1, needed: true } },
  },
};

/** 申请退款. The same out_refund_no with the same parameters gives the same refund again. */
function askRefund(world: World, request: FastifyRequest): Record<string, unknown> {
  const body = readBody(request);
  refuseUnknown(body, known);
  const outRefundNo = readText(body, 'out_refund_no', { max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ });
  const reason = readOptionalText(body, 'reason', { max: 80, inBytes: paySettings(world).refundReasonCounts === 'bytes' });
  const notifyUrl = readNotifyUrl(body, 256, false);
  const amount = readObject(body, 'amount');
  refuseUnknown(amount, ['refund', 'total', 'currency', 'from'], 'amount.');
  const refund = readFen(amount, 'refund', 'amount.refund');
  const total = readFen(amount, 'total', 'amount.total');
  readCurrency(amount, true);
  if (refund > total) throw paramError('amount.refund', '退款金额不能大于原订单金额', refund);
  checkFields(body, shapes);
  checkShape(amount.from, fromShape, 'amount.from');
  const from = Array.isArray(amount.from) ? (amount.from as { amount: number }[]) : [];
  if (from.length > 0 && from.reduce((sum, part) => sum + part.amount, 0) !== refund)
    throw paramError('amount.from', '各出资账户金额之和应等于退款金额', amount.from);
  const order = orderOfRefund(world, body);
  const print = fingerprint(body);
  const existing = world.state.refunds.find((item) => item.outRefundNo === outRefundNo);
  if (existing) {
    if (existing.fingerprint !== print) throw invalidRequest('请求重入时，参数与首次请求时不一致，请检查请求参数');
    return refundView(existing);
  }
  checkRefundable(world, order, refund, total);
  const fundsAccount = fundsOf(world, order, refund, body.funds_account);
  const made: Refund = {
    refundId: `503${randomText(26, '0123456789')}`,
    outRefundNo,
    reason,
    notifyUrl,
    refund,
    total,
    fundsAccount,
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId,
    fingerprint: print,
    status: 'PROCESSING',
    createdAt: world.clock.now(),
    settledAt: null,
  };
  world.state.refunds.push(made);
  order.state = 'REFUND';
  settleLater(world, made);
  return refundView(made);
}

/** A refund settles by itself a while after it was accepted. */
export function settleLater(world: World, refund: Refund): void {
  const waited = world.clock.now() - refund.createdAt;
  world.schedule.after(Math.max(0, paySettings(world).refundDelayMs - waited), () => settle(world, refund));
}

/** Ends a refund that is under way: as wished, as a rule says, or well. */
export function settle(world: World, refund: Refund, wished?: 'SUCCESS' | 'ABNORMAL' | 'CLOSED'): void {
  if (refund.status !== 'PROCESSING') return;
  const fault = wished
    ? null
    : takeFault(world.state.faults, 'refund', (rule) => !rule.outRefundNo || rule.outRefundNo === refund.outRefundNo);
  refund.status = wished ?? fault?.outcome ?? 'SUCCESS';
  refund.settledAt = world.clock.now();
  const order = findOrder(world, refund.outTradeNo);
  if (order && refundsOf(world, order).length === 0) order.state = 'SUCCESS';
  if (refund.notifyUrl) notifyRefund(world, refund, refund.notifyUrl);
  world.changed();
}

const summaries: Record<string, string> = { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭' };

function notifyRefund(world: World, refund: Refund, url: string): void {
  const resource = {
    mchid: world.credentials.mchid,
    out_trade_no: refund.outTradeNo,
    transaction_id: refund.transactionId,
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_status: refund.status,
    ...(refund.status === 'SUCCESS' && refund.settledAt !== null && { success_time: chinaTime(refund.settledAt) }),
    user_received_account: received,
    amount: { total: refund.total, refund: refund.refund, payer_total: refund.total, payer_refund: refund.refund },
  };
  notify(world, { url, eventType: `REFUND.${refund.status}`, summary: summaries[refund.status] ?? '', type: 'refund', resource });
}

/** 发起异常退款: what a closed account could not take goes to a bank card or to the merchant. */
function askAgain(world: World, refundId: string, request: FastifyRequest): Record<string, unknown> {
  const body = readBody(request);
  refuseUnknown(body, ['out_refund_no', 'type', 'bank_type', 'bank_account', 'real_name']);
  const outRefundNo = readText(body, 'out_refund_no', { max: 64 });
  checkFields(body, {
    type: { is: 'choice', of: ['USER_BANK_CARD', 'MERCHANT_BANK_CARD'], needed: true },
    bank_type: { is: 'text', max: 16, needed: body.type === 'USER_BANK_CARD' },
    bank_account: { is: 'text', max: 1024, needed: body.type === 'USER_BANK_CARD' },
    real_name: { is: 'text', max: 1024, needed: body.type === 'USER_BANK_CARD' },
  });
  const refund = world.state.refunds.find((item) => item.refundId === refundId && item.outRefundNo === outRefundNo);
  if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
  if (refund.status !== 'ABNORMAL') throw invalidRequest('退款单状态不是退款异常');
  refund.status = 'PROCESSING';
  const { refundDelayMs } = paySettings(world);
  world.schedule.after(refundDelayMs, () => settle(world, refund));
  return refundView(refund);
}

/** 申请退款, 发起异常退款 and 查询单笔退款. */
export function refundRoutes(app: FastifyInstance, world: World): void {
  app.post(path, (request) => askRefund(world, request));
  app.post<{ Params: { refundId: string } }>(`${path}/:refundId/apply-abnormal-refund`, (request) =>
    askAgain(world, request.params.refundId, request),
  );
  app.get<{ Params: { outRefundNo: string } }>(`${path}/:outRefundNo`, (request) => {
    const refund = world.state.refunds.find((item) => item.outRefundNo === request.params.outRefundNo);
    if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
    return refundView(refund);
  });
}
