import { z } from 'zod';
import { Id, Instant, Page } from './common.js';

/**
 * `waiting` for WeChat's verdict, `in_doubt` for a person's. `replaced`: its author wrote something else before it was
 * decided. Only what has `passed` is shown to others.
 */
export const ModerationStatus = z.enum(['waiting', 'in_doubt', 'passed', 'refused', 'replaced']);
export type ModerationStatus = z.infer<typeof ModerationStatus>;
/**
 * Why a person must look: WeChat itself was not sure (`review`), takes no question because the author has been away for
 * two hours (`inactive`), did not answer in time (`no_answer`), could not fetch the picture (`unreadable`), or refused
 * the question for another reason (`failed`, see the code).
 */
export const ModerationDoubt = z.enum(['review', 'inactive', 'no_answer', 'unreadable', 'failed']);
export type ModerationDoubt = z.infer<typeof ModerationDoubt>;

/** One thing that a customer wrote or uploaded and others can see. */
export const ModerationCheckView = z.strictObject({
  id: Id,
  kind: z.string().describe('what it is, such as `customer.nickname`'),
  text: z.string().nullable().describe('null for a picture'),
  pictureUrl: z.string().nullable().describe('for operators alone, asked with their cookie'),
  customerId: Id.describe('who wrote it'),
  authorName: z.string().nullable().describe('as it is shown to others now'),
  standing: z.string().nullable().describe('what others see in its place now: a text, or the address of a picture'),
  status: ModerationStatus,
  doubt: ModerationDoubt.nullable(),
  suggest: z.enum(['pass', 'review', 'risky']).nullable().describe('WeChat’s verdict'),
  label: z.int().nullable().describe('WeChat’s reason: 100 nothing, 10001 advertisement, 20001 politics, 20002 pornography …'),
  code: z.string().nullable().describe('WeChat’s own, when it took no question'),
  createdAt: Instant,
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable().describe('the operator; null where WeChat decided'),
  reason: z.string().nullable().describe('the operator’s; where it was refused its author reads it'),
  newest: z.boolean().describe('false once its author wrote something else: it can no longer be decided'),
});
export type ModerationCheckView = z.infer<typeof ModerationCheckView>;
export const ListModerationChecks = Page.extend({ status: ModerationStatus.optional() });
export const ModerationCountView = z.strictObject({ waiting: z.int().min(0), inDoubt: z.int().min(0) });
export type ModerationCountView = z.infer<typeof ModerationCountView>;
export const ApproveModerationCheck = z.strictObject({ reason: z.string().trim().max(200).default('') });
export const RefuseModerationCheck = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ examples: ['昵称里有广告'] })
    .describe('its author reads it'),
});

/** How the newest thing that somebody wrote stands, as they themselves are told. */
export const OwnModerationView = z.strictObject({
  status: z.enum(['waiting', 'in_doubt', 'refused']),
  text: z.string().nullable(),
  pictureUrl: z.string().nullable().describe('for its author alone; null once it was refused'),
  label: z.int().nullable().describe('why WeChat refused it'),
  reason: z.string().nullable().describe('why an operator refused it'),
  createdAt: Instant,
});
export type OwnModerationView = z.infer<typeof OwnModerationView>;
