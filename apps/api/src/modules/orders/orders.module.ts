import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { IdentityModule } from '../identity/index.js';
import { MessagingModule } from '../messaging/index.js';
import { PaymentsModule } from '../payments/index.js';
import { StoresModule } from '../stores/index.js';
import { OrderAccounts } from './order-account.queries.js';
import { OrderBook } from './order-book.service.js';
import { OrderPayable } from './order-payable.service.js';
import { OrderPersonalData } from './order-personal-data.js';
import { OrderQuotes } from './order-quotes.service.js';
import { OrderSubmission } from './order-submission.service.js';
import { OrderTopics } from './order-topics.js';
import { OrdersAdminController } from './orders.admin.controller.js';
import { OrdersController } from './orders.controller.js';
import { OrdersJobs } from './orders.jobs.js';
import { OrderMessages } from './orders.messages.js';
import { OrdersQueries } from './orders.queries.js';
import { OrdersService } from './orders.service.js';

@Module({
  imports: [CatalogModule, IdentityModule, MessagingModule, PaymentsModule, StoresModule],
  controllers: [OrdersController, OrdersAdminController],
  providers: [
    OrderAccounts,
    OrderBook,
    OrderMessages,
    OrderPayable,
    OrderPersonalData,
    OrderQuotes,
    OrderSubmission,
    OrderTopics,
    OrdersJobs,
    OrdersQueries,
    OrdersService,
  ],
  exports: [OrderAccounts],
})
export class OrdersModule {}
