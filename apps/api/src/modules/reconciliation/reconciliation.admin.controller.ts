import { Controller, Get, Post } from '@nestjs/common';
import {
  BillDayView,
  BillRowView,
  CloseMoneyTask,
  ListBillDays,
  ListBillRows,
  ListMoneyTasks,
  MoneyAlarmsView,
  MoneyTaskView,
  type PageOf,
  pageOf,
} from '@pailou/contracts';
import { z } from 'zod';
import { CurrentOperator, mustSeeAllStores, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { PaymentAlarms } from '../payments/index.js';
import { ReconciliationQueries } from './reconciliation.queries.js';
import { Reconciliation } from './reconciliation.service.js';

@Controller('admin/reconciliation')
export class ReconciliationAdminController {
  constructor(
    private readonly service: Reconciliation,
    private readonly queries: ReconciliationQueries,
    private readonly paymentAlarms: PaymentAlarms,
  ) {}

  @Get('alarms')
  @Operator('payments:reconcile')
  @Says('What about money somebody should see now')
  @Answers(MoneyAlarmsView)
  async alarms(@CurrentOperator() caller: OperatorCaller): Promise<MoneyAlarmsView> {
    mustSeeAllStores(caller);
    return { notices: await this.paymentAlarms.standing(), ...(await this.queries.alarms()) };
  }

  @Get('days')
  @Operator('payments:reconcile')
  @Says('Days of the merchant’s bills against our books, the newest first')
  @Answers(pageOf(BillDayView))
  days(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(ListBillDays) query: z.output<typeof ListBillDays>,
  ): Promise<PageOf<BillDayView>> {
    mustSeeAllStores(caller);
    return this.queries.days(query);
  }

  @Post('days/:day/fetch')
  @Operator('payments:reconcile')
  @Says('Ask WeChat for the bills of a day once more')
  @Answers(null, 204)
  fetch(@CurrentOperator() caller: OperatorCaller, @ZParam('day', z.string().max(40)) day: string): Promise<void> {
    return this.service.fetchAgain(caller, day);
  }

  @Get('rows')
  @Operator('payments:reconcile')
  @Says('Rows of the bills as they were kept')
  @Answers(pageOf(BillRowView))
  rows(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(ListBillRows) query: z.output<typeof ListBillRows>,
  ): Promise<PageOf<BillRowView>> {
    mustSeeAllStores(caller);
    return this.queries.rows(query);
  }

  @Get('tasks')
  @Operator('payments:reconcile')
  @Says('Differences of money, the newest first')
  @Answers(pageOf(MoneyTaskView))
  tasks(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(ListMoneyTasks) query: z.output<typeof ListMoneyTasks>,
  ): Promise<PageOf<MoneyTaskView>> {
    mustSeeAllStores(caller);
    return this.queries.tasks(query);
  }

  @Post('tasks/:id/close')
  @Operator('payments:reconcile')
  @Says('Close a difference with a reason')
  @Answers(null, 204)
  close(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(CloseMoneyTask) { reason }: z.output<typeof CloseMoneyTask>,
  ): Promise<void> {
    return this.service.close(caller, id, reason);
  }

  @Post('tasks/:id/reopen')
  @Operator('payments:reconcile')
  @Says('Take a closed difference up again')
  @Answers(null, 204)
  reopen(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<void> {
    return this.service.reopen(caller, id);
  }
}
