import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BadCursor } from '../../kernel/cursor.js';
import { commonProblems, Problem, type ProblemDef } from './problem.js';

const byStatus = new Map<number, ProblemDef>(
  [
    commonProblems.bad_request,
    commonProblems.unauthenticated,
    commonProblems.forbidden,
    commonProblems.not_found,
    commonProblems.conflict,
    commonProblems.too_large,
    commonProblems.unsupported_media_type,
    commonProblems.too_many_requests,
  ].map((def) => [def.status, def]),
);

/** The language the caller asked for; Chinese unless English comes first. */
export function languageOf(header: string | undefined): 'zh' | 'en' {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'zh';
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof BadCursor) return new Problem(commonProblems.bad_cursor);
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  if (typeof status !== 'number' || status >= 500) return undefined;
  return new Problem(byStatus.get(status) ?? { ...commonProblems.bad_request, status });
}

const log = new Logger('http');

/** Answers whatever was thrown as problem+json; what nobody expected says nothing of its cause. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { def, extra } = problemOf(error) ?? new Problem(commonProblems.internal);
  if (def.status >= 500)
    log.error(
      `${request.id} ${request.method} ${request.routeOptions?.url ?? ''}: ${error instanceof Error ? error.stack : String(error)}`,
    );
  const language = languageOf(request.headers['accept-language']);
  void reply
    .code(def.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('x-request-id', request.id)
    .send(
      JSON.stringify({
        type: `https://pailou.dev/problems/${def.code}`,
        title: def[language],
        status: def.status,
        code: def.code,
        ...(extra.detail ? { detail: extra.detail } : {}),
        ...(extra.errors ? { errors: extra.errors } : {}),
        ...extra.meta,
        requestId: request.id,
      }),
    );
}

/** What a controller throws. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    answerProblem(error, host.switchToHttp().getRequest<FastifyRequest>(), host.switchToHttp().getResponse<FastifyReply>());
  }
}
