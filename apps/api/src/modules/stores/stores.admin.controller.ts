import { Controller, Delete, Get, Patch, Post, Res } from '@nestjs/common';
import { CodeView, CreateCode, StoreInput, StoreView, type UpdateStore } from '@pailou/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { patchOf } from '../../platform/http/patch-of.js';
import { ZBody, ZParam } from '../../platform/http/zod.pipe.js';
import { StoreCodeImages } from './store-code-images.js';
import { StoresQueries } from './stores.queries.js';
import { mustSee, StoresService } from './stores.service.js';

@Controller('admin/stores')
export class StoresAdminController {
  constructor(
    private readonly service: StoresService,
    private readonly queries: StoresQueries,
    private readonly images: StoreCodeImages,
  ) {}

  @Get()
  @Operator('stores:read')
  @Says('The stores that one may see')
  @Answers(z.array(StoreView))
  list(@CurrentOperator() caller: OperatorCaller): Promise<StoreView[]> {
    return this.queries.list(caller.storeIds);
  }

  @Post()
  @Operator('stores:write')
  @Says('Open a store')
  @Answers(StoreView, 201)
  create(@CurrentOperator() caller: OperatorCaller, @ZBody(StoreInput) input: StoreInput): Promise<StoreView> {
    return this.service.create(caller, input);
  }

  @Get(':id')
  @Operator('stores:read')
  @Says('One store, whole')
  @Answers(StoreView)
  one(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<StoreView> {
    mustSee(caller, id);
    return this.queries.view(id);
  }

  @Patch(':id')
  @Operator('stores:write')
  @Says('Change the fields that are sent')
  @Answers(StoreView)
  update(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(patchOf(StoreInput)) changes: UpdateStore,
  ): Promise<StoreView> {
    return this.service.update(caller, id, changes);
  }

  @Get(':id/codes')
  @Operator('stores:read')
  @Says('Door, shelf and table codes')
  @Answers(z.array(CodeView))
  async codes(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<CodeView[]> {
    mustSee(caller, id);
    await this.queries.view(id);
    return this.queries.codes(id);
  }

  @Post(':id/codes')
  @Operator('stores:write')
  @Says('Make a code with a new scene')
  @Answers(CodeView, 201)
  createCode(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string, @ZBody(CreateCode) input: CreateCode): Promise<CodeView> {
    return this.service.createCode(caller, id, input);
  }

  @Delete(':id/codes/:codeId')
  @Operator('stores:write')
  @Says('Take a code out of use for good')
  @Answers(null, 204)
  deleteCode(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string, @ZParam('codeId') codeId: string): Promise<void> {
    return this.service.deleteCode(caller, id, codeId);
  }

  @Get(':id/codes/:codeId/image')
  @Operator('stores:read')
  @Says('The mini-program code as a picture')
  @Answers('image/jpeg')
  async image(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZParam('codeId') codeId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    mustSee(caller, id);
    const image = await this.images.image(id, codeId);
    await reply.header('content-type', image.contentType).header('cache-control', 'private, max-age=86400').send(image.bytes);
  }
}
