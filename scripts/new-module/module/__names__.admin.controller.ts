import { Controller, Get, Post } from '@nestjs/common';
import { Create__Name__, List__Names__, __Name__View, type PageOf, pageOf } from '@pailou/contracts';
import type { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { __Names__Queries } from './__names__.queries.js';
import { __Names__Service } from './__names__.service.js';

@Controller('admin/__names__')
export class __Names__AdminController {
  constructor(
    private readonly service: __Names__Service,
    private readonly queries: __Names__Queries,
  ) {}

  @Get()
  @Operator('settings:write')
  @Says('All of them, the newest first')
  @Answers(pageOf(__Name__View))
  list(@ZQuery(List__Names__) query: z.output<typeof List__Names__>): Promise<PageOf<__Name__View>> {
    return this.queries.list(query);
  }

  @Get(':id')
  @Operator('settings:write')
  @Says('One of them')
  @Answers(__Name__View)
  one(@ZParam('id') id: string): Promise<__Name__View> {
    return this.queries.one(id);
  }

  @Post()
  @Operator('settings:write')
  @Says('Make one')
  @Answers(__Name__View, 201)
  create(@CurrentOperator() caller: OperatorCaller, @ZBody(Create__Name__) input: Create__Name__): Promise<__Name__View> {
    return this.service.create(caller, input);
  }
}
