import type { FastifyInstance } from 'fastify';
import type { World } from '../../world.js';
import { lengthOf, neededText, ok, postApi, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import { activeOpenid, judge, newTraceId, readScene } from './verdict.js';

const contentLimit = 2500;

function check(world: World, body: Record<string, unknown>): Record<string, unknown> {
  const content = neededText(body, 'content');
  const { words } = weixinSettings(world);
  // Without a version it is the old interface, which only says yes or no.
  if (body.version === undefined) {
    if (judge(world, content, words).suggest === 'risky') throw new WeixinError(87014);
    return ok();
  }
  if (body.version !== 2) throw new WeixinError(40097);
  const scene = readScene(body);
  activeOpenid(world, body);
  if (lengthOf(content) > contentLimit) throw new WeixinError(40097);
  const signature = textOf(body, 'signature');
  const text = [content, textOf(body, 'title'), textOf(body, 'nickname'), scene === 1 ? signature : ''].join('\n');
  const { suggest, label, word } = judge(world, text, words);
  const detail: Record<string, unknown>[] = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];
  if (word) detail.push({ strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword: word });
  return ok({ trace_id: newTraceId(), result: { suggest, label }, detail });
}

/** msgSecCheck: POST /wxa/msg_sec_check (§8.1). */
export function textCheckRoutes(app: FastifyInstance, world: World): void {
  postApi(app, world, '/wxa/msg_sec_check', (body) => check(world, body));
}
