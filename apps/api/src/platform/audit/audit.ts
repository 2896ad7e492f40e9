import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { OperatorCaller } from '../auth/callers.js';
import type { Tx } from '../database/database.js';

/** What each operator changed, kept with the change itself. */
@Injectable()
export class Audit {
  /**
   * @param action what was done, such as `orders.refund`
   * @param before the changed part as it was, or null when it was made now
   * @param after the changed part as it is, or null when it is gone
   */
  async record(
    tx: Tx,
    caller: OperatorCaller,
    action: string,
    entityType: string,
    entityId: string,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
    await tx.query(
      'insert into audit_log (id, operator_id, operator_name, action, entity_type, entity_id, before, after) values ($1,$2,$3,$4,$5,$6,$7,$8)',
      [newId(), caller.operatorId, caller.name, action, entityType, entityId, json(before), json(after)],
    );
  }
}
