import { Module } from '@nestjs/common';
import { StoreCodeImages } from './store-code-images.js';
import { StoreDirectory } from './store-directory.js';
import { StoresAdminController } from './stores.admin.controller.js';
import { StoresController } from './stores.controller.js';
import { StoresQueries } from './stores.queries.js';
import { StoresService } from './stores.service.js';

@Module({
  controllers: [StoresController, StoresAdminController],
  providers: [StoresQueries, StoresService, StoreCodeImages, StoreDirectory],
  exports: [StoreDirectory],
})
export class StoresModule {}
