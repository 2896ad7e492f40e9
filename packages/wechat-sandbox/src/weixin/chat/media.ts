import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodyOf, queryOf } from '../../http.js';
import type { World } from '../../world.js';
import { checkToken } from '../token.js';
import { getApi } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import type { Media } from './types.js';

/** More than any setting allows, so that too much is refused in WeChat's words. */
const routeLimit = 32 * 1024 * 1024;

const kinds: [mime: string, start: Buffer][] = [
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['image/gif', Buffer.from('GIF8')],
  ['image/bmp', Buffer.from('BM')],
];

/** What picture these bytes are; null for none. */
export const mimeOf = (bytes: Buffer): string | null =>
  kinds.find(([, start]) => bytes.subarray(0, start.length).equals(start))?.[0] ?? null;

/** Keeps a file for as long as temporary media live. */
export function keepMedia(world: World, bytes: Buffer, mime: string, fileName: string): Media {
  const media: Media = {
    mediaId: randomBytes(48).toString('base64url'),
    mime,
    fileName,
    bytes: bytes.length,
    createdAt: world.clock.now(),
  };
  world.blobs.put(media.mediaId, bytes);
  world.state.media.push(media);
  return media;
}

/** A file that is still there; null for an unknown or an expired one. */
export function mediaOf(world: World, mediaId: unknown): { media: Media; bytes: Buffer } | null {
  const media = world.state.media.find((item) => item.mediaId === mediaId);
  if (!media) return null;
  if (world.clock.now() - media.createdAt > weixinSettings(world).mediaLifeMs) {
    world.blobs.remove(media.mediaId);
    world.state.media.splice(world.state.media.indexOf(media), 1);
    return null;
  }
  const bytes = world.blobs.get(media.mediaId);
  return bytes && { media, bytes };
}

/** Where the picture can be seen. */
export const mediaUrl = (world: World, mediaId: string): string =>
  `${weixinSettings(world).publicUrl || world.url}/sandbox/media/${mediaId}`;

async function fileOf(request: FastifyRequest): Promise<File> {
  const type = request.headers['content-type'] ?? '';
  if (bodyOf(request).length === 0) throw new WeixinError(44002);
  const form = await new Response(bodyOf(request), { headers: { 'Content-Type': type } }).formData().catch(() => null);
  const file = form?.get('media');
  if (!(file instanceof File) || file.size === 0) throw new WeixinError(41005);
  return file;
}

/** Temporary media: POST /cgi-bin/media/upload and GET /cgi-bin/media/get (§7.3). */
export function mediaRoutes(app: FastifyInstance, world: World): void {
  app.post('/cgi-bin/media/upload', { bodyLimit: routeLimit }, async (request) => {
    checkToken(world, request);
    if (queryOf(request, 'type') !== 'image') throw new WeixinError(40004);
    const file = await fileOf(request);
    const bytes = Buffer.from(await file.arrayBuffer());
    if (bytes.length > weixinSettings(world).mediaMaxBytes) throw new WeixinError(45001);
    const mime = mimeOf(bytes);
    if (!mime) throw new WeixinError(40005);
    const { mediaId, createdAt } = keepMedia(world, bytes, mime, file.name);
    return { type: 'image', media_id: mediaId, created_at: Math.floor(createdAt / 1000) };
  });
  getApi(app, world, '/cgi-bin/media/get', (request, reply) => {
    const found = mediaOf(world, queryOf(request, 'media_id'));
    if (!found) throw new WeixinError(40007);
    const name = `${found.media.mediaId}.${found.media.mime.slice(6).replace('jpeg', 'jpg')}`;
    return reply.type(found.media.mime).header('Content-Disposition', `attachment; filename="${name}"`).send(found.bytes);
  });
}
