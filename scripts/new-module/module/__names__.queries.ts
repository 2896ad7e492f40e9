import { Injectable } from '@nestjs/common';
import type { __Name__View, List__Names__, PageOf } from '@pailou/contracts';
import type { z } from 'zod';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { __names_camel__Problems } from './__names__.errors.js';

@Injectable()
export class __Names__Queries {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async list({ cursor, limit }: z.output<typeof List__Names__>): Promise<PageOf<__Name__View>> {
    const after = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const rows = await this.database.query<__Name__View>(
      '__names_snake__.list',
      'select id, name, created_at as "createdAt" from __names_snake__ where ($1::uuid is null or id < $1) order by id desc limit $2',
      [after, limit + 1],
    );
    return page(rows, limit, (row) => [row.id]);
  }

  /** Throws `__names_snake__.not_found` (404). */
  async one(id: string): Promise<__Name__View> {
    const [row] = await this.database.query<__Name__View>(
      '__names_snake__.one',
      'select id, name, created_at as "createdAt" from __names_snake__ where id = $1',
      [id],
    );
    if (!row) throw new Problem(__names_camel__Problems.not_found);
    return row;
  }
}
