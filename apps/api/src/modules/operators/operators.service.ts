import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type {
  AcceptInvitation,
  InvitationView,
  InviteOperator,
  OperatorView,
  Permission,
  RoleInput,
  RoleView,
  UpdateOperator,
} from '@pailou/contracts';
import type { z } from 'zod';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import { type OperatorCaller, storesOf } from '../../platform/auth/callers.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { holdsPermissions, type Reach, reaches } from './operator-reach.js';
import { builtInRoles } from './operator-roles.js';
import { hashPassword, hashToken, newToken } from './operator-secrets.js';
import { OperatorsSessions, type Visitor } from './operators-sessions.service.js';
import { operatorsProblems } from './operators.errors.js';
import { OperatorsQueries } from './operators.queries.js';

const invitationMs = 7 * 24 * 60 * 60 * 1000;
/** One lock for what must not happen twice at once: the last owner leaving, the first one coming. */
const ownersLock = `select pg_advisory_xact_lock(hashtextextended('operators.owners', 0))`;

/** Who works here, and what they may do: each change one transaction with its line in the audit. */
@Injectable()
export class OperatorsService implements OnApplicationBootstrap {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly queries: OperatorsQueries,
    private readonly sessions: OperatorsSessions,
  ) {}

  /** Keeps the built-in roles equal to their table, and makes the first owner once. */
  async onApplicationBootstrap(): Promise<void> {
    const owner = this.config.owner && {
      email: this.config.owner.email.toLowerCase(),
      passwordHash: await hashPassword(this.config.owner.password),
    };
    await this.database.transaction(async (tx) => {
      await tx.query(ownersLock);
      for (const role of builtInRoles) {
        await tx.query(
          `insert into operators_roles (id, built_in_key, name, permissions) values ($1, $2, $3, $4)
           on conflict (built_in_key) do update set name = excluded.name, permissions = excluded.permissions`,
          [newId(), role.key, role.name, role.permissions],
        );
      }
      const [{ none }] = await tx.query<[{ none: boolean }]>('select not exists (select from operators) as none');
      if (!owner || !none) return;
      await tx.query(
        `insert into operators (id, email, name, password_hash, role_id, store_ids, created_at)
         select $1, $2, $3, $4, r.id, null, $5 from operators_roles r where r.built_in_key = 'owner'`,
        [newId(), owner.email, owner.email.split('@')[0], owner.passwordHash, this.clock.now()],
      );
    });
  }

  /** Invites by a link that is shown once. Throws `operators.email_taken`, `operators.role_not_found`, `operators.beyond_your_reach`. */
  async invite(caller: OperatorCaller, input: InviteOperator): Promise<InvitationView> {
    const email = input.email.toLowerCase();
    const role = await this.role(input.roleId);
    this.mustReach(caller, { permissions: role.permissions, storeIds: input.storeIds });
    if (await this.queries.credentials(email)) throw new Problem(operatorsProblems.email_taken);
    const token = newToken();
    const id = newId();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + invitationMs);
    await this.database.transaction(async (tx) => {
      // A new invitation replaces the old one, whose link may have gone astray.
      await tx.query('delete from operators_invitations where email = $1 or expires_at < $2', [email, now]);
      await tx.query(
        `insert into operators_invitations (id, email, name, role_id, store_ids, token_hash, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, email, input.name, input.roleId, input.storeIds, hashToken(token), caller.operatorId, now, expiresAt],
      );
      await this.audit.record(tx, caller, 'operators.invite', 'invitation', id, null, {
        email,
        name: input.name,
        roleId: input.roleId,
        storeIds: input.storeIds,
      });
    });
    return {
      id,
      email,
      url: `${this.config.origins[0] ?? this.config.publicUrl}/accept?token=${token}`,
      expiresAt: expiresAt.toISOString(),
    };
  }

  /** Makes the invited operator and signs them in. Throws `operators.invitation_invalid` (404), `operators.email_taken` (409). */
  async accept(
    { token, password }: z.output<typeof AcceptInvitation>,
    visitor: Visitor,
  ): Promise<{ operator: OperatorView; token: string }> {
    const passwordHash = await hashPassword(password);
    const now = this.clock.now();
    const made = await this.database.transaction(async (tx) => {
      const [[invitation]] = await tx.query<[{ email: string; name: string; role_id: string; store_ids: string[] | null }[], number]>(
        'delete from operators_invitations where token_hash = $1 and expires_at > $2 returning email, name, role_id, store_ids',
        [hashToken(token), now],
      );
      if (!invitation) throw new Problem(operatorsProblems.invitation_invalid);
      const id = newId();
      const inserted = await tx.query<unknown[]>(
        `insert into operators (id, email, name, password_hash, role_id, store_ids, created_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (email) do nothing returning id`,
        [id, invitation.email, invitation.name, passwordHash, invitation.role_id, invitation.store_ids, now],
      );
      if (inserted.length === 0) throw new Problem(operatorsProblems.email_taken);
      return { id, session: await this.sessions.begin(tx, id, visitor) };
    });
    return { operator: await this.one(made.id), token: made.session };
  }

  /** Changes name, role, stores, or whether they may come in. Throws `operators.not_found`, `operators.beyond_your_reach`, `operators.last_owner`. */
  async update(caller: OperatorCaller, id: string, changes: z.output<typeof UpdateOperator>): Promise<OperatorView> {
    const before = await this.one(id);
    if (!this.sees(caller, before)) throw new Problem(operatorsProblems.not_found);
    this.mustReach(caller, before);
    const role = changes.roleId === undefined ? undefined : await this.role(changes.roleId);
    const after = {
      permissions: role?.permissions ?? before.permissions,
      storeIds: changes.storeIds === undefined ? before.storeIds : changes.storeIds,
    };
    this.mustReach(caller, after);
    await this.database.transaction(async (tx) => {
      await tx.query(ownersLock);
      await tx.query(
        `update operators set name = $2, role_id = $3, store_ids = $4, disabled_at = case when $5 then coalesce(disabled_at, $6) end where id = $1`,
        [
          id,
          changes.name ?? before.name,
          changes.roleId ?? before.roleId,
          after.storeIds,
          changes.disabled ?? before.disabled,
          this.clock.now(),
        ],
      );
      await this.mustKeepAnOwner(tx);
      if (changes.disabled) await this.sessions.endOthers(tx, id, null);
      const picked = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof OperatorView]]));
      await this.audit.record(tx, caller, 'operators.update', 'operator', id, picked, changes);
    });
    return this.one(id);
  }

  async createRole(caller: OperatorCaller, input: RoleInput): Promise<RoleView> {
    this.mustHold(caller, input.permissions);
    const id = newId();
    await this.database.transaction(async (tx) => {
      await this.namingRole(() =>
        tx.query('insert into operators_roles (id, name, permissions) values ($1, $2, $3)', [id, input.name, input.permissions]),
      );
      await this.audit.record(tx, caller, 'operators.create_role', 'role', id, null, input);
    });
    return this.role(id);
  }

  async updateRole(caller: OperatorCaller, id: string, input: RoleInput): Promise<RoleView> {
    const before = await this.ownRole(caller, id);
    this.mustHold(caller, input.permissions);
    await this.database.transaction(async (tx) => {
      await this.namingRole(() =>
        tx.query('update operators_roles set name = $2, permissions = $3 where id = $1', [id, input.name, input.permissions]),
      );
      await this.audit.record(
        tx,
        caller,
        'operators.update_role',
        'role',
        id,
        { name: before.name, permissions: before.permissions },
        input,
      );
    });
    return this.role(id);
  }

  /** Throws `operators.role_in_use` (409) while somebody has it. */
  async deleteRole(caller: OperatorCaller, id: string): Promise<void> {
    const before = await this.ownRole(caller, id);
    await this.database.transaction(async (tx) => {
      const [{ used }] = await tx.query<[{ used: boolean }]>(
        'select exists (select from operators where role_id = $1) or exists (select from operators_invitations where role_id = $1 and expires_at > $2) as used',
        [id, this.clock.now()],
      );
      if (used) throw new Problem(operatorsProblems.role_in_use);
      await tx.query('delete from operators_roles where id = $1', [id]);
      await this.audit.record(
        tx,
        caller,
        'operators.delete_role',
        'role',
        id,
        { name: before.name, permissions: before.permissions },
        null,
      );
    });
  }

  private async one(id: string): Promise<OperatorView> {
    const operator = await this.queries.operator(id);
    if (!operator) throw new Problem(operatorsProblems.not_found);
    return operator;
  }

  private async role(id: string): Promise<RoleView> {
    const role = (await this.queries.roles()).find((one) => one.id === id);
    if (!role) throw new Problem(operatorsProblems.role_not_found);
    return role;
  }

  private async ownRole(caller: OperatorCaller, id: string): Promise<RoleView> {
    const role = await this.role(id);
    if (role.builtIn) throw new Problem(operatorsProblems.role_built_in);
    this.mustHold(caller, role.permissions);
    return role;
  }

  private reachOf = (caller: OperatorCaller): Reach => ({
    permissions: [...caller.permissions] as Permission[],
    storeIds: storesOf(caller),
  });

  private sees(caller: OperatorCaller, operator: OperatorView): boolean {
    return caller.storeIds === 'all' || (operator.storeIds?.every((id) => caller.storeIds.includes(id)) ?? false);
  }

  private mustReach(caller: OperatorCaller, reach: Reach): void {
    if (!reaches(this.reachOf(caller), reach)) throw new Problem(operatorsProblems.beyond_your_reach);
  }

  private mustHold(caller: OperatorCaller, wanted: readonly Permission[]): void {
    if (!holdsPermissions(this.reachOf(caller).permissions, wanted)) throw new Problem(operatorsProblems.beyond_your_reach);
  }

  private async mustKeepAnOwner(tx: Tx): Promise<void> {
    const [{ kept }] = await tx.query<[{ kept: boolean }]>(
      `select exists (select from operators o join operators_roles r on r.id = o.role_id
                       where r.built_in_key = 'owner' and o.disabled_at is null and o.store_ids is null) as kept`,
    );
    if (!kept) throw new Problem(operatorsProblems.last_owner);
  }

  private async namingRole(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if ((error as { driverError?: { constraint?: string } }).driverError?.constraint === 'operators_roles_name')
        throw new Problem(operatorsProblems.role_name_taken);
      throw error;
    }
  }
}
