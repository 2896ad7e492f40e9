import type { FastifyInstance, FastifyRequest } from 'fastify';
import { chinaTime } from '../clock.js';
import { randomText } from '../crypto.js';
import { takeFault } from '../faults.js';
import type { Order, Refund } from '../state.js';
import type { World } from '../world.js';
import { PayError, invalidRequest, paramError } from './errors.js';
import { fingerprint, readBody, readCurrency, readFen, readNotifyUrl, readObject, readOptionalText, readText, refuseUnknown } from './fields.js';
import { refundsOf } from './ledger.js';
import { notify } from './notifications.js';
import { paySettings } from './settings.js';
import { findOrder } from './transaction.js';

const path = '/refund/domestic/refunds';
const known = ['transaction_id', 'out_trade_no', 'out_refund_no', 'reason', 'notify_url', 'funds_account', 'amount', 'goods_detail'];
const yearMs = 365 * 86_400_000;
const refundsPerOrder = 50;
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
    funds_account: 'AVAILABLE',
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
  const order = outTradeNo !== null ? findOrder(world, outTradeNo) : (world.state.orders.find((item) => item.transactionId === transactionId) ?? null);
  if (!order) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在');
  if (transactionId !== null && order.transactionId !== transactionId) throw invalidRequest('transaction_id 与 out_trade_no 不匹配');
  return order;
}

function checkRefundable(world: World, order: Order, refund: number, total: number): void {
  if (order.transactionId === null || order.paidAt === null) throw invalidRequest('订单未支付，不能退款');
  if (total !== order.total) throw invalidRequest('订单金额或退款金额与之前请求不一致，请核实后再试');
  if (world.clock.now() - order.paidAt > yearMs) throw invalidRequest('订单已超过可退款的最大期限（365 天）');
  const before = refundsOf(world, order);
  if (before.length >= refundsPerOrder) throw new PayError(403, 'RULE_LIMIT', '单笔订单最多退款 50 次');
  const left = order.total - before.reduce((sum, item) => sum + item.refund, 0);
  if (left <= 0) throw invalidRequest('订单已全额退款');
  if (refund > left) throw invalidRequest('申请退款金额大于订单可退金额');
}

/** 申请退款. The same out_refund_no with the same parameters gives the same refund again. */
function askRefund(world: World, request: FastifyRequest): Record<string, unknown> {
  const body = readBody(request);
  refuseUnknown(body, known);
  const outRefundNo = readText(body, 'out_refund_no', { max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ });
  const reason = readOptionalText(body, 'reason', { max: 80 });
  const notifyUrl = readNotifyUrl(body, 256, false);
  const amount = readObject(body, 'amount');
  refuseUnknown(amount, ['refund', 'total', 'currency', 'from'], 'amount.');
  const refund = readFen(amount, 'refund', 'amount.refund');
  const total = readFen(amount, 'total', 'amount.total');
  readCurrency(amount, true);
  if (refund > total) throw paramError('amount.refund', '退款金额不能大于原订单金额', refund);
  const order = orderOfRefund(world, body);
  const print = fingerprint(body);
  const existing = world.state.refunds.find((item) => item.outRefundNo === outRefundNo);
  if (existing) {
    if (existing.fingerprint !== print) throw invalidRequest('请求重入时，参数与首次请求时不一致，请检查请求参数');
    return refundView(existing);
  }
  checkRefundable(world, order, refund, total);
  const made: Refund = {
    refundId: `503${randomText(26, '0123456789')}`,
    outRefundNo, reason, notifyUrl, refund, total,
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId ?? '',
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

function settle(world: World, refund: Refund): void {
  if (refund.status !== 'PROCESSING') return;
  const fault = takeFault(world.state.faults, 'refund', (rule) => !rule.outRefundNo || rule.outRefundNo === refund.outRefundNo);
  refund.status = fault?.outcome ?? 'SUCCESS';
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

/** 申请退款 and 查询单笔退款. */
export function refundRoutes(app: FastifyInstance, world: World): void {
  app.post(path, (request) => askRefund(world, request));
  app.get<{ Params: { outRefundNo: string } }>(`${path}/:outRefundNo`, (request) => {
    const refund = world.state.refunds.find((item) => item.outRefundNo === request.params.outRefundNo);
    if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
    return refundView(refund);
  });
}
