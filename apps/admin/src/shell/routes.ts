/** Every capability's pages; the order here is the order in the navigation. */
import type { RouteRecordRaw } from 'vue-router';
import { routes as audit } from '../features/audit/routes';
import { routes as catalog } from '../features/catalog/routes';
import { routes as conversations, settings as conversationSettings } from '../features/conversations/routes';
import { routes as customers } from '../features/customers/routes';
import { routes as figures, today } from '../features/figures/routes';
import { routes as goingLive } from '../features/going-live/routes';
import { routes as messaging } from '../features/messaging/routes';
import { routes as moderation } from '../features/moderation/routes';
import { routes as operators } from '../features/operators/routes';
import { routes as orders } from '../features/orders/routes';
import { routes as orderMoney } from '../features/order-money/routes';
import { routes as reconciliation } from '../features/reconciliation/routes';
import { routes as settings } from '../features/settings/routes';
import { routes as shipping } from '../features/shipping/routes';
import { routes as stores } from '../features/stores/routes';

export const routes: RouteRecordRaw[] = [
  ...today,
  ...orders,
  ...conversations,
  ...catalog,
  ...stores,
  ...customers,
  ...moderation,
  ...messaging,
  ...figures,
  ...reconciliation,
  ...orderMoney,
  ...shipping,
  ...operators,
  ...audit,
  ...conversationSettings,
  ...goingLive,
  ...settings,
];
