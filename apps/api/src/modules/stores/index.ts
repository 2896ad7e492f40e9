export { StoresModule } from './stores.module.js';
export { StoreDirectory } from './store-directory.js';
export type { Store, StoreTable } from './store-directory.js';
export { businessDay, intervalFault, isOpen, knownTimeZone, openingState } from './store-hours.js';
export type { BusinessDay, OpeningState, StoreHours } from './store-hours.js';
