import { z } from 'zod';
import { Id, Instant, Page } from './common.js';
import { WeeklyHours } from './stores.js';

/** `sending` is on its way; `unknown`: WeChat did not answer, and it is not sent again, lest it come twice. */
export const ChatMessageStatus = z.enum(['received', 'sending', 'sent', 'failed', 'unknown']);
export type ChatMessageStatus = z.infer<typeof ChatMessageStatus>;
/** `entered`: the customer opened the chat; `handover`: one operator gave it to another. Both are seen by operators alone. */
export const ChatMessageKind = z.enum(['text', 'image', 'card', 'entered', 'handover']);
export type ChatMessageKind = z.infer<typeof ChatMessageKind>;
export const ChatMessageFrom = z.enum(['customer', 'operator', 'greeting', 'out_of_hours']);
export type ChatMessageFrom = z.infer<typeof ChatMessageFrom>;

/** A picture of the chat; `fetching` until it is taken over from WeChat, `gone` when WeChat no longer had it. */
export const ChatPicture = z.strictObject({
  id: Id,
  status: z.enum(['fetching', 'kept', 'gone']),
  url: z.string().nullable().describe('for operators alone, asked with their cookie'),
});
export type ChatPicture = z.infer<typeof ChatPicture>;
export const ChatMessageView = z.strictObject({
  id: Id,
  from: ChatMessageFrom,
  kind: ChatMessageKind,
  operatorName: z.string().nullable().describe('who wrote it, or who handed it over'),
  text: z.string().nullable().describe('of a text; of `entered` what the button said of where it stood; of a handover the note'),
  picture: ChatPicture.nullable().describe('of a picture, and the cover of a customer’s card'),
  card: z.strictObject({ title: z.string(), pagePath: z.string(), coverUrl: z.string().nullable() }).nullable(),
  assignedName: z.string().nullable().describe('of a handover: who has it now; null for nobody'),
  status: ChatMessageStatus,
  code: z.string().nullable().describe('WeChat’s own, when it was refused'),
  reason: z.string().nullable().describe('WeChat’s words for it'),
  at: Instant,
  sentAt: Instant.nullable(),
});
export type ChatMessageView = z.infer<typeof ChatMessageView>;

/** What WeChat lets the shop send now: five within 48 hours of a customer's message, two within a minute of their entering. */
export const ReplyAllowance = z.strictObject({
  left: z.int().min(0),
  until: Instant.nullable().describe('when it ends; null when none is open'),
  by: z.enum(['message', 'enter']).nullable(),
});
export type ReplyAllowance = z.infer<typeof ReplyAllowance>;
export const ConversationView = z.strictObject({
  id: Id,
  customer: z
    .strictObject({ id: Id, nickname: z.string().nullable(), avatarUrl: z.string().nullable(), locale: z.enum(['zh', 'en']) })
    .nullable()
    .describe('null for somebody who never signed in'),
  assignee: z.strictObject({ id: Id, name: z.string() }).nullable(),
  unread: z.int().min(0),
  last: z
    .strictObject({ from: ChatMessageFrom, kind: ChatMessageKind, text: z.string().nullable(), status: ChatMessageStatus })
    .nullable()
    .describe('of people: what is said by itself hides no question'),
  activeAt: Instant,
  allowance: ReplyAllowance,
});
export type ConversationView = z.infer<typeof ConversationView>;
export const ListConversations = Page.extend({
  view: z.enum(['all', 'mine', 'unassigned']).default('all'),
  unread: z.enum(['true']).optional().describe('only those with something unread'),
});
export const ListChatMessages = Page;
export const UnreadView = z.strictObject({
  messages: z.int().min(0),
  conversations: z.int().min(0).describe('that are mine or nobody’s and have something unread'),
});
export type UnreadView = z.infer<typeof UnreadView>;
export const ColleagueView = z.strictObject({ id: Id, name: z.string() });
export type ColleagueView = z.infer<typeof ColleagueView>;

export const SendChatText = z.strictObject({
  text: z.string().trim().min(1).max(2048).describe('at most 2,048 bytes of UTF-8, as WeChat takes it'),
});
export type SendChatText = z.infer<typeof SendChatText>;
/** A card that opens a page of the mini program. */
export const SendChatCard = z.strictObject({
  title: z.string().trim().min(1).max(60),
  pagePath: z
    .string()
    .max(500)
    .regex(/^[\w-]+(\/[\w-]+)+(\?[^#\s]*)?$/)
    .meta({ examples: ['pages/menu/index'] })
    .describe('a page of the mini program with its query'),
  coverUrl: z
    .string()
    .max(120)
    .regex(/^\/media\/[a-z-]{1,32}\/[\w-]{1,64}\.(webp|png|jpg)$/)
    .meta({ examples: ['/media/products/0190f3b0.webp'] })
    .nullable()
    .describe('one of our own pictures; null: a cover of the house'),
});
export type SendChatCard = z.infer<typeof SendChatCard>;
export const ReadConversation = z.strictObject({ messageId: Id.describe('the newest that was seen') });
export type ReadConversation = z.infer<typeof ReadConversation>;
export const AssignConversation = z.strictObject({
  operatorId: Id.nullable().describe('null: nobody’s'),
  note: z.string().trim().max(300).default(''),
});
export type AssignConversation = z.infer<typeof AssignConversation>;
export const ShowTyping = z.strictObject({ on: z.boolean() });
export type ShowTyping = z.infer<typeof ShowTyping>;

const Texts = z.strictObject({ zh: z.string().trim().min(1).max(500), en: z.string().trim().max(500).default('') });
export const QuickReplyInput = z.strictObject({ title: z.string().trim().min(1).max(40), text: Texts });
export type QuickReplyInput = z.infer<typeof QuickReplyInput>;
export const QuickReplyView = QuickReplyInput.extend({ id: Id });
export type QuickReplyView = z.infer<typeof QuickReplyView>;

/** Short enough for WeChat's 2,048 bytes in either language. */
const AutoText = z.strictObject({ zh: z.string().trim().max(600), en: z.string().trim().max(600) });
/** Texts are empty where nothing is said; English falls back to Chinese. */
export const ConversationSettings = z.strictObject({
  greeting: AutoText.describe('said when a customer comes; empty: nothing'),
  outOfHours: AutoText.describe('said instead when nobody is there; empty: nothing'),
  hours: WeeklyHours.nullable().describe('when somebody is there, Monday first; null: always'),
  timeZone: z.string().min(1).max(64),
});
export type ConversationSettings = z.infer<typeof ConversationSettings>;
