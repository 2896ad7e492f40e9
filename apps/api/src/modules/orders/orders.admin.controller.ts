import { Controller, Get, Post } from '@nestjs/common';
import { AdminOrderView, FiguresView, Id, ListAdminOrders, type PageOf, pageOf, RefundLimitsView, RefundOrder } from '@pailou/contracts';
import { z } from 'zod';
import { Clock } from '../../kernel/time.js';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { IdempotencyKey } from '../../platform/http/idempotency.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { CallerLanguage } from './orders.language.js';
import { type Language, OrdersQueries } from './orders.queries.js';
import { OrdersService } from './orders.service.js';

const FiguresInput = z.strictObject({
  storeId: Id.optional(),
  date: z.iso.date().optional().describe('a business day in each store’s own zone; absent: today, until now'),
});

@Controller('admin')
export class OrdersAdminController {
  constructor(
    private readonly service: OrdersService,
    private readonly queries: OrdersQueries,
    private readonly clock: Clock,
  ) {}

  @Get('orders')
  @Operator('orders:read')
  @Says('Orders of your stores, the newest first')
  @Answers(pageOf(AdminOrderView))
  list(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(ListAdminOrders) input: z.output<typeof ListAdminOrders>,
    @CallerLanguage() language: Language,
  ): Promise<PageOf<AdminOrderView>> {
    return this.queries.listOfStores(caller, input, language);
  }

  @Get('orders/:id')
  @Operator('orders:read')
  @Says('One order with its history and refunds')
  @Answers(AdminOrderView)
  one(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string, @CallerLanguage() language: Language): Promise<AdminOrderView> {
    return this.queries.ofStore(caller, id, language);
  }

  @Post('orders/:id/accept')
  @Operator('orders:handle')
  @Says('The store takes the order on')
  @Answers(AdminOrderView)
  async accept(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<AdminOrderView> {
    await this.service.handle(caller, id, 'accept');
    return this.queries.ofStore(caller, id, language);
  }

  @Post('orders/:id/ready')
  @Operator('orders:handle')
  @Says('It is made, and the customer is called')
  @Answers(AdminOrderView)
  async ready(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<AdminOrderView> {
    await this.service.handle(caller, id, 'ready');
    return this.queries.ofStore(caller, id, language);
  }

  @Post('orders/:id/complete')
  @Operator('orders:handle')
  @Says('It is in the hands of the customer')
  @Answers(AdminOrderView)
  async complete(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<AdminOrderView> {
    await this.service.handle(caller, id, 'complete');
    return this.queries.ofStore(caller, id, language);
  }

  @Post('orders/:id/take-back')
  @Operator('orders:handle')
  @Says('Take back the last of accept, ready and complete, within ten seconds')
  @Answers(AdminOrderView)
  async takeBack(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<AdminOrderView> {
    await this.service.takeBack(caller, id);
    return this.queries.ofStore(caller, id, language);
  }

  @Post('orders/:id/cancel')
  @Operator('orders:handle')
  @Says('Cancel an order that is not handed over; what was paid goes back')
  @Answers(AdminOrderView)
  async cancel(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<AdminOrderView> {
    await this.service.cancel(caller, id);
    return this.queries.ofStore(caller, id, language);
  }

  @Post('orders/:id/cash')
  @Operator('orders:handle')
  @Says('Record that the order was paid in cash at the counter')
  @Answers(AdminOrderView)
  async cash(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<AdminOrderView> {
    await this.service.cash(caller, id);
    return this.queries.ofStore(caller, id, language);
  }

  @Get('orders/:id/refund-limits')
  @Operator('orders:refund')
  @Says('How many refunds WeChat still takes of the order, and until when')
  @Answers(RefundLimitsView)
  refundLimits(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<RefundLimitsView> {
    return this.service.refundLimits(caller, id);
  }

  @Post('orders/:id/refunds')
  @Operator('orders:refund')
  @Says('Give back the money of some pieces, or of all that is left')
  @Answers(AdminOrderView)
  async refund(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @IdempotencyKey() key: string,
    @ZBody(RefundOrder) input: RefundOrder,
    @CallerLanguage() language: Language,
  ): Promise<AdminOrderView> {
    await this.service.refund(caller, id, key, input);
    return this.queries.ofStore(caller, id, language);
  }

  @Get('figures/today')
  @Operator('figures:read')
  @Says('A day in figures, against the same weekday a week before')
  @Answers(FiguresView)
  today(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(FiguresInput) { storeId, date }: z.output<typeof FiguresInput>,
  ): Promise<FiguresView> {
    return this.queries.day(caller, storeId, date, this.clock.now());
  }
}
