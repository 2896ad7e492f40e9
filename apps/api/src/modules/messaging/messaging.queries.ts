import { Injectable } from '@nestjs/common';
import type { ListMessages, MapTemplate, MessageGrantView, MessageView, MessagingSettings, PageOf, TemplateField } from '@pailou/contracts';
import type { z } from 'zod';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { Database, type Tx } from '../../platform/database/database.js';

/** How many permissions are left. */
export const leftSql = 'greatest(reported, pushed) - spent';

export interface Message {
  id: string;
  kind: string;
  customerId: string | null;
  values: Record<string, string>;
  page: string;
  status: string;
  templateId: string | null;
  tries: number;
  createdAt: Date;
}

@Injectable()
export class MessagingQueries {
  constructor(private readonly database: Database) {}

  async templates(): Promise<(MapTemplate & { kind: string })[]> {
    return this.database.query(
      'messaging.templates',
      'select kind, template_id as "templateId", title as "templateTitle", fields from messaging_templates',
    );
  }

  async settings(): Promise<MessagingSettings> {
    const [row] = await this.database.query<MessagingSettings>(
      'messaging.settings',
      'select quiet_from as "quietFrom", quiet_to as "quietTo", time_zone as "timeZone" from messaging_settings',
    );
    if (!row) throw new Error('The row of messaging_settings is gone');
    return row;
  }

  /** The newest first. */
  async list({ cursor, limit, status, kind, customerId }: z.output<typeof ListMessages>): Promise<PageOf<Omit<MessageView, 'title'>>> {
    const after = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const rows = await this.database.find<Omit<MessageView, 'title'>>(
      `select m.id, m.kind, m.subject, m.customer_id as "customerId", c.nickname as "customerName", m.status, m.reason, m.data, m.created_at as "createdAt", m.sent_at as "sentAt"
         from messaging_messages m left join customers c on c.id = m.customer_id
        where ($1::uuid is null or m.id < $1) and ($2::text is null or m.status = $2) and ($3::text is null or m.kind = $3) and ($5::uuid is null or m.customer_id = $5)
        order by m.id desc limit $4`,
      [after, status ?? null, kind ?? null, limit + 1, customerId ?? null],
    );
    return page(rows, limit, (row) => [row.id]);
  }

  /** Which of these templates the customer may be asked for, those with fewest permissions left first. */
  async askable(customerId: string, templateIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'messaging.askable',
      `select t.id from unnest($2::text[]) with ordinality as t (id, position)
         left join messaging_grants g on g.customer_id = $1 and g.template_id = t.id
        order by coalesce(${leftSql}, 0), t.position limit 3`,
      [customerId, templateIds],
    );
    return rows.map(({ id }) => id);
  }

  /** What is left of each mapped template, by kind. */
  async grants(customerId: string): Promise<Omit<MessageGrantView, 'title'>[]> {
    return this.database.query(
      'messaging.grants',
      `select t.kind, t.title as "templateTitle", coalesce(${leftSql}, 0) as left, coalesce(greatest(g.reported, g.pushed), 0) as given, coalesce(g.spent, 0) as spent,
              to_char(g.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"
         from messaging_templates t left join messaging_grants g on g.customer_id = $1 and g.template_id = t.template_id order by t.kind`,
      [customerId],
    );
  }

  async ofCustomer(customerId: string): Promise<unknown[]> {
    return this.database.query(
      'messaging.of_customer',
      'select kind, subject, data, status, created_at as "createdAt", sent_at as "sentAt" from messaging_messages where customer_id = $1 order by id',
      [customerId],
    );
  }
}

/** A message, locked. */
export async function lockMessage(tx: Tx, id: string): Promise<Message | undefined> {
  const [row]: Message[] = await tx.query(
    'select id, kind, customer_id as "customerId", values, page, status, template_id as "templateId", tries, created_at as "createdAt" from messaging_messages where id = $1 for update',
    [id],
  );
  return row;
}

/** The template of a kind as it is mapped now. */
export async function templateOf(tx: Tx, kind: string): Promise<{ templateId: string; fields: TemplateField[] } | undefined> {
  const [row]: { templateId: string; fields: TemplateField[] }[] = await tx.query(
    'select template_id as "templateId", fields from messaging_templates where kind = $1',
    [kind],
  );
  return row;
}
