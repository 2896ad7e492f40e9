import { Controller, Get, Post, Res } from '@nestjs/common';
import {
  ApproveModerationCheck,
  ListModerationChecks,
  ModerationCheckView,
  ModerationCountView,
  pageOf,
  type PageOf,
  RefuseModerationCheck,
} from '@pailou/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { Problem } from '../../platform/http/problem.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { Storage } from '../../platform/storage/storage.js';
import { ModerationDesk } from './moderation-desk.service.js';
import { moderationProblems } from './moderation.errors.js';
import { ModerationQueries } from './moderation.queries.js';

@Controller('admin/moderation-checks')
export class ModerationAdminController {
  constructor(
    private readonly desk: ModerationDesk,
    private readonly queries: ModerationQueries,
    private readonly storage: Storage,
  ) {}

  @Get()
  @Operator('content:review')
  @Says('What customers wrote or uploaded, and what was thought of it, the newest first')
  @Answers(pageOf(ModerationCheckView))
  list(@ZQuery(ListModerationChecks) query: z.output<typeof ListModerationChecks>): Promise<PageOf<ModerationCheckView>> {
    return this.queries.list(query);
  }

  @Get('count')
  @Operator('content:review')
  @Says('How many wait for WeChat, and for a person')
  @Answers(ModerationCountView)
  count(): Promise<ModerationCountView> {
    return this.queries.count();
  }

  @Get(':id')
  @Operator('content:review')
  @Says('One check')
  @Answers(ModerationCheckView)
  one(@ZParam('id') id: string): Promise<ModerationCheckView> {
    return this.queries.one(id);
  }

  @Get(':id/picture')
  @Operator('content:review')
  @Says('The picture of a check')
  @Answers('image/webp')
  async picture(@ZParam('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.storage.read(await this.queries.pictureKey(id));
    if (!bytes) throw new Problem(moderationProblems.picture_not_found);
    await reply.type('image/webp').header('cache-control', 'private, max-age=86400, immutable').send(bytes);
  }

  @Post(':id/approve')
  @Operator('content:review')
  @Says('Show it to others')
  @Answers(ModerationCheckView)
  approve(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(ApproveModerationCheck) { reason }: z.output<typeof ApproveModerationCheck>,
  ): Promise<ModerationCheckView> {
    return this.desk.approve(caller, id, reason);
  }

  @Post(':id/refuse')
  @Operator('content:review')
  @Says('Do not show it to others, with a reason that its author reads')
  @Answers(ModerationCheckView)
  refuse(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(RefuseModerationCheck) { reason }: z.output<typeof RefuseModerationCheck>,
  ): Promise<ModerationCheckView> {
    return this.desk.refuse(caller, id, reason);
  }

  @Post(':id/undo')
  @Operator('content:review')
  @Says('Put back what an operator’s last decision changed')
  @Answers(ModerationCheckView)
  undo(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<ModerationCheckView> {
    return this.desk.undo(caller, id);
  }
}
