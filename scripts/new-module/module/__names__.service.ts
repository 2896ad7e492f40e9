import { Injectable } from '@nestjs/common';
import type { Create__Name__, __Name__View } from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { Database } from '../../platform/database/database.js';
import { __Names__Queries } from './__names__.queries.js';

/** Commands: one method, one use case, one transaction with its line in the audit. */
@Injectable()
export class __Names__Service {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly queries: __Names__Queries,
  ) {}

  async create(caller: OperatorCaller, input: Create__Name__): Promise<__Name__View> {
    const id = newId();
    await this.database.transaction(async (tx) => {
      await tx.query('insert into __names_snake__ (id, name, created_at) values ($1, $2, $3)', [id, input.name, this.clock.now()]);
      await this.audit.record(tx, caller, '__names_snake__.create', '__name_snake__', id, null, input);
    });
    return this.queries.one(id);
  }
}
