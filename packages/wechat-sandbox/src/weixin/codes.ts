import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomText } from '../crypto.js';
import { isObject } from '../http.js';
import type { MadeCode } from '../state.js';
import type { World } from '../world.js';
import { codePath, drawCode } from './code-image.js';
import { WeixinError } from './errors.js';
import { weixinSettings } from './settings.js';
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

/** A page with its query, of the limited codes. */
function readPath(world: World, value: unknown, max: number): string {
  if (typeof value !== 'string' || value === '' || value.length > max) throw new WeixinError(40159);
  const page = value.split('?')[0] ?? '';
  if (page.startsWith('/') || (world.settings.pages && !world.settings.pages.includes(page))) throw new WeixinError(41030);
  return value;
}

/** The looks that all codes have in common. */
const looksOf = (world: World, body: Record<string, unknown>) => ({
  id: randomText(10),
  envVersion: readEnv(body.env_version),
  width: readWidth(body.width),
  hyaline: body.is_hyaline === true,
  lineColor: body.auto_color === true ? '#000000' : readColor(body.line_color),
  createdAt: world.clock.now(),
});

/** Keeps the code among those the shop had made, and answers with its picture: JPEG, or PNG when is_hyaline. */
async function answer(world: World, code: MadeCode, reply: FastifyReply): Promise<FastifyReply> {
  // The same page and scene made again is the same sticker: the list keeps its newest form.
  const same = world.state.codes.findIndex((item) => codePath(item) === codePath(code));
  if (same >= 0) code.id = world.state.codes.splice(same, 1)[0]?.id ?? code.id;
  world.state.codes.push(code);
  const format = code.hyaline ? 'png' : 'jpeg';
  return reply.type(`image/${format}`).send(await drawCode(code, format));
}

/** The codes whose number is limited share it, and the same path again takes none of it. */
function limitedRoute(app: FastifyInstance, world: World, address: string, longest: number): void {
  app.post(address, async (request, reply) => {
    checkToken(world, request);
    const body = checkBody(request);
    const path = readPath(world, body.path, longest);
    const code: MadeCode = { ...looksOf(world, body), path, page: path.split('?')[0] ?? '', scene: '' };
    const limited = world.state.codes.filter((item) => item.path !== undefined);
    if (limited.length >= weixinSettings(world).limitedCodes && !limited.some((item) => item.path === path)) throw new WeixinError(45029);
    return answer(world, code, reply);
  });
}

/** getUnlimitedQRCode: /wxa/getwxacodeunlimit; getWXACode: /wxa/getwxacode; createQRCode: /cgi-bin/wxaapp/createwxaqrcode (§4.1). */
export function codeRoutes(app: FastifyInstance, world: World): void {
  app.post('/wxa/getwxacodeunlimit', async (request, reply) => {
    checkToken(world, request);
    const body = checkBody(request);
    const scene = readScene(body.scene);
    return answer(world, { ...looksOf(world, body), scene, page: readPage(world, body.page, body.check_path) }, reply);
  });
  limitedRoute(app, world, '/wxa/getwxacode', 1024);
  limitedRoute(app, world, '/cgi-bin/wxaapp/createwxaqrcode', 128);
}
