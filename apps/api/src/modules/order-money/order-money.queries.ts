import { Injectable } from '@nestjs/common';
import type { BillRowView, OrderMoneyAttempt, OrderMoneyHit, OrderMoneyView } from '@pailou/contracts';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { OrderAccounts } from '../orders/index.js';
import { type AttemptStory, PaymentBook } from '../payments/index.js';
import { KeptBills } from '../reconciliation/index.js';
import { type ReportStory, ShippingBook } from '../shipping/index.js';
import { orderSums } from './order-sums.js';

/** Under which payments knows orders. */
const ORDER = 'order';

/** An order's money from cart to bank, read from everybody who had a hand in it. */
@Injectable()
export class OrderMoney {
  constructor(
    private readonly orders: OrderAccounts,
    private readonly payments: PaymentBook,
    private readonly shipping: ShippingBook,
    private readonly bills: KeptBills,
  ) {}

  /** The orders that a number belongs to: their own, or one of their payments or refunds, ours or WeChat's. */
  async find(caller: OperatorCaller, number: string): Promise<OrderMoneyHit[]> {
    return number === '' ? [] : this.orders.find(caller, number, await this.payments.payablesOf(ORDER, number));
  }

  /** Throws `orders.not_found` (404), also for another store's. */
  async of(caller: OperatorCaller, id: string, language: 'zh' | 'en'): Promise<OrderMoneyView> {
    const order = await this.orders.one(caller, id, language);
    const stories = await this.payments.story(ORDER, id);
    const [reports, rows] = await Promise.all([
      this.shipping.reports(stories.map((story) => story.id)),
      this.bills.rowsOf(stories.flatMap(numbersOf)),
    ]);
    const attempts = stories.map((story) => attemptOf(story, reports, rows));
    return { ...order, attempts, sums: orderSums(order, attempts) };
  }
}

const numbersOf = (story: AttemptStory): string[] => [story.outTradeNo, ...story.refunds.map((refund) => refund.outRefundNo)];

function attemptOf(story: AttemptStory, reports: readonly ReportStory[], rows: readonly BillRowView[]): OrderMoneyAttempt {
  const report = reports.find(({ attemptId }) => attemptId === story.id);
  const numbers = new Set(numbersOf(story));
  return { ...story, shipping: report ? shippingOf(report) : null, rows: rows.filter((row) => numbers.has(row.number)) };
}

function shippingOf({ status, createdAt, reportedAt, settledAt, code }: ReportStory): NonNullable<OrderMoneyAttempt['shipping']> {
  return { status, createdAt, reportedAt, settledAt, code };
}
