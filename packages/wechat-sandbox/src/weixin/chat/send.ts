import type { FastifyInstance } from 'fastify';
import { isObject } from '../../http.js';
import type { World } from '../../world.js';
import { customerOf, isPage, neededText, ok, postApi, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { mediaOf, mediaUrl } from './media.js';
import { addEntry, useWindow, windowsOf } from './session.js';
import type { ChatEntry } from './types.js';

type Fields = Record<string, unknown>;

const textBytes = 2048;
/** Without interaction for so long the shop may not show that it types. */
const interactionMs = 30_000;
const typingMs = 15_000;

function pictureOf(world: World, mediaId: string): { mediaId: string; url: string } {
  if (!mediaOf(world, mediaId)) throw new WeixinError(40007);
  return { mediaId, url: mediaUrl(world, mediaId) };
}

/** Reads the part of each msgtype (§7.2). */
const readers: Record<string, (world: World, part: Fields) => Record<string, string>> = {
  text(_world, part) {
    const content = textOf(part, 'content');
    if (content === '') throw new WeixinError(44004);
    if (Buffer.byteLength(content) > textBytes) throw new WeixinError(45002);
    return { content };
  },
  image: (world, part) => pictureOf(world, textOf(part, 'media_id')),
  link: (_world, part) => ({
    title: neededText(part, 'title'),
    description: neededText(part, 'description'),
    url: neededText(part, 'url'),
    thumbUrl: neededText(part, 'thumb_url'),
  }),
  miniprogrampage(world, part) {
    const title = neededText(part, 'title');
    const pagePath = neededText(part, 'pagepath');
    if (!isPage(world, pagePath.split('?')[0] ?? '')) throw new WeixinError(40165);
    const { mediaId, url } = pictureOf(world, textOf(part, 'thumb_media_id'));
    return { title, pagePath, thumbMediaId: mediaId, thumbUrl: url };
  },
};

function isAi(body: Fields): boolean {
  const { aimsgcontext: context } = body;
  if (context === undefined) return false;
  if (!isObject(context)) throw new WeixinError(47001);
  const { is_ai_msg: marked = 0 } = context;
  if (marked !== 0 && marked !== 1) throw new WeixinError(40097);
  return marked === 1;
}

function send(world: World, body: Fields): Fields {
  const { openid } = customerOf(world, neededText(body, 'touser'));
  const type = neededText(body, 'msgtype');
  const read = readers[type];
  if (!read) throw new WeixinError(40008);
  const part = body[type];
  if (!isObject(part)) throw new WeixinError(47001);
  const content = read(world, part);
  const ai = isAi(body);
  useWindow(world, openid);
  windowsOf(world, openid).typingUntil = 0;
  addEntry(world, openid, 'shop', type as ChatEntry['type'], content, { ai });
  return ok();
}

function typing(world: World, body: Fields): Fields {
  const { openid } = customerOf(world, neededText(body, 'touser'));
  const { command } = body;
  if (command !== 'Typing' && command !== 'CancelTyping') throw new WeixinError(45072);
  const windows = windowsOf(world, openid);
  const now = world.clock.now();
  if (command === 'CancelTyping') {
    windows.typingUntil = 0;
    return ok();
  }
  if (now - windows.lastAt > interactionMs) throw new WeixinError(45080);
  if (windows.typingUntil > now) throw new WeixinError(45081);
  windows.typingUntil = now + typingMs;
  return ok();
}

/** 客服消息: POST /cgi-bin/message/custom/send and /typing. */
export function chatRoutes(app: FastifyInstance, world: World): void {
  postApi(app, world, '/cgi-bin/message/custom/send', (body) => send(world, body));
  postApi(app, world, '/cgi-bin/message/custom/typing', (body) => typing(world, body));
}
