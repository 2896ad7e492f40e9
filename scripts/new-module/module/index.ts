export { __Names__Module } from './__names__.module.js';
