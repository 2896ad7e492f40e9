import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';

/**
 * The ledger of one-time permissions, since WeChat cannot be asked. A phone's report and WeChat's event tell of the same
 * tap, in any order, and either may be lost: the larger of both counts holds.
 */
@Injectable()
export class MessageGrants {
  constructor(private readonly clock: Clock) {}

  /** One more permission, as the phone (`reported`) or WeChat's event (`pushed`) says. */
  async accept(tx: Tx, customerId: string, templateId: string, by: 'reported' | 'pushed'): Promise<void> {
    await tx.query(
      `insert into messaging_grants as g (customer_id, template_id, ${by}, updated_at) values ($1, $2, 1, $3)
       on conflict (customer_id, template_id) do update set ${by} = g.${by} + 1, updated_at = $3`,
      [customerId, templateId, this.clock.now()],
    );
  }

  /** Takes one; false when none is left. */
  async spend(tx: Tx, customerId: string, templateId: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await tx.query(
      'update messaging_grants set spent = spent + 1, updated_at = $3 where customer_id = $1 and template_id = $2 and greatest(reported, pushed) > spent',
      [customerId, templateId, this.clock.now()],
    );
    return changed === 1;
  }

  /** Gives one back: the message surely did not go out. */
  async giveBack(tx: Tx, customerId: string, templateId: string): Promise<void> {
    await tx.query(
      'update messaging_grants set spent = spent - 1, updated_at = $3 where customer_id = $1 and template_id = $2 and spent > 0',
      [customerId, templateId, this.clock.now()],
    );
  }

  /** None is left, whatever we thought: WeChat said 43101, or the customer switched the messages off. */
  async none(tx: Tx, customerId: string, templateId: string): Promise<void> {
    await tx.query(
      'update messaging_grants set reported = 0, pushed = 0, spent = 0, updated_at = $3 where customer_id = $1 and template_id = $2',
      [customerId, templateId, this.clock.now()],
    );
  }
}
