import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import pino, { type Logger } from 'pino';

/** Requests slower than this, milliseconds, are worth a line. */
const slowMs = 500;

/** JSON lines to standard output. Bodies, queries, headers and tokens are never written: only ids, routes and codes. */
export function createLog(level: string): Logger {
  return pino({
    level: level === 'silent' ? 'silent' : level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}

/** Nest's own words and those of the modules, in the same lines. */
export function nestLog(log: Logger): LoggerService {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      log[level](
        typeof context === 'string' ? { context } : {},
        message instanceof Error ? (message.stack ?? message.message) : String(message),
      );
    };
  return {
    log: write('debug'),
    error: write('error'),
    warn: write('warn'),
    debug: write('debug'),
    verbose: write('debug'),
    fatal: write('fatal'),
  };
}

/**
 * One line for a request that changed something, failed or was slow; the many quick reads
 * only at `debug`, because a line for each halves what a process can serve.
 */
export function logRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    const { method } = request;
    const level = reply.statusCode >= 500 ? 'error' : method !== 'GET' || reply.statusCode >= 400 || ms >= slowMs ? 'info' : 'debug';
    if (!log.isLevelEnabled(level)) return;
    const { caller } = request;
    const who = caller?.kind === 'customer' ? { customer: caller.customerId } : caller ? { operator: caller.operatorId } : {};
    log[level]({ requestId: request.id, method, route: request.routeOptions.url, status: reply.statusCode, ms, ...who });
  });
}
