import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf, targetOf } from '../../http.js';
import type { World } from '../../world.js';
import type { WeixinError } from '../errors.js';

/** A refused call, as rid/get tells of it for seven days. */
export interface RidRecord {
  rid: string;
  at: number;
  tookMs: number;
  url: string;
  body: string;
  answer: string;
  clientIp: string;
}

const kept = 300;
const bodyLimit = 2000;

/** Secrets are not told again. */
const hidden = (text: string): string => text.replace(/((?:access_token|secret)(?:=|"\s*:\s*"))([^&"]{0,6})[^&"]*/g, '$1$2***');

/** Remembers a refused call by its number. */
export function keepRid(world: World, request: FastifyRequest, reply: FastifyReply, error: WeixinError, answer: string): void {
  const { rids } = world.state;
  rids.push({
    rid: error.rid,
    at: world.clock.now(),
    tookMs: Math.round(reply.elapsedTime),
    url: hidden(targetOf(request)),
    body: hidden(bodyOf(request).toString('utf8').slice(0, bodyLimit)),
    answer,
    clientIp: request.ip,
  });
  rids.splice(0, Math.max(0, rids.length - kept));
}
