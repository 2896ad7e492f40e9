import { z } from 'zod';

/** An amount of money in fen (1/100 CNY), never negative. */
export const Fen = z.int().min(0).max(100_000_000_00);
export const Id = z.uuid();
/** A UTC instant, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
export const Locale = z.enum(['zh', 'en']);
export type Locale = z.infer<typeof Locale>;

/** Text in the two languages of the product; English falls back to Chinese when empty. */
export const Localized = z.strictObject({ zh: z.string().trim().min(1).max(200), en: z.string().trim().max(200).default('') });
export type Localized = z.infer<typeof Localized>;
export const LongLocalized = z.strictObject({ zh: z.string().trim().max(5000).default(''), en: z.string().trim().max(5000).default('') });
export type LongLocalized = z.infer<typeof LongLocalized>;

/** Every list: `?cursor=&limit=`. The cursor is opaque and comes from the answer before. */
export const Page = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
/** The answer of a list; `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
export type PageOf<T> = { items: T[]; nextCursor: string | null };

/** RFC 9457 with a stable code: the body of every answer that is not 2xx. */
export const ProblemView = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  requestId: z.string().optional(),
});
export type ProblemView = z.infer<typeof ProblemView>;
