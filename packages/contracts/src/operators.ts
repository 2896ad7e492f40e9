import { z } from 'zod';
import { Id, Instant, Page } from './common.js';

/** What an operator may do. A role is a set of these, limited to stores. */
export const permissions = [
  'orders:read',
  'orders:handle',
  'orders:refund',
  'catalog:read',
  'catalog:write',
  'stores:read',
  'stores:write',
  'customers:read',
  'operators:manage',
  'audit:read',
  'settings:write',
  'figures:read',
  'payments:read',
  'payments:reconcile',
  'shipping:handle',
  'conversations:handle',
  'content:review',
] as const;
export const Permission = z.enum(permissions);
export type Permission = z.infer<typeof Permission>;

export const SignInOperator = z.strictObject({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
  totp: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export type SignInOperator = z.infer<typeof SignInOperator>;
export const OperatorView = z.strictObject({
  id: Id,
  email: z.string(),
  name: z.string(),
  roleId: Id.nullable(),
  roleName: z.string(),
  permissions: z.array(Permission),
  storeIds: z.array(Id).nullable().describe('null: every store'),
  totpEnabled: z.boolean(),
  disabled: z.boolean(),
  createdAt: Instant,
});
export type OperatorView = z.infer<typeof OperatorView>;
export const InviteOperator = z.strictObject({
  email: z.email().max(200),
  name: z.string().trim().min(1).max(64),
  roleId: Id,
  storeIds: z.array(Id).max(500).nullable(),
});
export type InviteOperator = z.infer<typeof InviteOperator>;
export const InvitationView = z.strictObject({ id: Id, email: z.string(), url: z.string(), expiresAt: Instant });
export type InvitationView = z.infer<typeof InvitationView>;
export const AcceptInvitation = z.strictObject({ token: z.string().min(20).max(200), password: z.string().min(10).max(200) });
export const UpdateOperator = z.strictObject({
  name: z.string().trim().min(1).max(64).optional(),
  roleId: Id.optional(),
  storeIds: z.array(Id).max(500).nullable().optional(),
  disabled: z.boolean().optional(),
});
export type UpdateOperator = z.infer<typeof UpdateOperator>;
export const RoleInput = z.strictObject({
  name: z.string().trim().min(1).max(64),
  permissions: z.array(Permission).max(permissions.length),
});
export type RoleInput = z.infer<typeof RoleInput>;
export const RoleView = z.strictObject({ id: Id, name: z.string(), permissions: z.array(Permission), builtIn: z.boolean() });
export type RoleView = z.infer<typeof RoleView>;
export const SessionItem = z.strictObject({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  userAgent: z.string(),
  ip: z.string(),
  current: z.boolean(),
});
export type SessionItem = z.infer<typeof SessionItem>;
export const ChangePassword = z.strictObject({ current: z.string().min(1).max(200), next: z.string().min(10).max(200) });
export const TotpSetupView = z.strictObject({ secret: z.string(), uri: z.string() });
export const EnableTotp = z.strictObject({ secret: z.string().min(16).max(64), code: z.string().regex(/^\d{6}$/) });
export const ListAudit = Page.extend({ entityType: z.string().max(60).optional(), entityId: z.string().max(60).optional() });
export const AuditEntryView = z.strictObject({
  id: Id,
  at: Instant,
  operatorName: z.string(),
  action: z.string(),
  entityType: z.string(),
  entityId: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;
