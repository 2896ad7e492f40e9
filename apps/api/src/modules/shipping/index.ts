export { ShippingModule } from './shipping.module.js';
export { type ReportStory, ShippingBook } from './shipping-book.queries.js';
