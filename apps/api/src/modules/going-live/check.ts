import type { CheckView } from '@pailou/contracts';

type Words = { zh: string; en: string };
/** A line of the check-up without its name. */
export type Finding = Pick<CheckView, 'state' | 'say'>;

export const fine = (zh: string, en: string): Finding => ({ state: 'fine', say: { zh, en } });
export const todo = (zh: string, en: string): Finding => ({ state: 'todo', say: { zh, en } });
export const unknown = (zh: string, en: string): Finding => ({ state: 'unknown', say: { zh, en } });

/** One thing that must be right; never throws for what WeChat answers. */
export interface Check {
  id: string;
  title: Words;
  look(): Promise<Finding> | Finding;
}
