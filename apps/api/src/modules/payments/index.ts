export { PaymentsModule } from './payments.module.js';
export { Payments } from './payments.service.js';
export { Payables } from './payables.js';
export type { PaidNews, Payable, PayableState, RefundNews } from './payables.js';
