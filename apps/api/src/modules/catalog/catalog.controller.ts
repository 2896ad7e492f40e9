import { Controller, Get, Res } from '@nestjs/common';
import { Id, ListStorefrontProducts, MenuView, pageOf, StorefrontProduct } from '@pailou/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { CatalogQueries } from './catalog.queries.js';

const AtStore = z.strictObject({ storeId: Id.optional() });
const json = 'application/json; charset=utf-8';

/** What customers read all the time: the text that PostgreSQL made goes straight to the socket. */
@Controller('storefront')
export class CatalogController {
  constructor(private readonly queries: CatalogQueries) {}

  @Get('stores/:storeId/menu')
  @Public()
  @Says('The whole menu of a store')
  @Answers(MenuView)
  async menu(@ZParam('storeId') storeId: string, @Res() reply: FastifyReply): Promise<void> {
    await reply.type(json).send(await this.queries.menu(storeId));
  }

  @Get('products')
  @Public()
  @Says('Products of a store; `q` finds words and part words in both languages')
  @Answers(pageOf(StorefrontProduct))
  async list(@ZQuery(ListStorefrontProducts) query: z.output<typeof ListStorefrontProducts>, @Res() reply: FastifyReply): Promise<void> {
    await reply.type(json).send(await this.queries.storefrontList(query));
  }

  @Get('products/:id')
  @Public()
  @Says('One product, as a store shows it')
  @Answers(StorefrontProduct)
  async one(@ZParam('id') id: string, @ZQuery(AtStore) { storeId }: z.output<typeof AtStore>, @Res() reply: FastifyReply): Promise<void> {
    await reply.type(json).send(await this.queries.storefrontProduct(id, storeId));
  }
}
