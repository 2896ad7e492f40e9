import { Module } from '@nestjs/common';
import { PaymentsModule } from '../payments/index.js';
import { ShippingAdminController } from './shipping.admin.controller.js';
import { ShippingBook } from './shipping-book.queries.js';
import { ShippingJobs } from './shipping.jobs.js';
import { ShippingQueries } from './shipping.queries.js';
import { ShippingReports } from './shipping.service.js';

@Module({
  imports: [PaymentsModule],
  controllers: [ShippingAdminController],
  providers: [ShippingBook, ShippingJobs, ShippingQueries, ShippingReports],
  exports: [ShippingBook],
})
export class ShippingModule {}
