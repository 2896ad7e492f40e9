export { ReconciliationModule } from './reconciliation.module.js';
export { KeptBills } from './reconciliation.queries.js';
