import { Injectable } from '@nestjs/common';
import type { PaymentParams, RefundLimitsView, RefundOrder } from '@pailou/contracts';
import type { z } from 'zod';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import { type OperatorCaller, seesStore } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/http/idempotency.js';
import { Problem } from '../../platform/http/problem.js';
import { CatalogStock } from '../catalog/index.js';
import { Payments } from '../payments/index.js';
import { OrderBook } from './order-book.service.js';
import { ORDER, restock } from './order-payable.service.js';
import { allThatIsLeft, pieceFen, type RefundPart } from './order-refunds.js';
import { orderStates, takeBackMs, takeBackOf } from './order.state.js';
import { ordersProblems } from './orders.errors.js';
import { lastNewsOf, linesOf, lockOrder, type Order, type OrderLine, OrdersQueries } from './orders.queries.js';

/** Commands on orders that exist; each is one transaction, after WeChat was asked when money may be on its way. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly queries: OrdersQueries,
    private readonly book: OrderBook,
    private readonly payments: Payments,
    private readonly stock: CatalogStock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What `wx.requestPayment` takes. Throws `orders.not_payable` (409) and what `Payments.prepay` throws. */
  async pay(customerId: string, id: string): Promise<PaymentParams> {
    const order = await this.database.transaction((tx) => this.own(tx, customerId, id));
    if (order.status !== 'unpaid' || order.expiresAt <= this.clock.now()) throw new Problem(ordersProblems.not_payable);
    return this.payments.prepay(ORDER, id);
  }

  /** Asks WeChat, because the client says that it is paid. */
  async checkPayment(customerId: string, id: string): Promise<void> {
    await this.mustOwn(customerId, id);
    await this.payments.check(ORDER, id);
  }

  /** A customer may cancel until the store accepts; what was paid goes back whole. */
  async cancelByCustomer(customerId: string, id: string): Promise<void> {
    await this.mustOwn(customerId, id);
    await this.payments.closeLive(ORDER, id);
    await this.database.transaction(async (tx) => this.giveUp(tx, await this.own(tx, customerId, id), 'cancel_by_customer', 'customer'));
  }

  /** Accept, ready, complete. Throws `orders.not_possible` (409). */
  async handle(caller: OperatorCaller, id: string, event: 'accept' | 'ready' | 'complete'): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await this.seen(tx, caller, id);
      const moved = await this.book.move(tx, order, event, caller.name);
      await this.audit.record(tx, caller, `orders.${event}`, 'order', id, { status: order.status }, { status: moved.status });
    });
  }

  /**
   * Takes back the last step at the board, within seconds and while nothing followed on it.
   * Throws `orders.not_possible`, `orders.too_late` (409).
   */
  async takeBack(caller: OperatorCaller, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await this.seen(tx, caller, id);
      const last = await lastNewsOf(tx, id);
      const event = last && takeBackOf(last.event);
      if (!event) throw new Problem(ordersProblems.not_possible, { meta: { status: order.status } });
      if (this.clock.now().getTime() - last.at.getTime() > takeBackMs) throw new Problem(ordersProblems.too_late);
      const moved = await this.book.move(tx, order, event, caller.name);
      await this.audit.record(tx, caller, 'orders.take_back', 'order', id, { status: order.status }, { status: moved.status });
    });
  }

  /** An operator cancels until it is handed over; what was paid and not yet refunded goes back. */
  async cancel(caller: OperatorCaller, id: string): Promise<void> {
    await this.mustSee(caller, id);
    await this.payments.closeLive(ORDER, id);
    await this.database.transaction(async (tx) => {
      const order = await this.seen(tx, caller, id);
      await this.giveUp(tx, order, 'cancel', caller.name);
      await this.audit.record(tx, caller, 'orders.cancel', 'order', id, { status: order.status }, { status: 'cancelled' });
    });
  }

  /** Records cash at the counter. Throws `orders.not_payable` (409), also when WeChat says that it was just paid there. */
  async cash(caller: OperatorCaller, id: string): Promise<void> {
    await this.mustSee(caller, id);
    await this.payments.closeLive(ORDER, id);
    await this.database.transaction(async (tx) => {
      const order = await this.seen(tx, caller, id);
      if (order.status !== 'unpaid') throw new Problem(ordersProblems.not_payable);
      await this.payments.payCash(tx, ORDER, id);
      await this.audit.record(
        tx,
        caller,
        'orders.cash',
        'order',
        id,
        { status: order.status },
        { status: 'paid', amountFen: order.totalFen },
      );
    });
  }

  /**
   * Gives back the money of some pieces, or of all that is left with the delivery; once for each key.
   * An order still being made of which all is refunded is cancelled by that.
   * Throws `orders.not_refundable` (409), `orders.line_not_found` (404), `orders.too_many` (422), and for WeChat's limits
   * `payments.too_many_refunds` and `payments.refund_too_late` (409).
   */
  async refund(caller: OperatorCaller, id: string, key: string, input: z.output<typeof RefundOrder>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await this.seen(tx, caller, id);
      await this.idempotency.once(tx, { scope: `orders.refund:${id}`, key, body: input }, async () => {
        const refundId = await this.giveBack(tx, order, input, caller.name);
        await this.audit.record(tx, caller, 'orders.refund', 'order', id, { refundedFen: order.refundedFen }, { refundId, ...input });
        return { refundId };
      });
    });
  }

  /** What of an order WeChat would still give back. Throws `orders.not_found` (404). */
  async refundLimits(caller: OperatorCaller, id: string): Promise<RefundLimitsView> {
    await this.mustSee(caller, id);
    return this.payments.refundLimits(ORDER, id);
  }

  /** Ends an order whose time to pay ran out; does nothing when it was paid meanwhile. Throws `payments.unavailable` (503): try again. */
  async expire(id: string): Promise<void> {
    const due = await this.database.transaction(async (tx) => this.isDue(await lockOrder(tx, id)));
    if (!due) return;
    await this.payments.closeLive(ORDER, id);
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, id);
      if (order && this.isDue(order)) await this.giveUp(tx, order, 'expire', 'system');
    });
  }

  private isDue(order: Order | undefined): boolean {
    return order?.status === 'unpaid' && order.expiresAt <= this.clock.now();
  }

  /** Ends an order before it is handed over: its goods go back, and its money. */
  private async giveUp(tx: Tx, order: Order, event: 'cancel' | 'cancel_by_customer' | 'expire', by: string): Promise<void> {
    if (orderStates.next(order.status, event) === undefined)
      throw new Problem(ordersProblems.not_possible, { meta: { status: order.status } });
    const lines = await linesOf(tx, order.id);
    if (order.stock === 'reserved') {
      // Money may be on its way only while it is unpaid; then an attempt begun since we closed the last one stops us.
      await this.payments.mustBeQuiet(tx, ORDER, order.id);
      await this.stock.release(tx, lines);
      await tx.query(`update orders set stock = 'released' where id = $1`, [order.id]);
    } else if (order.status !== 'ready') {
      // What is ready was made, and is not sold again by itself.
      await restock(tx, this.stock, order.id, allThatIsLeft(lines));
    }
    const ended = await this.book.move(tx, order, event, by);
    if (ended.paidAt && order.refundedFen < order.totalFen)
      await this.sendBack(
        tx,
        ended,
        { parts: allThatIsLeft(lines), amountFen: order.totalFen - order.refundedFen, reason: '订单已取消', restock: false },
        by,
      );
  }

  private async giveBack(tx: Tx, order: Order, input: z.output<typeof RefundOrder>, by: string): Promise<string> {
    const leftFen = order.totalFen - order.refundedFen;
    if (!order.paidAt || leftFen === 0) throw new Problem(ordersProblems.not_refundable);
    const lines = await linesOf(tx, order.id);
    const parts = input.lines ? checked(input.lines, lines) : allThatIsLeft(lines);
    const amountFen = input.lines
      ? parts.reduce(
          (sum, part) =>
            sum +
            pieceFen(
              lines.find((line) => line.id === part.lineId)!,
              part.quantity,
            ),
          0,
        )
      : leftFen;
    if (amountFen === 0) throw new Problem(ordersProblems.not_refundable);
    const ends = amountFen === leftFen && orderStates.next(order.status, 'cancel') !== undefined;
    if (ends && input.restock) await restock(tx, this.stock, order.id, parts);
    const now = ends ? await this.book.move(tx, order, 'cancel', by) : order;
    // The goods of a cancelled order went back with the cancellation.
    return this.sendBack(tx, now, { parts, amountFen, reason: input.reason, restock: input.restock && now.status !== 'cancelled' }, by);
  }

  /** Writes the refund down and hands it to payments; the database itself refuses more than was paid. */
  private async sendBack(
    tx: Tx,
    order: Order,
    refund: { parts: RefundPart[]; amountFen: number; reason: string; restock: boolean },
    by: string,
  ): Promise<string> {
    const refundId = newId();
    const { amountFen, reason } = refund;
    await tx.query('update orders set refunded_fen = refunded_fen + $2 where id = $1', [order.id, amountFen]);
    await tx.query(
      `update orders_lines l set refunded_quantity = l.refunded_quantity + p.quantity
         from jsonb_to_recordset($1::jsonb) as p ("lineId" uuid, quantity int) where l.id = p."lineId"`,
      [JSON.stringify(refund.parts)],
    );
    await tx.query(
      `insert into orders_refunds (id, order_id, amount_fen, reason, status, automatic, lines, restock, created_at) values ($1, $2, $3, $4, 'pending', false, $5, $6, $7)`,
      [refundId, order.id, amountFen, reason, JSON.stringify(refund.parts), refund.restock, this.clock.now()],
    );
    await this.book.note(tx, order, 'refund_requested', by, { refundId, amountFen });
    await this.payments.refund(tx, ORDER, order.id, { refundId, amountFen, reason });
    return refundId;
  }

  private async own(tx: Tx, customerId: string, id: string): Promise<Order> {
    const order = await lockOrder(tx, id);
    if (order?.customerId !== customerId) throw new Problem(ordersProblems.not_found);
    return order;
  }

  private async mustOwn(customerId: string, id: string): Promise<void> {
    if ((await this.queries.whose(id))?.customerId !== customerId) throw new Problem(ordersProblems.not_found);
  }

  private async seen(tx: Tx, caller: OperatorCaller, id: string): Promise<Order> {
    const order = await lockOrder(tx, id);
    if (!order || !seesStore(caller, order.storeId)) throw new Problem(ordersProblems.not_found);
    return order;
  }

  private async mustSee(caller: OperatorCaller, id: string): Promise<void> {
    const order = await this.queries.whose(id);
    if (!order || !seesStore(caller, order.storeId)) throw new Problem(ordersProblems.not_found);
  }
}

/** The named pieces, each line once, none beyond what is left. */
function checked(parts: readonly RefundPart[], lines: readonly OrderLine[]): RefundPart[] {
  const sums = new Map<string, number>();
  for (const part of parts) sums.set(part.lineId, (sums.get(part.lineId) ?? 0) + part.quantity);
  return [...sums].map(([lineId, quantity]) => {
    const line = lines.find((one) => one.id === lineId);
    if (!line) throw new Problem(ordersProblems.line_not_found);
    if (quantity > line.quantity - line.refundedQuantity) throw new Problem(ordersProblems.too_many);
    return { lineId, quantity };
  });
}
