import type { FastifyInstance } from 'fastify';
import { randomText } from '../../crypto.js';
import { isObject } from '../../http.js';
import type { World } from '../../world.js';
import { isPage, lengthOf, neededText, ok, postApi, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import type { Link } from './types.js';
import { visitsLeft } from './open.js';

type Fields = Record<string, unknown>;

const day = 86_400_000;
const longestMs = 30 * day;
const queryCharacters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]*$/;

/** Page, query and version of a scheme or a link; 40165, 40212, 85402 or 85079. */
function readTarget(world: World, body: Fields): Pick<Link, 'path' | 'query' | 'envVersion'> {
  const envVersion = textOf(body, 'env_version') || 'release';
  if (!['release', 'trial', 'develop'].includes(envVersion)) throw new WeixinError(85402);
  if (envVersion === 'release' && !weixinSettings(world).published) throw new WeixinError(85079);
  const path = textOf(body, 'path');
  if (path !== '' && !isPage(world, path)) throw new WeixinError(40165);
  const query = textOf(body, 'query');
  if (query.length > 1024 || !queryCharacters.test(query)) throw new WeixinError(40212);
  return { path: path || world.settings.homePage, query, envVersion };
}

const wholeNumber = (body: Fields, name: string): number | undefined => {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new WeixinError(47001);
  return value;
};

/** Every link ends: a minute to thirty days ahead, or 85401. `expire_time` is at the caller's clock. */
function readExpiry(world: World, body: Fields): number {
  const now = world.clock.now();
  const type = wholeNumber(body, 'expire_type') ?? 0;
  if (type !== 0 && type !== 1) throw new WeixinError(40097);
  if (type === 1) {
    const days = wholeNumber(body, 'expire_interval') ?? 30;
    if (days < 1 || days > 30) throw new WeixinError(85401);
    return now + days * day;
  }
  const at = wholeNumber(body, 'expire_time');
  if (at === undefined) return now + longestMs;
  const ahead = at * 1000 - world.clock.wire();
  // Whole seconds: the minute may have lost one of them on its way.
  if (ahead < 58_000 || ahead > longestMs) throw new WeixinError(85401);
  return at * 1000 + world.clock.advanced;
}

function keep(world: World, link: Omit<Link, 'createdAt'>): Link {
  const made = { ...link, createdAt: world.clock.now() };
  world.state.links.push(made);
  return made;
}

function shortLink(world: World, body: Fields): string {
  const { ecommerce, permanentShortLinks } = weixinSettings(world);
  if (!ecommerce) throw new WeixinError(43104);
  const page = neededText(body, 'page_url');
  const [path = '', query = ''] = page.split(/\?(.*)/s);
  if (page.length > 1024 || !isPage(world, path)) throw new WeixinError(40066);
  const title = textOf(body, 'page_title');
  if (lengthOf(title) > 20) throw new WeixinError(40225);
  const { is_permanent: permanent = false } = body;
  if (typeof permanent !== 'boolean') throw new WeixinError(47001);
  const before = world.state.links.filter((link) => link.kind === 'short' && link.expiresAt === null);
  if (permanent && before.length >= permanentShortLinks) throw new WeixinError(85400);
  const url = `#小程序://${title || world.settings.merchantName}/${randomText(15)}`;
  return keep(world, {
    kind: 'short',
    url,
    path,
    query,
    envVersion: 'release',
    expiresAt: permanent ? null : world.clock.now() + longestMs,
  }).url;
}

/** What is known of a link, under the name its interface uses. */
function query(world: World, body: Fields, kind: Link['kind'], field: string, infoName: string): Fields {
  const url = neededText(body, field);
  const link = world.state.links.find((item) => item.kind === kind && item.url === url);
  if (!link) throw new WeixinError(85403);
  const type = wholeNumber(body, 'query_type') ?? 0;
  if (type === 1) return ok({ quota_info: { remain_visit_quota: visitsLeft(world) } });
  if (type !== 0) throw new WeixinError(40097);
  const info = {
    appid: world.credentials.appid,
    path: link.path,
    query: link.query,
    create_time: Math.floor(link.createdAt / 1000),
    expire_time: Math.floor((link.expiresAt ?? 0) / 1000),
    env_version: link.envVersion,
  };
  return ok({ [infoName]: info });
}

/** URL Scheme, URL Link and Short Link (§4.2 to §4.4). */
export function linkRoutes(app: FastifyInstance, world: World): void {
  postApi(app, world, '/wxa/generatescheme', (body) => {
    const { jump_wxa: jump = {} } = body;
    if (!isObject(jump)) throw new WeixinError(47001);
    const url = `weixin://dl/business/?t=${randomText(13)}`;
    const link = keep(world, { kind: 'scheme', url, ...readTarget(world, jump), expiresAt: readExpiry(world, body) });
    return ok({ openlink: link.url });
  });
  postApi(app, world, '/wxa/queryscheme', (body) => query(world, body, 'scheme', 'scheme', 'scheme_info'));
  postApi(app, world, '/wxa/generate_urllink', (body) => {
    const link = keep(world, {
      kind: 'link',
      url: `https://wxaurl.cn/${randomText(11)}`,
      ...readTarget(world, body),
      expiresAt: readExpiry(world, body),
    });
    return ok({ url_link: link.url });
  });
  postApi(app, world, '/wxa/query_urllink', (body) => query(world, body, 'link', 'url_link', 'url_link_info'));
  postApi(app, world, '/wxa/genwxashortlink', (body) => ok({ link: shortLink(world, body) }));
}
