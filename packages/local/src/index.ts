export * from './postgres.js';
export * from './ports.js';
export * from './secrets.js';
export * from './start.js';
