import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FaultRule, takeFault } from './faults.js';
import { targetOf } from './http.js';
import type { World } from './world.js';

type AnswerFault = Extract<FaultRule, { on: 'answer' }>;

const fits = (rule: AnswerFault, request: FastifyRequest): boolean =>
  targetOf(request).startsWith(rule.path) && (!rule.method || rule.method.toUpperCase() === request.method);

/** The rule that says to refuse this request without doing it. */
export const takeRefusal = (world: World, request: FastifyRequest): AnswerFault | null =>
  takeFault(world.state.faults, 'answer', (rule) => rule.action === 'error' && fits(rule, request));

/** For a request that was done: answers late, or cuts the line so that the caller never learns of it. */
export async function delayOrLose<T>(world: World, request: FastifyRequest, reply: FastifyReply, payload: T): Promise<T> {
  const fault = takeFault(world.state.faults, 'answer', (rule) => rule.action !== 'error' && fits(rule, request));
  if (fault?.action === 'delay') await wait(fault.delayMs ?? 1000);
  if (fault?.action === 'lose') {
    reply.hijack();
    request.raw.socket.destroy();
  }
  return payload;
}
