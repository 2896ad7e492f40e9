import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { chinaDay } from '../clock.js';
import { bodyOf, objectOf, queryOf, targetOf } from '../http.js';
import type { AccessToken } from '../state.js';
import type { World } from '../world.js';
import { WeixinError } from './errors.js';
import { checkApp } from './login.js';
import { countCall } from './quota/count.js';

const lifeMs = 7_200_000;
const overlapMs = 300_000;
const forcedPerDay = 20;
const forcedGapMs = 30_000;

function makeToken(world: World, kind: AccessToken['kind']): AccessToken {
  const now = world.clock.now();
  const made: AccessToken = {
    token: `${kind === 'stable' ? '91' : '90'}_${randomBytes(110).toString('base64url')}`,
    kind,
    expiresAt: now + lifeMs,
    revoked: false,
  };
  // Dead tokens are kept a day, to tell 42001 (expired) from 40001 (unknown).
  const { tokens } = world.state;
  const kept = tokens.filter((token) => token.expiresAt > now - 86_400_000);
  tokens.splice(0, tokens.length, ...kept, made);
  return made;
}

const newest = (world: World, kind: AccessToken['kind']): AccessToken | undefined =>
  world.state.tokens.findLast((token) => token.kind === kind && !token.revoked && token.expiresAt > world.clock.now());

const answer = (world: World, token: AccessToken) => ({
  access_token: token.token,
  expires_in: Math.floor((token.expiresAt - world.clock.now()) / 1000),
});

/** GET /cgi-bin/token: a new token each time; the one before dies five minutes later. */
function plainToken(world: World): AccessToken {
  const before = newest(world, 'plain');
  if (before) before.expiresAt = Math.min(before.expiresAt, world.clock.now() + overlapMs);
  return makeToken(world, 'plain');
}

/** The same token while it is valid; a new one in its last five minutes, when both work. */
function stableToken(world: World, forced: boolean): AccessToken {
  const now = world.clock.now();
  const current = newest(world, 'stable');
  if (forced) {
    const { forcedRefreshes } = world.state;
    const last = forcedRefreshes.at(-1);
    // Too soon after the last one, the call simply does not refresh.
    if (last !== undefined && now - last < forcedGapMs && current) return current;
    if (forcedRefreshes.filter((at) => chinaDay(at) === chinaDay(now)).length >= forcedPerDay) throw new WeixinError(45009);
    forcedRefreshes.push(now);
    for (const token of world.state.tokens) if (token.kind === 'stable') token.revoked = true;
    return makeToken(world, 'stable');
  }
  return current && current.expiresAt - now > overlapMs ? current : makeToken(world, 'stable');
}

const countRequest = (world: World, request: FastifyRequest): void => countCall(world, targetOf(request).split('?')[0] ?? '/');

/** Lets a call with `?access_token=` through and counts it, or says 41001, 42001, 40001 or which limit is reached. */
export function checkToken(world: World, request: FastifyRequest): void {
  const given = queryOf(request, 'access_token');
  if (!given) throw new WeixinError(41001);
  const token = world.state.tokens.find((item) => item.token === given);
  if (!token || token.revoked) throw new WeixinError(40001);
  if (token.expiresAt <= world.clock.now()) throw new WeixinError(42001);
  countRequest(world, request);
}

/** The JSON body of a POST, or 44002 / 47001. */
export function checkBody(request: FastifyRequest): Record<string, unknown> {
  if (bodyOf(request).length === 0) throw new WeixinError(44002);
  const body = objectOf(request);
  if (!body) throw new WeixinError(47001);
  return body;
}

export function tokenRoutes(app: FastifyInstance, world: World): void {
  app.get('/cgi-bin/token', (request) => {
    if (queryOf(request, 'grant_type') !== 'client_credential') throw new WeixinError(40002);
    checkApp(world, queryOf(request, 'appid'), queryOf(request, 'secret'));
    countRequest(world, request);
    return answer(world, plainToken(world));
  });
  app.get('/cgi-bin/stable_token', () => {
    throw new WeixinError(43002);
  });
  app.post('/cgi-bin/stable_token', (request) => {
    const { grant_type: grant, appid, secret, force_refresh: forced = false } = checkBody(request);
    if (grant !== 'client_credential') throw new WeixinError(40002);
    if (typeof forced !== 'boolean') throw new WeixinError(47001);
    checkApp(world, String(appid ?? ''), String(secret ?? ''));
    countRequest(world, request);
    return answer(world, stableToken(world, forced));
  });
}
