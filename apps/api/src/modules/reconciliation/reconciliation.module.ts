import { Module } from '@nestjs/common';
import { PaymentsModule } from '../payments/index.js';
import { ShippingModule } from '../shipping/index.js';
import { ReconciliationAdminController } from './reconciliation.admin.controller.js';
import { ReconciliationIntake } from './reconciliation-intake.service.js';
import { ReconciliationJobs } from './reconciliation.jobs.js';
import { ReconciliationListeners } from './reconciliation.listeners.js';
import { ReconciliationMatching } from './reconciliation-matching.service.js';
import { KeptBills, ReconciliationQueries } from './reconciliation.queries.js';
import { Reconciliation } from './reconciliation.service.js';

@Module({
  imports: [PaymentsModule, ShippingModule],
  controllers: [ReconciliationAdminController],
  providers: [
    KeptBills,
    Reconciliation,
    ReconciliationIntake,
    ReconciliationJobs,
    ReconciliationListeners,
    ReconciliationMatching,
    ReconciliationQueries,
  ],
  exports: [KeptBills],
})
export class ReconciliationModule {}
