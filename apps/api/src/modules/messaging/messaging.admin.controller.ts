import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import {
  AccountTemplate,
  ListMessages,
  MapTemplate,
  MessageGrantView,
  MessageKindView,
  MessageView,
  MessagingSettings,
  pageOf,
  type PageOf,
} from '@pailou/contracts';
import { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { MessagingQueries } from './messaging.queries.js';
import { MessagingService } from './messaging.service.js';

const Name = z.string().max(40);

@Controller('admin/messages')
export class MessagingAdminController {
  constructor(
    private readonly service: MessagingService,
    private readonly queries: MessagingQueries,
  ) {}

  @Get()
  @Operator('customers:read')
  @Says('Messages to customers with their results, the newest first')
  @Answers(pageOf(MessageView))
  list(@ZQuery(ListMessages) query: z.output<typeof ListMessages>): Promise<PageOf<MessageView>> {
    return this.service.list(query);
  }

  @Get('grants/:customerId')
  @Operator('customers:read')
  @Says('How many messages of each kind a customer may still be sent')
  @Answers(z.array(MessageGrantView))
  grants(@ZParam('customerId') customerId: string): Promise<MessageGrantView[]> {
    return this.service.grants(customerId);
  }

  @Get('kinds')
  @Operator('settings:write')
  @Says('The kinds of messages and the template of each')
  @Answers(z.array(MessageKindView))
  kinds(): Promise<MessageKindView[]> {
    return this.service.views();
  }

  @Post('kinds/match')
  @Operator('settings:write')
  @Says('Look among the account’s templates for those that suit')
  @Answers(z.array(MessageKindView), 200)
  match(@CurrentOperator() caller: OperatorCaller): Promise<MessageKindView[]> {
    return this.service.match(caller);
  }

  @Put('kinds/:kind')
  @Operator('settings:write')
  @Says('Set the template of a kind of message')
  @Answers(null, 204)
  map(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('kind', Name) kind: string,
    @ZBody(MapTemplate) input: MapTemplate,
  ): Promise<void> {
    return this.service.map(caller, kind, input);
  }

  @Delete('kinds/:kind')
  @Operator('settings:write')
  @Says('Stop sending a kind of message')
  @Answers(null, 204)
  unmap(@CurrentOperator() caller: OperatorCaller, @ZParam('kind', Name) kind: string): Promise<void> {
    return this.service.unmap(caller, kind);
  }

  @Get('templates')
  @Operator('settings:write')
  @Says('The account’s own templates, as WeChat has them now')
  @Answers(z.array(AccountTemplate))
  templates(): Promise<AccountTemplate[]> {
    return this.service.accountTemplates();
  }

  @Get('settings')
  @Operator('settings:write')
  @Says('Quiet hours')
  @Answers(MessagingSettings)
  settings(): Promise<MessagingSettings> {
    return this.queries.settings();
  }

  @Put('settings')
  @Operator('settings:write')
  @Says('Change the quiet hours')
  @Answers(null, 204)
  change(@CurrentOperator() caller: OperatorCaller, @ZBody(MessagingSettings) settings: MessagingSettings): Promise<void> {
    return this.service.change(caller, settings);
  }
}
