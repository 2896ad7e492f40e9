import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/index.js';
import { PaymentsModule } from '../payments/index.js';
import { ReconciliationModule } from '../reconciliation/index.js';
import { ShippingModule } from '../shipping/index.js';
import { OrderMoneyAdminController } from './order-money.admin.controller.js';
import { OrderMoney } from './order-money.queries.js';

@Module({
  imports: [OrdersModule, PaymentsModule, ReconciliationModule, ShippingModule],
  controllers: [OrderMoneyAdminController],
  providers: [OrderMoney],
})
export class OrderMoneyModule {}
