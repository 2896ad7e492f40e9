import { randomText } from '../../crypto.js';
import type { World } from '../../world.js';
import { isActive } from '../activity.js';
import { customerOf, neededText } from '../api.js';
import { WeixinError } from '../errors.js';
import type { WordRule } from '../settings.js';
import type { Verdict } from './types.js';

export const newTraceId = (): string => [8, 8, 8, 8].map((length) => randomText(length, '0123456789abcdef')).join('-');

/** The planned verdict for this check; null when none is planned. */
function takePlanned(world: World): Verdict | null {
  const { contentVerdicts } = world.state;
  const [planned] = contentVerdicts;
  if (!planned) return null;
  planned.count -= 1;
  if (planned.count <= 0) contentVerdicts.shift();
  return { suggest: planned.suggest, label: planned.label };
}

/** What is thought of this text, and by which word; the worst word counts. */
export function judge(world: World, text: string, rules: readonly WordRule[]): Verdict & { word: string | null } {
  const planned = takePlanned(world);
  if (planned) return { ...planned, word: null };
  const found = rules.filter(({ word }) => text.includes(word));
  const worst = found.find(({ suggest }) => suggest === 'risky') ?? found[0];
  return worst ? { suggest: worst.suggest, label: worst.label, word: worst.word } : { suggest: 'pass', label: 100, word: null };
}

/** The openid of a customer who used the mini program within two hours; 40003 or 61010. */
export function activeOpenid(world: World, body: Record<string, unknown>): string {
  const { openid } = customerOf(world, neededText(body, 'openid'));
  if (!isActive(world, openid)) throw new WeixinError(61010);
  return openid;
}

/** 1 profile, 2 comment, 3 forum, 4 social log; 40129 for another. */
export function readScene(body: Record<string, unknown>): number {
  const { scene } = body;
  if (typeof scene !== 'number') throw new WeixinError(47001);
  if (![1, 2, 3, 4].includes(scene)) throw new WeixinError(40129);
  return scene;
}
