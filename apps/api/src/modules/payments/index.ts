export { PaymentsModule } from './payments.module.js';
export { Payments } from './payments.service.js';
export { Payables } from './payables.js';
export type { PaidNews, Payable, PayableState, RefundNews } from './payables.js';
export { type Alarm, PaymentAlarms } from './payments-alarms.jobs.js';
export { type AttemptStory, type BookedPayment, type BookedRefund, PaymentBook } from './payments-book.queries.js';
