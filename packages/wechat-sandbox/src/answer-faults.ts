import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FaultRule, takeFault } from './faults.js';
import { targetOf } from './http.js';
import { probeSignature } from './pay/sign-answer.js';
import type { World } from './world.js';

type AnswerFault = Extract<FaultRule, { on: 'answer' }>;

const fits = (rule: AnswerFault, request: FastifyRequest): boolean =>
  targetOf(request).startsWith(rule.path) && (!rule.method || rule.method.toUpperCase() === request.method);

const take = (world: World, request: FastifyRequest, actions: readonly AnswerFault['action'][]): AnswerFault | null =>
  takeFault(world.state.faults, 'answer', (rule) => actions.includes(rule.action) && fits(rule, request));

/** The rule that says to refuse this request without doing it. */
export const takeRefusal = (world: World, request: FastifyRequest): AnswerFault | null => take(world, request, ['error']);

/** What goes wrong before WeChat's own servers hear of a request: the line ends, or a gateway answers, in HTML and unsigned. */
export function gatewayFaults(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request, reply) => {
    const fault = take(world, request, ['http', 'cut']);
    if (!fault) return;
    reply.hijack();
    if (fault.action === 'cut') {
      request.raw.socket.destroy();
      return;
    }
    const status = fault.status ?? 502;
    const words = fault.message ?? (status === 500 ? 'Internal Server Error' : 'Bad Gateway');
    reply.raw.writeHead(status, { 'Content-Type': 'text/html', Connection: 'close' });
    reply.raw.end(`<html><head><title>${status} ${words}</title></head><body><center><h1>${status} ${words}</h1></center></body></html>`);
  });
}

/** Half of an answer that promised more, and then the line's end. */
async function* halfOf(request: FastifyRequest, bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, Math.floor(bytes.length / 2));
  // So that the half arrives before the end does.
  await wait(20);
  request.raw.socket.destroy();
}

/** For a request that was done: answers late or with a false signature, or cuts the line so that the caller never learns of it. */
export async function delayOrLose<T>(world: World, request: FastifyRequest, reply: FastifyReply, payload: T): Promise<T | Readable> {
  const fault = take(world, request, ['delay', 'lose', 'half', 'probe']);
  if (fault?.action === 'delay') await wait(fault.delayMs ?? 1000);
  if (fault?.action === 'probe') reply.header('Wechatpay-Signature', probeSignature());
  if (fault?.action === 'half' && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
    const bytes = Buffer.from(payload as string);
    reply.header('content-length', bytes.length);
    return Readable.from(halfOf(request, bytes));
  }
  if (fault?.action === 'lose') {
    reply.hijack();
    request.raw.socket.destroy();
  }
  return payload;
}
