import { Controller, Get, Post } from '@nestjs/common';
import { HandleShippingReport, ListShippingReports, MoneyWaitingView, pageOf, type PageOf, ShippingReportView } from '@pailou/contracts';
import type { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { ShippingQueries } from './shipping.queries.js';
import { ShippingReports } from './shipping.service.js';

@Controller('admin/shipping-reports')
export class ShippingAdminController {
  constructor(
    private readonly reports: ShippingReports,
    private readonly queries: ShippingQueries,
  ) {}

  @Get()
  @Operator('shipping:handle')
  @Says('What WeChat was told of orders that were handed over, the newest first')
  @Answers(pageOf(ShippingReportView))
  list(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(ListShippingReports) query: z.output<typeof ListShippingReports>,
  ): Promise<PageOf<ShippingReportView>> {
    return this.queries.list(caller, query);
  }

  @Get('money')
  @Operator('shipping:handle')
  @Says('Money that WeChat holds')
  @Answers(MoneyWaitingView)
  money(@CurrentOperator() caller: OperatorCaller): Promise<MoneyWaitingView> {
    return this.queries.waiting(caller);
  }

  @Post(':id/retry')
  @Operator('shipping:handle')
  @Says('Report once more what failed')
  @Answers(null, 204)
  retry(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<void> {
    return this.reports.retry(caller, id);
  }

  @Post(':id/handle')
  @Operator('shipping:handle')
  @Says('Put aside what failed, with a reason')
  @Answers(null, 204)
  handle(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(HandleShippingReport) { reason }: z.output<typeof HandleShippingReport>,
  ): Promise<void> {
    return this.reports.handle(caller, id, reason);
  }
}
