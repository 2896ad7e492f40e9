export { OrdersModule } from './orders.module.js';
export { type OrderAccount, OrderAccounts } from './order-account.queries.js';
export { CallerLanguage } from './orders.language.js';
