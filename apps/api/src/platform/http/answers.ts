import { HttpCode, applyDecorators, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

export const ANSWERS = 'pailou:answers';
export const SAYS = 'pailou:says';
export interface AnswerRule {
  /** null: no body. A text stands for a media type other than JSON. */
  schema: z.ZodType | string | null;
  status: number;
}

/** What the route answers when all goes well: sets the status and stands in the OpenAPI document. */
export const Answers = (schema: AnswerRule['schema'], status = 200) =>
  applyDecorators(SetMetadata(ANSWERS, { schema, status } satisfies AnswerRule), HttpCode(status));

/** One line on what the route does, for the OpenAPI document. */
export const Says = (summary: string) => SetMetadata(SAYS, summary);
