import type { FastifyInstance } from 'fastify';
import type { World } from '../../world.js';
import { neededText, ok, postApi } from '../api.js';
import { WeixinError } from '../errors.js';
import { pushEvent } from '../push/deliver.js';
import { weixinSettings } from '../settings.js';
import type { MediaCheck } from './types.js';
import { activeOpenid, judge, newTraceId, readScene } from './verdict.js';

const downloadMs = 5000;
const keptChecks = 200;

function ask(world: World, body: Record<string, unknown>): Record<string, unknown> {
  const url = neededText(body, 'media_url');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new WeixinError(40097);
  const { media_type: type, version } = body;
  if (typeof type !== 'number') throw new WeixinError(47001);
  if (type !== 1 && type !== 2) throw new WeixinError(40004);
  if (version !== 2) throw new WeixinError(40097);
  readScene(body);
  const made: MediaCheck = { traceId: newTraceId(), openid: activeOpenid(world, body), url, askedAt: world.clock.now(), done: false };
  const { mediaChecks } = world.state;
  mediaChecks.push(made);
  mediaChecks.splice(0, Math.max(0, mediaChecks.length - keptChecks));
  checkLater(world, made);
  return ok({ trace_id: made.traceId });
}

function checkLater(world: World, check: MediaCheck): void {
  const waited = world.clock.now() - check.askedAt;
  world.schedule.after(Math.max(0, weixinSettings(world).mediaCheckDelayMs - waited), () => void finish(world, check));
}

/** Goes on with what was not yet judged when the sandbox stopped. */
export function resumeMediaChecks(world: World): void {
  for (const check of world.state.mediaChecks) if (!check.done) checkLater(world, check);
}

/** True when the file is there and not too large. */
async function downloads(url: string, maxBytes: number): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(downloadMs) });
    const bytes = await answer.arrayBuffer();
    return answer.ok && bytes.byteLength > 0 && bytes.byteLength <= maxBytes;
  } catch {
    return false;
  }
}

async function finish(world: World, check: MediaCheck): Promise<void> {
  const { mediaCheckMaxBytes, mediaWords } = weixinSettings(world);
  const there = await downloads(check.url, mediaCheckMaxBytes);
  if (check.done) return;
  check.done = true;
  const common = { appid: world.credentials.appid, trace_id: check.traceId, version: 2 };
  if (!there) {
    pushEvent(world, check.openid, 'wxa_media_check', { ...common, detail: [], errcode: -1008, errmsg: 'download failed' });
    return;
  }
  const name = decodeURIComponent(new URL(check.url).pathname.split('/').at(-1) ?? '');
  const { suggest, label } = judge(world, name, mediaWords);
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];
  pushEvent(world, check.openid, 'wxa_media_check', { ...common, detail, errcode: 0, errmsg: 'ok', result: { suggest, label } });
}

/** mediaCheckAsync: POST /wxa/media_check_async; the result is the push `wxa_media_check` (§8.2). */
export function mediaCheckRoutes(app: FastifyInstance, world: World): void {
  postApi(app, world, '/wxa/media_check_async', (body) => ask(world, body));
}
