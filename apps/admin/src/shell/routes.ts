/** Every capability's pages; the order here is the order in the navigation. */
import type { RouteRecordRaw } from 'vue-router';
import { routes as catalog } from '../features/catalog/routes';
import { routes as figures, today } from '../features/figures/routes';
import { routes as operators } from '../features/operators/routes';
import { routes as orders } from '../features/orders/routes';
import { routes as stores } from '../features/stores/routes';

export const routes: RouteRecordRaw[] = [...today, ...orders, ...catalog, ...stores, ...figures, ...operators];
