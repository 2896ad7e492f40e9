import { Module } from '@nestjs/common';
import { StoresModule } from '../stores/index.js';
import { CatalogPricing } from './catalog-pricing.js';
import { CatalogStock } from './catalog-stock.js';
import { CatalogTransfer } from './catalog-transfer.service.js';
import { CatalogAdminController } from './catalog.admin.controller.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogQueries } from './catalog.queries.js';
import { CatalogService } from './catalog.service.js';
import { ProductWriter } from './product-writer.js';

@Module({
  imports: [StoresModule],
  controllers: [CatalogController, CatalogAdminController],
  providers: [CatalogPricing, CatalogQueries, CatalogService, CatalogStock, CatalogTransfer, ProductWriter],
  exports: [CatalogPricing, CatalogStock],
})
export class CatalogModule {}
