import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { useCode } from '../customers.js';
import { queryOf } from '../http.js';
import type { World } from '../world.js';
import { WeixinError } from './errors.js';
import { countLogin } from './quota/count.js';
import { weixinSettings } from './settings.js';

/** Checks appid and secret as each secret-bearing endpoint does. */
export function checkApp(world: World, appid: string, secret: string): void {
  if (!appid) throw new WeixinError(41002);
  if (!secret) throw new WeixinError(41004);
  if (appid !== world.credentials.appid) throw new WeixinError(40013);
  if (secret !== world.credentials.secret) throw new WeixinError(40125);
}

/** code2Session: GET /sns/jscode2session, answered as text/plain like the real one. */
export function loginRoutes(app: FastifyInstance, world: World): void {
  app.get('/sns/jscode2session', (request, reply) => {
    checkApp(world, queryOf(request, 'appid'), queryOf(request, 'secret'));
    if (queryOf(request, 'grant_type') !== 'authorization_code') throw new WeixinError(40002);
    const code = queryOf(request, 'js_code');
    if (!code) throw new WeixinError(41008);
    const owner = world.state.customers.find(
      (item) => item.id === world.state.loginCodes.find((issued) => issued.code === code)?.customerId,
    );
    if (owner) countLogin(world, owner.openid);
    const customer = useCode(world, world.state.loginCodes, code);
    if (customer === 'used') throw new WeixinError(weixinSettings(world).usedCodeErrcode);
    if (customer === 'invalid') throw new WeixinError(40029);
    customer.sessionKey = randomBytes(16).toString('base64');
    const { sessionKey, openid, unionid } = customer;
    // Only an app bound to an Open Platform account learns of the unionid.
    const known = weixinSettings(world).openPlatform ? { session_key: sessionKey, openid, unionid } : { session_key: sessionKey, openid };
    return reply.type('text/plain').send(JSON.stringify(known));
  });
}
