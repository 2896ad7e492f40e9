import type { FastifyInstance } from 'fastify';
import { randomText } from '../crypto.js';
import { isObject } from '../http.js';
import type { MadeCode } from '../state.js';
import type { World } from '../world.js';
import { drawCode } from './code-image.js';
import { WeixinError } from './errors.js';
import { checkBody, checkToken } from './token.js';

const sceneCharacters = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

function readScene(value: unknown): string {
  if (typeof value !== 'string' || value.length === 0) throw new WeixinError(40169);
  if (!sceneCharacters.test(value)) throw new WeixinError(40129);
  if (value.length > 32) throw new WeixinError(40169);
  if (value.includes('scancode_time')) throw new WeixinError(85096);
  return value;
}

function readPage(world: World, page: unknown, checkPath: unknown): string {
  if (page === undefined || page === '') return world.settings.homePage;
  if (typeof page !== 'string') throw new WeixinError(47001);
  if (page.startsWith('/') || page.includes('?')) throw new WeixinError(41030);
  const { pages } = world.settings;
  if (checkPath !== false && pages && !pages.includes(page)) throw new WeixinError(41030);
  return page;
}

function readWidth(value: unknown): number {
  if (value === undefined) return 430;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new WeixinError(47001);
  if (value < 280 || value > 1280) throw new WeixinError(40097);
  return value;
}

function readEnv(value: unknown): string {
  if (value === undefined) return 'release';
  if (value !== 'release' && value !== 'trial' && value !== 'develop') throw new WeixinError(40097);
  return value;
}

function readColor(value: unknown): string {
  if (!isObject(value)) return '#000000';
  const parts = ['r', 'g', 'b'].map((key) => Number(value[key] ?? 0));
  if (parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) throw new WeixinError(40097);
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** getUnlimitedQRCode: POST /wxa/getwxacodeunlimit; JPEG, or PNG when is_hyaline. */
export function codeRoutes(app: FastifyInstance, world: World): void {
  app.post('/wxa/getwxacodeunlimit', async (request, reply) => {
    checkToken(world, request);
    const body = checkBody(request);
    const code: MadeCode = {
      id: randomText(10),
      scene: readScene(body.scene),
      page: readPage(world, body.page, body.check_path),
      envVersion: readEnv(body.env_version),
      width: readWidth(body.width),
      hyaline: body.is_hyaline === true,
      lineColor: body.auto_color === true ? '#000000' : readColor(body.line_color),
      createdAt: world.clock.now(),
    };
    // The same page and scene made again is the same sticker: the list keeps its newest form.
    const same = world.state.codes.findIndex((item) => item.page === code.page && item.scene === code.scene);
    if (same >= 0) code.id = world.state.codes.splice(same, 1)[0]?.id ?? code.id;
    world.state.codes.push(code);
    const format = code.hyaline ? 'png' : 'jpeg';
    return reply.type(`image/${format}`).send(await drawCode(code, format));
  });
}
