import { createHmac, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { objectOf, queryOf } from '../../http.js';
import type { Customer } from '../../state.js';
import type { World } from '../../world.js';
import { customerOf, ok } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import { checkToken } from '../token.js';

/** The login-state signature: HMAC-SHA256 under session_key over nothing, lower-case hex (§1.4). */
export function sessionSignature(world: World, sessionKey: string): string {
  const key = weixinSettings(world).sessionSignatureKey === 'raw' ? Buffer.from(sessionKey) : Buffer.from(sessionKey, 'base64');
  return createHmac('sha256', key).update('').digest('hex');
}

/** The customer whose session this request proves: openid, signature and sig_method of the query or the body. */
export function signedCustomer(world: World, request: FastifyRequest): Customer {
  const body = objectOf(request) ?? {};
  const field = (name: string): string => queryOf(request, name) || (typeof body[name] === 'string' ? body[name] : '');
  const customer = customerOf(world, field('openid'));
  if (field('sig_method') !== 'hmac_sha256') throw new WeixinError(87008);
  if (customer.sessionKey === null) throw new WeixinError(87007);
  if (field('signature') !== sessionSignature(world, customer.sessionKey)) throw new WeixinError(87009);
  return customer;
}

/** checkSessionKey and resetUserSessionKey. */
export function sessionRoutes(app: FastifyInstance, world: World): void {
  const both = (path: string, handle: (request: FastifyRequest) => unknown) => {
    for (const method of ['GET', 'POST'] as const) {
      app.route({
        method,
        url: path,
        handler: (request) => {
          const { sessionCheckMethod } = weixinSettings(world);
          if (sessionCheckMethod !== 'any' && sessionCheckMethod !== method) throw new WeixinError(method === 'GET' ? 43002 : 43001);
          checkToken(world, request);
          return handle(request);
        },
      });
    }
  };
  both('/wxa/checksession', (request) => {
    signedCustomer(world, request);
    return ok();
  });
  both('/wxa/resetusersessionkey', (request) => {
    const customer = signedCustomer(world, request);
    customer.sessionKey = randomBytes(16).toString('base64');
    return ok({ openid: customer.openid, session_key: customer.sessionKey });
  });
}
