export * from './common.js';
export * from './identity.js';
export * from './operators.js';
export * from './stores.js';
export * from './catalog.js';
export * from './orders.js';
export * from './messaging.js';
export * from './going-live.js';
