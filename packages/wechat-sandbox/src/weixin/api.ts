import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Customer } from '../state.js';
import type { World } from '../world.js';
import { WeixinError } from './errors.js';
import { checkBody, checkToken } from './token.js';

type Fields = Record<string, unknown>;
/** What an interface does with a good token and a JSON body. */
export type PostHandler = (body: Fields, request: FastifyRequest, reply: FastifyReply) => unknown;

/** The usual answer, with what else there is to say. */
export const ok = (more: Fields = {}): Fields => ({ errcode: 0, errmsg: 'ok', ...more });

/** An interface by POST with access_token and a JSON body; GET is 43002. */
export function postApi(app: FastifyInstance, world: World, path: string, handle: PostHandler): void {
  app.post(path, (request, reply) => {
    checkToken(world, request);
    return handle(checkBody(request), request, reply);
  });
  app.get(path, () => {
    throw new WeixinError(43002);
  });
}

/** An interface by GET with access_token. */
export function getApi(
  app: FastifyInstance,
  world: World,
  path: string,
  handle: (request: FastifyRequest, reply: FastifyReply) => unknown,
): void {
  app.get(path, (request, reply) => {
    checkToken(world, request);
    return handle(request, reply);
  });
}

/** The customer with this openid, or 40003. */
export function customerOf(world: World, openid: unknown): Customer {
  if (openid !== undefined && typeof openid !== 'string') throw new WeixinError(47001);
  const customer = world.state.customers.find((item) => item.openid === openid);
  if (!customer) throw new WeixinError(40003);
  return customer;
}

/** A text that may be absent; 47001 for another type. */
export function textOf(body: Fields, name: string): string {
  const value = body[name];
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw new WeixinError(47001);
  return value;
}

/** A text that must be there; 47001 without it. */
export function neededText(body: Fields, name: string): string {
  const value = textOf(body, name);
  if (value === '') throw new WeixinError(47001);
  return value;
}

/** Whether this is a page of the mini program, `pages/a/b` with no slash before it. */
export function isPage(world: World, page: string): boolean {
  const { pages } = world.settings;
  if (page === '' || page.startsWith('/') || /[\s?]/.test(page)) return false;
  return !pages || pages.includes(page);
}

/** Characters as a person counts them. */
export const lengthOf = (text: string): number => [...text].length;
