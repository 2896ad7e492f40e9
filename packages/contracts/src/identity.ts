import { z } from 'zod';
import { Id, Instant, Locale } from './common.js';
import { OwnModerationView } from './moderation.js';

export const SignIn = z.strictObject({ code: z.string().min(1).max(128) });
export type SignIn = z.infer<typeof SignIn>;
export const CustomerView = z.strictObject({
  id: Id,
  nickname: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  phoneNumber: z.string().nullable(),
  locale: Locale,
  privacyVersion: z.string().nullable(),
  createdAt: Instant,
});
export type CustomerView = z.infer<typeof CustomerView>;
/** Oneself: the new nickname and avatar stand here at once; others see the former until the new ones passed their check. */
export const OwnCustomerView = CustomerView.extend({
  checks: z
    .strictObject({ nickname: OwnModerationView.nullable(), avatar: OwnModerationView.nullable() })
    .describe('what is being checked or was refused'),
});
export type OwnCustomerView = z.infer<typeof OwnCustomerView>;
export const SessionView = z.strictObject({ token: z.string(), expiresAt: Instant, customer: OwnCustomerView });
export type SessionView = z.infer<typeof SessionView>;
export const UpdateCustomer = z.strictObject({
  nickname: z.string().trim().min(1).max(32).optional(),
  locale: Locale.optional(),
});
export type UpdateCustomer = z.infer<typeof UpdateCustomer>;
export const LinkPhone = z.strictObject({ code: z.string().min(1).max(128) });
export const PrivacyView = z.strictObject({
  version: z.string(),
  title: z.string(),
  text: z.string(),
  filingNumber: z.string().nullable().describe('of the mini program, where it has one'),
});
export type PrivacyView = z.infer<typeof PrivacyView>;
export const GiveConsent = z.strictObject({ version: z.string().min(1).max(32) });
export const AddressInput = z.strictObject({
  name: z.string().trim().min(1).max(32),
  phone: z.string().regex(/^\+?[0-9-]{6,17}$/),
  region: z.string().trim().min(1).max(64),
  detail: z.string().trim().min(1).max(120),
  isDefault: z.boolean().default(false),
});
export type AddressInput = z.infer<typeof AddressInput>;
export const AddressView = z.strictObject({
  id: Id,
  name: z.string(),
  phone: z.string(),
  region: z.string(),
  detail: z.string(),
  isDefault: z.boolean(),
});
export type AddressView = z.infer<typeof AddressView>;
