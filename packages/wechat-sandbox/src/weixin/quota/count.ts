import { chinaDay } from '../../clock.js';
import type { World } from '../../world.js';
import { WeixinError } from '../errors.js';
import { type QuotaRule, weixinSettings } from '../settings.js';

/** What was used of a limit in one period. */
export interface QuotaCount {
  /** The period: a day in China, or the number of a minute or a second. */
  period: string;
  used: number;
}

/** A limit and its count. */
export interface QuotaView {
  path: string;
  per: QuotaRule['per'];
  max: number;
  used: number;
}

/** WeChat's own limits, as far as they are known. */
const usual: readonly QuotaRule[] = [
  // 2000 a day is UNCONFIRMED.
  { path: '/cgi-bin/token', per: 'day', max: 2000 },
  { path: '/cgi-bin/stable_token', per: 'minute', max: 10_000 },
  { path: '/cgi-bin/stable_token', per: 'day', max: 500_000 },
  { path: '/wxa/getwxacodeunlimit', per: 'minute', max: 5000, errcode: 45009 },
  { path: '/wxa/generatescheme', group: 'links', per: 'second', max: 100 },
  { path: '/wxa/generatescheme', group: 'links', per: 'day', max: 500_000, errcode: 44993 },
  { path: '/wxa/generate_urllink', group: 'links', per: 'second', max: 100 },
  { path: '/wxa/generate_urllink', group: 'links', per: 'day', max: 500_000, errcode: 44993 },
  { path: '/wxa/genwxashortlink', per: 'day', max: 10_000_000 },
  { path: '/cgi-bin/message/subscribe/send', per: 'day', max: 30_000_000 },
  { path: '/wxa/msg_sec_check', per: 'minute', max: 4000, errcode: 44991 },
  { path: '/wxa/msg_sec_check', per: 'day', max: 2_000_000 },
  { path: '/wxa/media_check_async', per: 'minute', max: 2000, errcode: 44991 },
  { path: '/wxa/media_check_async', per: 'day', max: 200_000 },
];

/** The daily limit of an interface for which none is known. */
export const usualPerDay = 10_000_000;
const codes = { day: 45009, minute: 45011, second: 44990 } as const;
export const periodSeconds = { day: 86_400, minute: 60, second: 1 } as const;

/** The limits of one interface: those of the settings stand for WeChat's own. */
export function rulesOf(world: World, path: string): QuotaRule[] {
  const own = weixinSettings(world).quotas.filter((rule) => rule.path === path);
  const rest = usual.filter((rule) => rule.path === path && !own.some((other) => other.per === rule.per));
  const rules = [...own, ...rest];
  return rules.some((rule) => rule.per === 'day') ? rules : [...rules, { path, per: 'day', max: usualPerDay }];
}

function periodOf(world: World, per: QuotaRule['per']): string {
  const now = world.clock.now();
  return per === 'day' ? chinaDay(now) : String(Math.floor(now / (periodSeconds[per] * 1000)));
}

const keyOf = ({ path, group, per }: QuotaRule): string => `${group ?? path} ${per}`;

/** How often it was called in the present period. */
export function usedOf(world: World, rule: QuotaRule): number {
  const count = world.state.quotaCounts[keyOf(rule)];
  return count?.period === periodOf(world, rule.per) ? count.used : 0;
}

/** Counts a call; refuses it instead when a limit is reached. */
export const countCall = (world: World, path: string): void => countBy(world, rulesOf(world, path));

/** Counts the login of one customer. */
export const countLogin = (world: World, openid: string): void =>
  countBy(world, [{ path: `login ${openid}`, per: 'minute', max: weixinSettings(world).loginsPerMinute }]);

function countBy(world: World, rules: QuotaRule[]): void {
  const full = rules.find((rule) => usedOf(world, rule) >= rule.max);
  if (full) throw new WeixinError(full.errcode ?? codes[full.per]);
  for (const rule of rules) world.state.quotaCounts[keyOf(rule)] = { period: periodOf(world, rule.per), used: usedOf(world, rule) + 1 };
}

/** Forgets what was counted this day. */
export function clearDay(world: World): void {
  for (const key of Object.keys(world.state.quotaCounts)) if (key.endsWith(' day')) delete world.state.quotaCounts[key];
}

export function quotaView(world: World): QuotaView[] {
  const called = Object.keys(world.state.quotaCounts).flatMap((key) => (key.startsWith('/') ? [key.split(' ')[0] ?? ''] : []));
  const paths = new Set([...usual.map(({ path }) => path), ...weixinSettings(world).quotas.map(({ path }) => path), ...called]);
  return [...paths].flatMap((path) =>
    rulesOf(world, path).map((rule) => ({ path, per: rule.per, max: rule.max, used: usedOf(world, rule) })),
  );
}
