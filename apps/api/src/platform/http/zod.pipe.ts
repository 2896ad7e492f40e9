import { Body, Param, type PipeTransform, Query } from '@nestjs/common';
import { z } from 'zod';
import { commonProblems, Problem } from './problem.js';

/** No contract is deeper; a tower of brackets would else exhaust the stack. */
const deepest = 32;

/** PostgreSQL cannot keep U+0000, and a lone surrogate is broken text: both are refused at the door. */
function brokenText(value: unknown, path: string, depth = 0): string | undefined {
  if (depth > deepest) return path;
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = brokenText(inner, path ? `${path}.${key}` : key, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Checks one value against its contract; each fault is named with its path. */
export class ZodPipe<T extends z.ZodType> implements PipeTransform<unknown, z.output<T>> {
  constructor(readonly schema: T) {}

  transform(value: unknown): z.output<T> {
    const broken = brokenText(value, '');
    if (broken !== undefined)
      throw new Problem(commonProblems.validation, { errors: [{ path: broken, code: 'broken_text', message: 'not well-formed text' }] });
    const result = this.schema.safeParse(value);
    if (result.success) return result.data;
    throw new Problem(commonProblems.validation, {
      errors: result.error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message })),
    });
  }
}

/** The body, checked. */
export const ZBody = (schema: z.ZodType) => Body(new ZodPipe(schema));
/** The query string, checked. */
export const ZQuery = (schema: z.ZodType) => Query(new ZodPipe(schema));
/** One path parameter, checked; a UUID unless said otherwise. */
export const ZParam = (name: string, schema: z.ZodType = z.uuid()) => Param(name, new ZodPipe(schema));
