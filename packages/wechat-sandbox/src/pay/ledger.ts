import { createHash } from 'node:crypto';
import { chinaDay } from '../clock.js';
import type { Order, Refund } from '../state.js';
import { weixinSettings } from '../weixin/settings.js';
import { isPaidOrder, type PaidOrder, shippingOf } from '../weixin/shipping/orders.js';
import type { World } from '../world.js';
import { paySettings } from './settings.js';

/** The fee of so much money, in fen, rounded half up. */
export const feeOf = (world: World, fen: number): number => Math.floor((fen * paySettings(world).feeBasisPoints + 5000) / 10_000);

/** Every refund that was not closed counts against what was paid, oldest first. */
export const refundsOf = (world: World, order: Order): Refund[] =>
  world.state.refunds.filter((item) => item.outTradeNo === order.outTradeNo && item.status !== 'CLOSED');

/** The fee that a refund brings back, in fen; all refunds of an order together never bring back more than its fee. */
export function feeBack(world: World, order: Order, refund: Refund): number {
  const refunds = refundsOf(world, order);
  const before = refunds.slice(0, Math.max(0, refunds.indexOf(refund))).reduce((sum, item) => sum + item.refund, 0);
  return feeBackOf(world, before, refund.refund);
}

/** The same for a refund still to be made, after `before` fen were given back. */
export const feeBackOf = (world: World, before: number, refund: number): number => feeOf(world, before + refund) - feeOf(world, before);

/** True while the customer's money waits for the goods: a refund then comes out of it, whatever the merchant has. */
export function isFrozen(world: World, order: PaidOrder): boolean {
  const { settledAt, test } = shippingOf(world, order);
  return weixinSettings(world).tradeManaged && !test && settledAt === null;
}

/** What is left of an order for the merchant, in fen: without its fee and what was given back. */
function netOf(world: World, order: PaidOrder): number {
  const refunded = refundsOf(world, order).reduce((sum, refund) => sum + refund.refund, 0);
  return order.total - feeOf(world, order.total) - refunded + feeOf(world, refunded);
}

const isGivenBack = (state: string): boolean => state === 'FAIL' || state === 'CANCELLED';

/** The merchant's money, in fen: what may be spent, and what is frozen. */
export function balance(world: World): { availableFen: number; frozenFen: number } {
  let availableFen = paySettings(world).openingBalanceFen;
  let frozenFen = 0;
  for (const order of world.state.orders) {
    if (!isPaidOrder(order)) continue;
    if (isFrozen(world, order)) frozenFen += netOf(world, order);
    else availableFen += netOf(world, order);
  }
  for (const transfer of world.state.transfers) if (!isGivenBack(transfer.state)) availableFen -= transfer.amount;
  for (const move of world.state.moneyMoves) availableFen += move.fen;
  return { availableFen, frozenFen };
}

/** One line of the fund flow (资金流水). */
export interface FundEntry {
  at: number;
  /** 微信支付业务单号. */
  number: string;
  /** 资金流水单号. */
  flowId: string;
  name: string;
  kind: string;
  /** Fen; negative when it went out. */
  fen: number;
  applicant: string;
  remark: string;
  /** 业务凭证号. */
  voucher: string;
}

/** All movements of the basic account, oldest first. The names of fees given back are UNCONFIRMED. */
export function fundEntries(world: World): FundEntry[] {
  const entries: FundEntry[] = [];
  const add = (at: number, fen: number, number: string, name: string, kind: string, voucher: string, remark = '', applicant = 'system') => {
    if (fen === 0) return;
    const digits = BigInt(`0x${createHash('sha1').update(`${name} ${number}`).digest('hex')}`)
      .toString()
      .slice(0, 10);
    entries.push({
      at,
      number,
      flowId: `${world.credentials.mchid}${chinaDay(at).replaceAll('-', '')}${digits}`,
      name,
      kind,
      fen,
      applicant,
      remark,
      voucher,
    });
  };
  const mchid = world.credentials.mchid;
  for (const order of world.state.orders) {
    if (!isPaidOrder(order)) continue;
    add(order.paidAt, order.total, order.transactionId, '交易', '交易', order.outTradeNo);
    add(order.paidAt, -feeOf(world, order.total), order.transactionId, '扣除交易手续费', '扣除交易手续费', order.outTradeNo);
    for (const refund of refundsOf(world, order)) {
      add(refund.createdAt, -refund.refund, refund.refundId, '退款', '退款', refund.outRefundNo, refund.reason ?? '', `${mchid}API`);
      add(refund.createdAt, feeBack(world, order, refund), refund.refundId, '退还交易手续费', '退还交易手续费', refund.outRefundNo);
    }
  }
  for (const transfer of world.state.transfers) {
    add(
      transfer.createdAt,
      -transfer.amount,
      transfer.transferBillNo,
      '商家转账',
      '商家转账',
      transfer.outBillNo,
      transfer.remark,
      `${mchid}API`,
    );
    if (isGivenBack(transfer.state))
      add(transfer.updatedAt, transfer.amount, transfer.transferBillNo, '商家转账退回', '商家转账', transfer.outBillNo, transfer.remark);
  }
  for (const move of world.state.moneyMoves)
    add(move.at, move.fen, move.id, move.fen > 0 ? '充值' : '提现', move.fen > 0 ? '充值' : '提现', move.id, '', mchid);
  return entries.sort((a, b) => a.at - b.at);
}
