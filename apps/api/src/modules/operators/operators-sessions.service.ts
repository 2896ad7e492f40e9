import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { AuthRegistry, type OperatorCaller } from '../../platform/auth/callers.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { hashToken, newToken } from './operator-secrets.js';
import { operatorsProblems } from './operators.errors.js';
import { OperatorsQueries } from './operators.queries.js';

const day = 24 * 60 * 60 * 1000;
/** A session ends after 30 days, or after 7 days of rest. */
const lifeMs = 30 * day;
const idleMs = 7 * day;
/** `lastSeenAt` is written at most so often: reading must not mean writing. */
const seenEveryMs = 60_000;

/** Where a request comes from, as its session remembers it. */
export interface Visitor {
  ip: string;
  userAgent: string;
}

/** Signed-in operators: the cookie carries a token, the table only its hash. */
@Injectable()
export class OperatorsSessions implements OnModuleInit {
  constructor(
    private readonly auth: AuthRegistry,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly queries: OperatorsQueries,
  ) {}

  onModuleInit(): void {
    this.auth.operator = (token) => this.callerOf(token);
  }

  /** Begins a session; the token is known to the caller alone. */
  async begin(tx: Tx, operatorId: string, visitor: Visitor): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await tx.query(
      `insert into operators_sessions (id, operator_id, token_hash, created_at, last_seen_at, expires_at, user_agent, ip)
       values ($1, $2, $3, $4, $4, $5, $6, $7)`,
      [newId(), operatorId, hashToken(token), now, new Date(now.getTime() + lifeMs), visitor.userAgent.slice(0, 300), visitor.ip],
    );
    return token;
  }

  /** The `Set-Cookie` options: not readable by scripts, not sent from other sites, only over TLS once live. */
  cookieOptions(): { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge: number } {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.publicUrl.startsWith('https:'), maxAge: lifeMs / 1000 };
  }

  list(caller: OperatorCaller) {
    return this.queries.sessions(caller, this.clock.now(), this.idleSince());
  }

  /** Ends one of the caller's own sessions. Throws `operators.session_not_found` (404), also for another's. */
  async end(caller: OperatorCaller, id: string): Promise<void> {
    const gone = await this.database.transaction<unknown[][]>((tx) =>
      tx.query('delete from operators_sessions where id = $1 and operator_id = $2 returning id', [id, caller.operatorId]),
    );
    if (gone[0]?.length === 0) throw new Problem(operatorsProblems.session_not_found);
  }

  /** Ends all sessions of an operator but one: after a change of password, or when they are disabled. */
  async endOthers(tx: Tx, operatorId: string, keep: string | null): Promise<void> {
    await tx.query('delete from operators_sessions where operator_id = $1 and ($2::uuid is null or id <> $2)', [operatorId, keep]);
  }

  private async callerOf(token: string): Promise<OperatorCaller | undefined> {
    const now = this.clock.now();
    const session = await this.queries.session(hashToken(token), now, this.idleSince());
    if (!session) return undefined;
    if (now.getTime() - session.lastSeenAt.getTime() > seenEveryMs) {
      await this.database.transaction((tx) =>
        tx.query('update operators_sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2', [session.sessionId, now]),
      );
    }
    return {
      kind: 'operator',
      operatorId: session.operatorId,
      sessionId: session.sessionId,
      name: session.name,
      permissions: new Set(session.permissions),
      storeIds: session.storeIds ?? 'all',
    };
  }

  private idleSince(): Date {
    return new Date(this.clock.now().getTime() - idleMs);
  }
}
