import { Injectable, type OnModuleInit } from '@nestjs/common';
import { seesStore } from '../../platform/auth/callers.js';
import { LiveTopics } from '../../platform/live/live-topics.js';
import { OrdersQueries } from './orders.queries.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who may hear of orders live: `order:<id>` its customer and its store, `orders:<storeId>` the store, `orders:all` who sees every store. */
@Injectable()
export class OrderTopics implements OnModuleInit {
  constructor(
    private readonly topics: LiveTopics,
    private readonly queries: OrdersQueries,
  ) {}

  onModuleInit(): void {
    this.topics.allow('order', async (caller, id) => {
      const order = uuid.test(id) ? await this.queries.whose(id) : undefined;
      if (!order) return false;
      return caller.kind === 'customer'
        ? order.customerId === caller.customerId
        : caller.permissions.has('orders:read') && seesStore(caller, order.storeId);
    });
    this.topics.allow(
      'orders',
      (caller, rest) =>
        caller.kind === 'operator' &&
        caller.permissions.has('orders:read') &&
        (rest === 'all' ? caller.storeIds === 'all' : seesStore(caller, rest)),
    );
  }
}
