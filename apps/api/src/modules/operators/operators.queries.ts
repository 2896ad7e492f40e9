import { Injectable } from '@nestjs/common';
import {
  permissions,
  type AuditEntryView,
  type ListAudit,
  type OperatorView,
  type PageOf,
  type Permission,
  type RoleView,
  type SessionItem,
} from '@pailou/contracts';
import type { z } from 'zod';
import { decodeCursor, page } from '../../kernel/cursor.js';
import { type OperatorCaller, storesOf } from '../../platform/auth/callers.js';
import { Database } from '../../platform/database/database.js';
/** What a sign-in needs to know of an operator. */
export interface Credentials {
  id: string;
  passwordHash: string;
  totpSecret: string | null;
  totpLastStep: number;
  disabled: boolean;
}

/** A session with its operator, as each request needs it. */
export interface LiveSession {
  sessionId: string;
  operatorId: string;
  name: string;
  permissions: string[];
  storeIds: string[] | null;
  lastSeenAt: Date;
}

/** Keeps what this version still knows: a role may name a permission of an older one. */
const known = (list: string[]): Permission[] => permissions.filter((permission) => list.includes(permission));

@Injectable()
export class OperatorsQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when no operator has this e-mail address (in lower case). */
  async credentials(email: string): Promise<Credentials | undefined> {
    const [row] = await this.database.query<Credentials>('operators.credentials', credentialsSql, [email]);
    return row;
  }

  /** The session behind a hashed token, unless it ended, rested too long, or its operator is disabled. */
  async session(tokenHash: string, now: Date, idleSince: Date): Promise<LiveSession | undefined> {
    const [row] = await this.database.query<LiveSession>('operators.session', sessionSql, [tokenHash, now, idleSince]);
    return row && { ...row, permissions: known(row.permissions) };
  }

  async operator(id: string): Promise<OperatorView | undefined> {
    const [row] = await this.database.query<OperatorView & { createdAt: Date }>('operators.one', `${operatorSql} where o.id = $1`, [id]);
    return row && operatorView(row);
  }

  /** The operators whose stores are all among the caller's. */
  async operators(caller: OperatorCaller): Promise<OperatorView[]> {
    const text = `${operatorSql} where $1::uuid[] is null or o.store_ids <@ $1 order by o.created_at, o.id`;
    return (await this.database.query<OperatorView & { createdAt: Date }>('operators.all', text, [storesOf(caller)])).map(operatorView);
  }

  async roles(): Promise<RoleView[]> {
    return (await this.database.query<RoleView>('operators.roles', rolesSql)).map((row) => ({
      ...row,
      permissions: known(row.permissions),
    }));
  }

  /** What was changed by those whom the caller sees among the operators, the newest first. */
  async audit(caller: OperatorCaller, { cursor, limit, entityType, entityId }: z.output<typeof ListAudit>): Promise<PageOf<AuditEntry>> {
    const after = decodeCursor(cursor, ['instant', 'id']);
    const rows = await this.database.find<AuditEntry>(auditSql, [
      entityType ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
      entityId ?? null,
      storesOf(caller),
    ]);
    return page(rows, limit, (row) => [row.at, row.id]);
  }

  /** The caller's own sessions that are still good, the newest first. */
  async sessions(caller: OperatorCaller, now: Date, idleSince: Date): Promise<SessionItem[]> {
    const rows = await this.database.query<
      Omit<SessionItem, 'createdAt' | 'lastSeenAt' | 'current'> & { createdAt: Date; lastSeenAt: Date }
    >('operators.sessions', sessionsSql, [caller.operatorId, now, idleSince]);
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      current: row.id === caller.sessionId,
    }));
  }
}

type AuditEntry = z.output<typeof AuditEntryView>;

function operatorView(row: Omit<OperatorView, 'createdAt'> & { createdAt: Date }): OperatorView {
  return { ...row, permissions: known(row.permissions), createdAt: row.createdAt.toISOString() };
}

const credentialsSql = `
  select id, password_hash as "passwordHash", totp_secret as "totpSecret", totp_last_step::float8 as "totpLastStep", disabled_at is not null as disabled
    from operators where email = $1`;

const sessionSql = `
  select s.id as "sessionId", o.id as "operatorId", o.name, coalesce(r.permissions, '{}') as permissions, o.store_ids as "storeIds", s.last_seen_at as "lastSeenAt"
    from operators_sessions s
    join operators o on o.id = s.operator_id
    left join operators_roles r on r.id = o.role_id
   where s.token_hash = $1 and s.expires_at > $2 and s.last_seen_at > $3 and o.disabled_at is null`;

const operatorSql = `
  select o.id, o.email, o.name, o.role_id as "roleId", coalesce(r.name, '') as "roleName", coalesce(r.permissions, '{}') as permissions,
         o.store_ids as "storeIds", o.totp_secret is not null as "totpEnabled", o.disabled_at is not null as disabled, o.created_at as "createdAt"
    from operators o left join operators_roles r on r.id = o.role_id`;

const rolesSql = `
  select id, name, permissions, built_in_key is not null as "builtIn"
    from operators_roles order by built_in_key is null, created_at, id`;

const sessionsSql = `
  select id, created_at as "createdAt", last_seen_at as "lastSeenAt", user_agent as "userAgent", ip
    from operators_sessions
   where operator_id = $1 and expires_at > $2 and last_seen_at > $3
   order by last_seen_at desc, id desc`;

const auditSql = `
  select id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, operator_name as "operatorName", action, entity_type as "entityType", entity_id as "entityId", before, after
    from audit_log
   where ($1::text is null or entity_type = $1) and ($5::text is null or entity_id = $5) and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
     and ($6::uuid[] is null or exists (select from operators o where o.id = operator_id and o.store_ids <@ $6))
   order by at desc, id desc limit $4`;
