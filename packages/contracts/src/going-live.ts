import { z } from 'zod';

const Words = z.strictObject({ zh: z.string(), en: z.string() });
/** fine: tried and right. todo: something must be done. unknown: only WeChat’s console or the first customer can tell. */
export const CheckState = z.enum(['fine', 'todo', 'unknown']);
export type CheckState = z.infer<typeof CheckState>;
/** One line of what must be right before customers come: what is looked at, how it stands, and what to do where. */
export const CheckView = z.strictObject({ id: z.string(), title: Words, state: CheckState, say: Words });
export type CheckView = z.infer<typeof CheckView>;
