import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who works in the house. `storeIds` null: every store. */
@Entity('operators')
export class OperatorRow {
  @PrimaryColumn('uuid') id: string;
  /** In lower case. */
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column('uuid', { name: 'role_id', nullable: true }) roleId: string | null;
  @Column('uuid', { name: 'store_ids', array: true, nullable: true }) storeIds: string[] | null;
  /** Sealed; null: no authenticator. */
  @Column('text', { name: 'totp_secret', nullable: true }) totpSecret: string | null;
  /** The time step of the code used last; bigint, so a string when read. */
  @Column('bigint', { name: 'totp_last_step', default: 0 }) totpLastStep: string | number;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

@Entity('operators_roles')
export class RoleRow {
  @PrimaryColumn('uuid') id: string;
  /** Set for the roles that come with the product. */
  @Column('text', { name: 'built_in_key', nullable: true }) builtInKey: string | null;
  @Column('text') name: string;
  @Column('text', { array: true }) permissions: string[];
}

@Entity('operators_sessions')
export class SessionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'operator_id' }) operatorId: string;
  @Column('text', { name: 'token_hash' }) tokenHash: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('text', { name: 'user_agent' }) userAgent: string;
  @Column('text') ip: string;
}

@Entity('operators_invitations')
export class InvitationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('uuid', { name: 'role_id' }) roleId: string;
  @Column('uuid', { name: 'store_ids', array: true, nullable: true }) storeIds: string[] | null;
  @Column('text', { name: 'token_hash' }) tokenHash: string;
  @Column('uuid', { name: 'invited_by' }) invitedBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
