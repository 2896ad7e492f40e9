import { isUtf8 } from 'node:buffer';
import type { FastifyRequest } from 'fastify';
import { commonProblems, Problem } from './problem.js';

/** A parser turns bytes that are no UTF-8 into U+FFFD, and nobody would know: such a body is refused (400 `common.bad_request`). */
export async function refuseBrokenBytes(request: FastifyRequest & { rawBody?: Buffer }): Promise<void> {
  if (request.rawBody && !isUtf8(request.rawBody)) throw new Problem(commonProblems.bad_request);
}
