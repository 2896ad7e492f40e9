/** Everything that can be found by its words; the order here is the order in the answer. */
import type { SearchSource } from '../lib/search';
import { search as catalog } from '../features/catalog/search';
import { search as customers } from '../features/customers/search';
import { search as operators } from '../features/operators/search';
import { search as orders } from '../features/orders/search';
import { search as stores } from '../features/stores/search';

export const sources: readonly SearchSource[] = [orders, catalog, customers, stores, operators];
