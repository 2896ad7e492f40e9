import { chinaDay } from '../../clock.js';
import { ControlError } from '../../control/base.js';
import type { World } from '../../world.js';
import { isPage } from '../api.js';
import { weixinSettings } from '../settings.js';
import { type Opened, opened } from '../subscribe/control.js';
import type { Link } from './types.js';

/** 场景值: 1065 scheme, 1194 link; short links have none of their own here. */
const scenes: Record<Link['kind'], number> = { scheme: 1065, link: 1194, short: 1000 };
const plainScene = 1286;
const business = 'weixin://dl/business/';

/** Openings that are left of this day, of all links together. */
export function visitsLeft(world: World): number {
  const { linkVisits } = world.state;
  const used = linkVisits.day === chinaDay(world.clock.now()) ? linkVisits.used : 0;
  return Math.max(0, weixinSettings(world).linkVisitsPerDay - used);
}

function countVisit(world: World): void {
  if (visitsLeft(world) === 0) throw new ControlError(400, 'The openings of this day are used up (85406).');
  const day = chinaDay(world.clock.now());
  const { linkVisits } = world.state;
  world.state.linkVisits = { day, used: (linkVisits.day === day ? linkVisits.used : 0) + 1 };
}

/** 明文 URL Scheme: made without WeChat, to a declared page, with at most 512 characters of query. */
function openPlain(world: World, params: URLSearchParams): Opened {
  if (params.get('appid') !== world.credentials.appid) throw new ControlError(404, 'The scheme is of another mini program.');
  const path = params.get('path') ?? '';
  const query = params.get('query') ?? '';
  if (!isPage(world, path)) throw new ControlError(400, `There is no page ${path}.`);
  if (query.length > 512) throw new ControlError(400, 'The query is longer than 512 characters.');
  return opened(`${path}?${query}`, params.get('env_version') ?? 'release', plainScene);
}

/** Somebody opens a link: page, query and scene, or why nothing opens. */
export function openLink(world: World, url: string): Opened {
  const params = url.startsWith(business) ? new URL(url).searchParams : new URLSearchParams();
  if (params.has('appid')) {
    const plain = openPlain(world, params);
    countVisit(world);
    return plain;
  }
  const custom = params.get('cq');
  const link = world.state.links.find((item) => item.url === (params.has('t') ? `${business}?t=${params.get('t')}` : url));
  if (!link) throw new ControlError(404, 'There is no such link.');
  if (custom !== null && custom.length > 256) throw new ControlError(400, 'cq is longer than 256 characters.');
  if (link.expiresAt !== null && link.expiresAt < world.clock.now()) throw new ControlError(400, 'The link has expired.');
  countVisit(world);
  const result = opened(`${link.path}?${link.query}`, link.envVersion, scenes[link.kind]);
  return custom === null ? result : { ...result, query: { ...result.query, cq: custom } };
}
