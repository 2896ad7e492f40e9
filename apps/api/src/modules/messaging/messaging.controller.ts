import { Controller, Get, Post } from '@nestjs/common';
import { AskView, SubscribeAnswers } from '@pailou/contracts';
import { CurrentCustomer, Customer, type CustomerCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZBody } from '../../platform/http/zod.pipe.js';
import { MessagingService } from './messaging.service.js';

@Controller('storefront/messages')
export class MessagingController {
  constructor(private readonly service: MessagingService) {}

  @Get('asks')
  @Customer()
  @Says('The templates to ask the customer for, at the tap that orders')
  @Answers(AskView)
  async asks(@CurrentCustomer() caller: CustomerCaller): Promise<AskView> {
    return { templateIds: await this.service.askable(caller.customerId) };
  }

  @Post('answers')
  @Customer()
  @Says('What the customer answered to wx.requestSubscribeMessage')
  @Answers(null, 204)
  answered(@CurrentCustomer() caller: CustomerCaller, @ZBody(SubscribeAnswers) answers: SubscribeAnswers): Promise<void> {
    return this.service.answered(caller.customerId, answers);
  }
}
