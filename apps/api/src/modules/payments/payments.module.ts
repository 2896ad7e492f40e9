import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { PaymentAlarms } from './payments-alarms.jobs.js';
import { PaymentBook } from './payments-book.queries.js';
import { Payables } from './payables.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsJobs } from './payments.jobs.js';
import { PaymentsLedger } from './payments-ledger.service.js';
import { PaymentsNotifications } from './payments-notifications.service.js';
import { PaymentsQueries } from './payments.queries.js';
import { Payments } from './payments.service.js';
import { PaymentsWechat } from './payments-wechat.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [PaymentsController],
  providers: [
    Payables,
    PaymentAlarms,
    PaymentBook,
    Payments,
    PaymentsJobs,
    PaymentsLedger,
    PaymentsNotifications,
    PaymentsQueries,
    PaymentsWechat,
  ],
  exports: [Payables, PaymentAlarms, PaymentBook, Payments],
})
export class PaymentsModule {}
