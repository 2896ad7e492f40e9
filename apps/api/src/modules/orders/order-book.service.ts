import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Live } from '../../platform/live/live.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { newsOf, type OrderEvent, orderStates } from './order.state.js';
import { ordersProblems } from './orders.errors.js';
import { type Order, refundStatusSql } from './orders.queries.js';

/** Changes of an order, each with its line of history, its event and its live message, in the caller's transaction. */
@Injectable()
export class OrderBook {
  constructor(
    private readonly outbox: Outbox,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves a locked order along its states and gives it back as it is then.
   * @param by who did it, for people to read: `customer`, `system`, or an operator's name
   * @throws Problem `orders.not_possible` (409), which names the status
   */
  async move(tx: Tx, order: Order, event: OrderEvent, by: string, paidAt: Date | null = null): Promise<Order> {
    const to = orderStates.next(order.status, event);
    if (!to) throw new Problem(ordersProblems.not_possible, { meta: { status: order.status } });
    const [, changed]: [unknown, number] = await tx.query(
      'update orders set status = $3, paid_at = coalesce($4, paid_at) where id = $1 and status = $2',
      [order.id, order.status, to, paidAt],
    );
    if (changed !== 1) throw new Error(`The order ${order.id} was changed without its lock`);
    const moved = { ...order, status: to, paidAt: paidAt ?? order.paidAt };
    await this.note(tx, moved, newsOf[event], by, event === 'pay_late' ? { late: true } : {});
    return moved;
  }

  /** Tells of something that happened to the order: in its history, as `order.<news>`, and live. */
  async note(tx: Tx, order: Order, news: string, by: string, details: object = {}): Promise<void> {
    const { id, storeId, customerId, number, status, fulfilment, totalFen } = order;
    await tx.query('insert into orders_history (id, order_id, at, status, event, by) values ($1, $2, $3, $4, $5, $6)', [
      newId(),
      id,
      this.clock.now(),
      status,
      news,
      by,
    ]);
    await this.outbox.append(tx, `order.${news}`, { orderId: id, storeId, customerId, number, status, fulfilment, totalFen, ...details });
    await this.publish(tx, order);
  }

  /** Says live that the order changed; who listens loads it again. */
  async publish(tx: Tx, { id, storeId }: Pick<Order, 'id' | 'storeId'>): Promise<void> {
    const [data]: object[] = await tx.query(`select o.id, o.status, ${refundStatusSql} as "refundStatus" from orders o where o.id = $1`, [
      id,
    ]);
    for (const topic of [`order:${id}`, `orders:${storeId}`, 'orders:all']) await this.live.publish(tx, topic, data);
  }
}
