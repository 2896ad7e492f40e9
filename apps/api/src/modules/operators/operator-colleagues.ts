import { Injectable } from '@nestjs/common';
import type { Permission } from '@pailou/contracts';
import { Database } from '../../platform/database/database.js';

/** Who works here, for other capabilities. */
@Injectable()
export class Colleagues {
  constructor(private readonly database: Database) {}

  /** Those who may do this now, by name; nobody whose door is closed. */
  async with(permission: Permission): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      'operators.colleagues',
      `select o.id, o.name from operators o join operators_roles r on r.id = o.role_id
        where o.disabled_at is null and $1 = any (r.permissions) order by o.name, o.id`,
      [permission],
    );
  }
}
