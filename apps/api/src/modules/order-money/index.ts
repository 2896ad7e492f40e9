export { OrderMoneyModule } from './order-money.module.js';
