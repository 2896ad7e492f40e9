import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { CatalogStock } from '../catalog/index.js';
import { type PaidNews, type Payable, Payables, type PayableState, type RefundNews } from '../payments/index.js';
import { OrderBook } from './order-book.service.js';
import type { RefundPart } from './order-refunds.js';
import { linesOf, lockOrder, type Order } from './orders.queries.js';

/** Under which payments knows orders. */
export const ORDER = 'order';

/** An order as something to be paid: what payments tells of it, and what follows. */
@Injectable()
export class OrderPayable implements Payable, OnModuleInit {
  constructor(
    private readonly payables: Payables,
    private readonly book: OrderBook,
    private readonly stock: CatalogStock,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.payables.register(ORDER, this);
  }

  async describe(tx: Tx, id: string): Promise<PayableState | null> {
    const order = await lockOrder(tx, id);
    if (!order) return null;
    const open = order.status === 'unpaid' && order.expiresAt > this.clock.now();
    return {
      amountFen: order.totalFen,
      description: `${order.storeName.zh} ${order.number}`,
      customerId: order.customerId,
      open,
      expiresAt: order.expiresAt,
    };
  }

  /** An unpaid order keeps the money; an expired one if its goods can be had again; any other gives it back. */
  async paid(tx: Tx, id: string, news: PaidNews): Promise<'honoured' | 'refund'> {
    const order = (await lockOrder(tx, id))!;
    const by = news.method === 'cash' ? 'counter' : 'customer';
    const late = order.status === 'expired';
    if (order.status !== 'unpaid' && !late) return 'refund';
    const lines = await linesOf(tx, id);
    if (late && !(await this.reserveAgain(tx, lines))) return 'refund';
    await this.stock.commit(tx, lines);
    await tx.query(`update orders set stock = 'sold' where id = $1`, [id]);
    await this.book.move(tx, order, late ? 'pay_late' : 'pay', by, news.paidAt);
    return 'honoured';
  }

  /** All or nothing, without giving up the transaction that records the payment. */
  private async reserveAgain(tx: Tx, lines: { variantId: string; quantity: number }[]): Promise<boolean> {
    await tx.query('savepoint reserve_again');
    try {
      await this.stock.reserve(tx, lines);
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await tx.query('rollback to savepoint reserve_again');
      return false;
    }
  }

  async refunded(tx: Tx, id: string, news: RefundNews): Promise<void> {
    const order = (await lockOrder(tx, id))!;
    const { refundId, amountFen, status, automatic } = news;
    if (status === 'pending') {
      // One that an operator or a cancellation asked for stands here already.
      if (!automatic) return;
      await tx.query(
        `insert into orders_refunds (id, order_id, amount_fen, reason, status, automatic, lines, restock, created_at) values ($1, $2, $3, $4, 'pending', true, '[]', false, $5)`,
        [refundId, id, amountFen, news.reason, this.clock.now()],
      );
      await this.book.note(tx, order, 'payment_returned', 'system', { refundId, amountFen });
      return;
    }
    await tx.query('update orders_refunds set status = $2 where id = $1', [refundId, status]);
    if (status === 'succeeded') await this.restock(tx, refundId);
    else if (news.released && !automatic) await this.takeBack(tx, order, refundId, amountFen);
    await this.book.note(tx, (await lockOrder(tx, id))!, status === 'succeeded' ? 'refunded' : 'refund_failed', 'system', {
      refundId,
      amountFen,
      automatic,
    });
  }

  /** Refunded goods go back on the shelf when the money is back, if the refund says so. */
  private async restock(tx: Tx, refundId: string): Promise<void> {
    const [refund]: { restock: boolean; lines: RefundPart[]; orderId: string }[] = await tx.query(
      'select restock, lines, order_id as "orderId" from orders_refunds where id = $1',
      [refundId],
    );
    if (!refund?.restock) return;
    await restock(tx, this.stock, refund.orderId, refund.lines);
  }

  /** The refund failed with the money still ours: what it covered may be refunded anew. */
  private async takeBack(tx: Tx, order: Order, refundId: string, amountFen: number): Promise<void> {
    await tx.query('update orders set refunded_fen = refunded_fen - $2 where id = $1', [order.id, amountFen]);
    await tx.query(
      `update orders_lines l set refunded_quantity = l.refunded_quantity - p.quantity
         from orders_refunds r, jsonb_to_recordset(r.lines) as p ("lineId" uuid, quantity int) where r.id = $1 and l.id = p."lineId"`,
      [refundId],
    );
  }

  async closed(tx: Tx, id: string): Promise<void> {
    await this.book.publish(tx, (await lockOrder(tx, id))!);
  }
}

/** Puts pieces of an order's lines back into the stock, never more than were sold. */
export async function restock(tx: Tx, stock: CatalogStock, orderId: string, parts: readonly RefundPart[]): Promise<void> {
  const lines = await linesOf(tx, orderId);
  const back = parts.flatMap(({ lineId, quantity }) => {
    const line = lines.find((one) => one.id === lineId);
    const most = line ? Math.min(quantity, line.quantity - line.restockedQuantity) : 0;
    return line && most > 0 ? [{ lineId, variantId: line.variantId, quantity: most }] : [];
  });
  if (back.length === 0) return;
  await stock.restock(tx, back);
  await tx.query(
    `update orders_lines l set restocked_quantity = l.restocked_quantity + p.quantity
       from jsonb_to_recordset($1::jsonb) as p ("lineId" uuid, quantity int) where l.id = p."lineId"`,
    [JSON.stringify(back)],
  );
}
