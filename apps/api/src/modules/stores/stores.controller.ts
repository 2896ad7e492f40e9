import { Controller, Get } from '@nestjs/common';
import { ListStorefrontStores, ScannedCode, StorefrontStore } from '@pailou/contracts';
import { z } from 'zod';
import { Public } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { StoresQueries } from './stores.queries.js';

@Controller('storefront')
export class StoresController {
  constructor(private readonly queries: StoresQueries) {}

  @Get('stores')
  @Public()
  @Says('Stores, the nearest first')
  @Answers(z.strictObject({ items: z.array(StorefrontStore) }))
  list(@ZQuery(ListStorefrontStores) place: z.output<typeof ListStorefrontStores>): Promise<{ items: StorefrontStore[] }> {
    return this.queries.near(place);
  }

  @Get('stores/:id')
  @Public()
  @Says('One store')
  @Answers(StorefrontStore)
  one(@ZParam('id') id: string): Promise<StorefrontStore> {
    return this.queries.storefrontStore(id);
  }

  @Get('codes/:scene')
  @Public()
  @Says('What a scanned code means')
  @Answers(ScannedCode)
  scanned(@ZParam('scene', z.string().min(1).max(32)) scene: string): Promise<ScannedCode> {
    return this.queries.scanned(scene);
  }
}
