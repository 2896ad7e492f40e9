import { Injectable } from '@nestjs/common';
import type { AddressView, CustomerView, PageOf } from '@pailou/contracts';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { identityProblems } from './identity.errors.js';

@Injectable()
export class IdentityQueries {
  constructor(private readonly database: Database) {}

  /** Throws `identity.not_found` (404), also for a customer who was deleted. */
  async customer(id: string): Promise<CustomerView> {
    const [row] = await this.database.query<CustomerView>(
      'identity.customer',
      `select ${columns} from customers c where c.id = $1 and c.deleted_at is null`,
      [id],
    );
    if (!row) throw new Problem(identityProblems.not_found);
    return row;
  }

  /** Whether the customer is still here: asked for each request with a token. */
  async exists(id: string): Promise<boolean> {
    const rows = await this.database.query('identity.exists', 'select from customers where id = $1 and deleted_at is null', [id]);
    return rows.length === 1;
  }

  /** Newest first; `q` is part of a nickname or of a phone number. */
  async customers({
    cursor,
    limit,
    q,
  }: {
    cursor?: string | undefined;
    limit: number;
    q?: string | undefined;
  }): Promise<PageOf<CustomerView>> {
    const after = decodeCursor(cursor, ['instant', 'id']);
    const rows = await this.database.find<CustomerView & { at: string }>(customersSql, [
      q ? likePattern(q) : null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ]);
    const { items, nextCursor } = page(rows, limit, (row) => [row.at, row.id]);
    return { items: items.map(({ at: _, ...customer }) => customer), nextCursor };
  }

  /** The default first. */
  async addresses(customerId: string): Promise<AddressView[]> {
    return this.database.query<AddressView>('identity.addresses', addressesSql, [customerId]);
  }

  /** What identity itself keeps of a customer, for their export. */
  async own(customerId: string): Promise<object> {
    const [row] = await this.database.query<{ own: object }>('identity.own', ownSql, [customerId]);
    return row?.own ?? {};
  }
}

/** What the customer types stands for itself, also `%` and `_`. */
const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const columns = `
  c.id, c.nickname, c.avatar_url as "avatarUrl", c.phone_number as "phoneNumber", c.locale, c.privacy_version as "privacyVersion", ${iso('c.created_at')} as "createdAt"`;

const customersSql = `
  select ${columns}, c.created_at::text as at from customers c
   where c.deleted_at is null
     and ($1::text is null or c.nickname ilike $1 or c.phone_number like $1)
     and ($2::timestamptz is null or (c.created_at, c.id) < ($2, $3::uuid))
   order by c.created_at desc, c.id desc limit $4`;

const addressesSql = `
  select id, name, phone, region, detail, is_default as "isDefault"
    from customers_addresses where customer_id = $1 order by is_default desc, created_at, id`;

const ownSql = `
  select json_build_object(
    'identities', (select coalesce(json_agg(json_build_object('provider', i.provider, 'appid', i.appid, 'openid', i.openid, 'unionid', i.unionid, 'since', i.created_at)), '[]') from customers_identities i where i.customer_id = $1),
    'consents', (select coalesce(json_agg(json_build_object('version', v.version, 'givenAt', v.given_at) order by v.given_at), '[]') from customers_consents v where v.customer_id = $1)
  ) as own`;
