import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Tx } from '../database/database.js';
import { commonProblems, Problem } from './problem.js';

/** The request's `Idempotency-Key`: 1 to 255 visible ASCII characters. Throws `common.idempotency_key_required` (400). */
export const IdempotencyKey = createParamDecorator(idempotencyKey);

/** Named, so that the OpenAPI document finds the routes that want the header. */
export function idempotencyKey(_: unknown, context: ExecutionContext): string {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) throw new Problem(commonProblems.idempotency_key_required);
  return key;
}

/** Makes a repeated request do its work once. */
@Injectable()
export class Idempotency {
  /**
   * Runs the work unless this key has run before; then answers what it answered. The key is
   * claimed and the answer kept in the caller's own transaction, so neither is ever there
   * without the other; a twin that runs at the same time waits here for the first to end.
   * @param request `scope` names what is done and by whom, such as `orders.submit:<customerId>`
   * @throws Problem `common.idempotency_key_reused` (422) when the key came with another body
   */
  async once<T extends object>(tx: Tx, request: { scope: string; key: string; body: unknown }, work: () => Promise<T>): Promise<T> {
    const hash = createHash('sha256')
      .update(JSON.stringify(request.body) ?? '')
      .digest('hex');
    const claimed: unknown[] = await tx.query(
      'insert into idempotency_keys (scope, key, body_hash) values ($1, $2, $3) on conflict do nothing returning 1',
      [request.scope, request.key, hash],
    );
    if (claimed.length === 0) {
      const [before]: { body_hash: string; answer: T }[] = await tx.query(
        'select body_hash, answer from idempotency_keys where scope = $1 and key = $2',
        [request.scope, request.key],
      );
      if (!before || before.body_hash !== hash) throw new Problem(commonProblems.idempotency_key_reused);
      return before.answer;
    }
    const answer = await work();
    await tx.query('update idempotency_keys set answer = $3 where scope = $1 and key = $2', [
      request.scope,
      request.key,
      JSON.stringify(answer),
    ]);
    return answer;
  }
}
