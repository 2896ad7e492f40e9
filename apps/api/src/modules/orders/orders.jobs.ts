import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Cron, Job, Jobs } from '../../platform/jobs/jobs.js';
import { OrdersQueries } from './orders.queries.js';
import { OrdersService } from './orders.service.js';

@Injectable()
export class OrdersJobs {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly service: OrdersService,
    private readonly queries: OrdersQueries,
    private readonly clock: Clock,
  ) {}

  @Job('orders.expire')
  async expire({ orderId }: { orderId: string }): Promise<void> {
    await this.service.expire(orderId);
  }

  /** Finds unpaid orders whose job was lost or gave up. */
  @Cron('*/5 * * * *', 'orders.sweep')
  async sweep(): Promise<void> {
    const overdue = await this.queries.overdue(new Date(this.clock.now().getTime() - 2 * 60_000));
    await this.database.transaction(async (tx) => {
      for (const { id } of overdue) await this.jobs.add(tx, 'orders.expire', { orderId: id }, { jobKey: `orders.expire:${id}` });
    });
  }
}
