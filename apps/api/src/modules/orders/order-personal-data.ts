import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { PersonalData } from '../identity/index.js';
import { Payments } from '../payments/index.js';
import { ORDER } from './order-payable.service.js';
import { forget, OrdersQueries } from './orders.queries.js';

/** A customer's orders in their export; at their deletion the books stay, without whom they were for. */
@Injectable()
export class OrderPersonalData implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly queries: OrdersQueries,
    private readonly payments: Payments,
  ) {}

  onModuleInit(): void {
    this.personalData.contribute('orders', {
      export: (customerId) => this.queries.allOf(customerId),
      erase: async (tx: Tx, customerId) => this.payments.forgetPayers(tx, ORDER, await forget(tx, customerId)),
    });
  }
}
