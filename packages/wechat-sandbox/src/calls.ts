import type { FastifyInstance, FastifyRequest } from 'fastify';
import { targetOf } from './http.js';
import type { World } from './world.js';

const kept = 200;
const codes = new WeakMap<FastifyRequest, string>();

/** Remembers with which code a request was refused, for the log of calls. */
export function noteCode(request: FastifyRequest, code: string): void {
  codes.set(request, code);
}

/** Logs each call to WeChat: what was called and how it ended, never what was in it. */
export function logCalls(app: FastifyInstance, world: World): void {
  app.addHook('onResponse', async (request, reply) => {
    world.calls.push({
      id: (world.calls.at(-1)?.id ?? 0) + 1,
      at: world.clock.now(),
      method: request.method,
      path: targetOf(request).split('?')[0] ?? '/',
      status: reply.statusCode,
      code: codes.get(request) ?? '',
      tookMs: Math.round(reply.elapsedTime),
    });
    world.calls.splice(0, Math.max(0, world.calls.length - kept));
    world.changed();
  });
}
