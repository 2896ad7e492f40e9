import { z } from 'zod';
import { Id, Instant, Page } from './common.js';

export const __Name__View = z.strictObject({ id: Id, name: z.string(), createdAt: Instant });
export type __Name__View = z.infer<typeof __Name__View>;
export const List__Names__ = Page;
export const Create__Name__ = z.strictObject({ name: z.string().trim().min(1).max(60) });
export type Create__Name__ = z.infer<typeof Create__Name__>;
