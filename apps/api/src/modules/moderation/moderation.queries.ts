import { Injectable } from '@nestjs/common';
import type {
  ModerationCheckView,
  ModerationCountView,
  ModerationDoubt,
  ModerationStatus,
  OwnModerationView,
  PageOf,
} from '@pailou/contracts';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { ModeratedKinds } from './moderated-kinds.js';
import { moderationProblems } from './moderation.errors.js';

/** A check as it is kept. */
export interface Check {
  id: string;
  kind: string;
  subjectId: string;
  openid: string;
  text: string | null;
  pictureKey: string | null;
  pictureSecret: string | null;
  status: ModerationStatus;
  askedAt: Date | null;
  traceId: string | null;
  doubt: ModerationDoubt | null;
  tries: number;
  publicUrl: string | null;
  former: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  undo: Before | null;
}
/** What an operator's decision took the place of. */
export type Before = { status: ModerationStatus; decidedAt: string | null; decidedBy: string | null; reason: string | null };
type OwnRow = Omit<OwnModerationView, 'status' | 'pictureUrl'> & { kind: string; status: ModerationStatus; secret: string | null };
type Row = Omit<ModerationCheckView, 'pictureUrl' | 'authorName' | 'standing'> & { subjectId: string; picture: boolean };

@Injectable()
export class ModerationQueries {
  constructor(
    private readonly database: Database,
    private readonly kinds: ModeratedKinds,
  ) {}

  /** The newest first. */
  async list(input: {
    cursor?: string | undefined;
    limit: number;
    status?: ModerationStatus | undefined;
  }): Promise<PageOf<ModerationCheckView>> {
    const after = decodeCursor(input.cursor, ['id'])?.[0] ?? null;
    const rows = await this.database.find<Row>(
      `${viewSql} where ($1::text is null or m.status = $1) and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
      [input.status ?? null, after, input.limit + 1],
    );
    const { items, nextCursor } = page(rows, input.limit, (row) => [row.id]);
    return { items: await this.views(items), nextCursor };
  }

  /** Throws `moderation.not_found` (404). */
  async one(id: string): Promise<ModerationCheckView> {
    const rows = await this.database.query<Row>('moderation.one', `${viewSql} where m.id = $1`, [id]);
    const [view] = await this.views(rows);
    if (!view) throw new Problem(moderationProblems.not_found);
    return view;
  }

  async count(): Promise<ModerationCountView> {
    const [row] = await this.database.query<ModerationCountView>(
      'moderation.count',
      `select count(*) filter (where status = 'waiting')::int as waiting, count(*) filter (where status = 'in_doubt')::int as "inDoubt"
         from moderation_checks where status in ('waiting', 'in_doubt')`,
    );
    return row ?? { waiting: 0, inDoubt: 0 };
  }

  /** Where the picture of a check is kept. Throws `moderation.picture_not_found` (404). */
  async pictureKey(id: string): Promise<string> {
    const [row] = await this.database.query<{ key: string | null }>(
      'moderation.picture',
      'select picture_key as key from moderation_checks where id = $1',
      [id],
    );
    if (!row?.key) throw new Problem(moderationProblems.picture_not_found);
    return row.key;
  }

  /** The same by the secret of its address, for as long as it is undecided; null otherwise. */
  async undecidedPictureKey(secret: string): Promise<string | null> {
    const [row] = await this.database.query<{ key: string }>(
      'moderation.undecided_picture',
      `select picture_key as key from moderation_checks where picture_secret = $1 and status in ('waiting', 'in_doubt')`,
      [secret],
    );
    return row?.key ?? null;
  }

  async check(id: string): Promise<Check | undefined> {
    const [row] = await this.database.query<Check>('moderation.check', `${checkSql} where m.id = $1`, [id]);
    return row;
  }

  /** How the newest of each of these kinds stands for its author; absent where it passed or there was none. */
  async latest(subjectId: string, kinds: readonly string[]): Promise<ReadonlyMap<string, OwnModerationView>> {
    const rows = await this.database.query<OwnRow>('moderation.latest', latestSql, [subjectId, kinds]);
    const open = rows.flatMap(({ kind, secret, status, ...rest }) => {
      if (status === 'passed' || status === 'replaced') return [];
      const pictureUrl = secret && status !== 'refused' ? uncheckedUrl(secret) : null;
      return [[kind, { ...rest, status, pictureUrl }] as const];
    });
    return new Map(open);
  }

  /** All that a customer had checked, the oldest first, for their export. */
  async ofCustomer(customerId: string): Promise<(Record<string, unknown> & { pictureKey: string | null })[]> {
    return this.database.query(
      'moderation.of_customer',
      `select kind, text, picture_key as "pictureKey", status, label, reason, created_at as "createdAt", decided_at as "decidedAt"
         from moderation_checks where customer_id = $1 order by id`,
      [customerId],
    );
  }

  private async views(rows: readonly Row[]): Promise<ModerationCheckView[]> {
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    const contexts = new Map(
      await Promise.all(
        kinds.map(async (kind) => {
          const subjects = rows.filter((row) => row.kind === kind).map(({ subjectId }) => subjectId);
          return [kind, await this.kinds.get(kind).context(subjects)] as const;
        }),
      ),
    );
    return rows.map(({ subjectId, picture, ...row }) => {
      const { authorName, standing } = contexts.get(row.kind)?.get(subjectId) ?? { authorName: null, standing: null };
      return { ...row, authorName, standing, pictureUrl: picture ? `/api/v1/admin/moderation-checks/${row.id}/picture` : null };
    });
  }
}

/** Where a picture is reachable for WeChat and its author while it is undecided: nobody else is told. */
export const uncheckedUrl = (secret: string): string => `/media/unchecked/${secret}.jpg`;

/** A check, locked. */
export async function lockCheck(tx: Tx, id: string): Promise<Check | undefined> {
  const [row]: Check[] = await tx.query(`${checkSql} where m.id = $1 for update`, [id]);
  return row;
}

/** One at a time speaks of a name until the transaction ends: of a subject, or of what WeChat calls a picture. */
export async function alone(tx: Tx, name: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`moderation:${name}`]);
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const checkSql = `
  select m.id, m.kind, m.subject_id as "subjectId", m.openid, m.text, m.picture_key as "pictureKey", m.picture_secret as "pictureSecret",
         m.status, m.asked_at as "askedAt", m.trace_id as "traceId", m.doubt, m.tries, m.public_url as "publicUrl", m.former,
         m.decided_at as "decidedAt", m.decided_by as "decidedBy", m.reason, m.undo
    from moderation_checks m`;

const viewSql = `
  select m.id, m.kind, m.subject_id as "subjectId", m.text, m.picture_key is not null as picture, m.customer_id as "customerId", m.status, m.doubt,
         m.suggest, m.label, m.code, ${iso('m.created_at')} as "createdAt", ${iso('m.decided_at')} as "decidedAt", m.decided_by as "decidedBy", m.reason,
         not exists (select from moderation_checks n where n.subject_id = m.subject_id and n.kind = m.kind and n.id > m.id) as newest
    from moderation_checks m`;

const latestSql = `
  select distinct on (m.kind) m.kind, m.status, m.text, m.picture_secret as secret, m.label,
         m.reason, ${iso('m.created_at')} as "createdAt"
    from moderation_checks m where m.subject_id = $1 and m.kind = any ($2) order by m.kind, m.id desc`;
