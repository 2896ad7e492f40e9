export { CatalogModule } from './catalog.module.js';
export { CatalogStock } from './catalog-stock.js';
export type { StockLine } from './catalog-stock.js';
export { CatalogPricing } from './catalog-pricing.js';
export type { PricedGroup, PricedModifier, PricedVariant, PriceBook } from './catalog-pricing.js';
