import type { FastifyRequest } from 'fastify';

/** The body's exact bytes: signatures are over bytes, not over what JSON they mean. */
export const bodyOf = (request: FastifyRequest): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

/** The body as a JSON object; null when it is none. */
export function objectOf(request: FastifyRequest): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bodyOf(request).toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Path and query exactly as they were sent. */
export const targetOf = (request: FastifyRequest): string => request.raw.url ?? '/';

/** One query parameter; empty when absent. */
export function queryOf(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}
