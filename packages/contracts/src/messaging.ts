import { z } from 'zod';
import { Id, Instant, Page } from './common.js';
import { TimeOfDay } from './stores.js';

const Words = z.strictObject({ zh: z.string(), en: z.string() });
/** One place of a template: WeChat's key (`thing1`), its label there, and which value of ours stands in it. */
export const TemplateField = z.strictObject({
  key: z.string().min(1).max(40),
  label: z.string().max(40),
  value: z.string().min(1).max(40).nullable(),
});
export type TemplateField = z.infer<typeof TemplateField>;
/** A kind of message that the product sends, and the account's template it goes by. */
export const MessageKindView = z.strictObject({
  kind: z.string(),
  title: Words,
  urgent: z.boolean().describe('sent in quiet hours too'),
  values: z.array(z.strictObject({ name: z.string(), label: Words })),
  templateId: z.string().nullable(),
  templateTitle: z.string().nullable(),
  fields: z.array(TemplateField),
});
export type MessageKindView = z.infer<typeof MessageKindView>;
/** A template of the account at WeChat. */
export const AccountTemplate = z.strictObject({
  templateId: z.string(),
  title: z.string(),
  example: z.string(),
  fields: z.array(z.strictObject({ key: z.string(), label: z.string() })),
});
export type AccountTemplate = z.infer<typeof AccountTemplate>;
export const MapTemplate = z.strictObject({
  templateId: z.string().trim().min(1).max(100),
  templateTitle: z.string().trim().max(100),
  fields: z.array(TemplateField).min(1).max(10),
});
export type MapTemplate = z.infer<typeof MapTemplate>;
/** Both null: no quiet hours. They may go over midnight. */
export const MessagingSettings = z.strictObject({
  quietFrom: TimeOfDay.nullable(),
  quietTo: TimeOfDay.nullable(),
  timeZone: z.string().min(1).max(64),
});
export type MessagingSettings = z.infer<typeof MessagingSettings>;
export const MessageStatus = z.enum(['waiting', 'sending', 'sent', 'delivered', 'skipped', 'failed', 'unknown']);
export type MessageStatus = z.infer<typeof MessageStatus>;
/** One message to one customer, with its result. */
export const MessageView = z.strictObject({
  id: Id,
  kind: z.string(),
  title: Words,
  subject: z.string(),
  customerId: Id.nullable(),
  customerName: z.string().nullable(),
  status: MessageStatus,
  reason: z.string().nullable().describe('why it was not sent: no_grant, no_template, no_openid, late, or WeChat’s own code'),
  data: z.record(z.string(), z.string()).nullable(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
});
export type MessageView = z.infer<typeof MessageView>;
export const ListMessages = Page.extend({
  status: MessageStatus.optional(),
  kind: z.string().max(40).optional(),
  customerId: Id.optional(),
});
/** The ledger of one-time permissions of a customer: one line for each kind that has a template. */
export const MessageGrantView = z.strictObject({
  kind: z.string(),
  title: Words,
  templateTitle: z.string(),
  left: z.int().describe('messages that may still be sent'),
  given: z.int().describe('permissions since WeChat last said that none is left'),
  spent: z.int(),
  updatedAt: Instant.nullable(),
});
export type MessageGrantView = z.infer<typeof MessageGrantView>;
/** What `wx.requestSubscribeMessage` is asked for: at most three, fewest permissions left first. */
export const AskView = z.strictObject({ templateIds: z.array(z.string()) });
export type AskView = z.infer<typeof AskView>;
/** What the customer answered, by template id, in WeChat's words. */
export const SubscribeAnswers = z.strictObject({
  answers: z.record(z.string().max(100), z.string().max(30)).refine((all) => Object.keys(all).length <= 10),
});
export type SubscribeAnswers = z.infer<typeof SubscribeAnswers>;
