import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { queryOf } from '../../http.js';
import type { World } from '../../world.js';
import { getApi, lengthOf, neededText, ok, postApi, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import { categories, library, type LibraryKeyword } from './library.js';
import type { PrivateTemplate } from './types.js';

const newTemplateId = (): string => randomBytes(32).toString('base64url');

/** How the console shows a template: one line for each keyword. */
export const contentOf = (template: PrivateTemplate): string =>
  template.keywords.map(({ key, name }) => `${name}:{{${key}.DATA}}\n`).join('');

const exampleOf = (template: PrivateTemplate): string => template.keywords.map(({ name, example }) => `${name}:${example}\n`).join('');

export const templateOf = (world: World, id: unknown): PrivateTemplate | undefined =>
  world.state.templates.find((item) => item.priTmplId === id);

function pageOf(value: string, errcode: number, min: number, max: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) throw new WeixinError(errcode);
  return number;
}

function titles(ids: string, start: string, limit: string) {
  if (!ids) throw new WeixinError(200019);
  const wanted = ids.split(',').map(Number);
  if (wanted.some((id) => !categories.some((category) => category.id === id))) throw new WeixinError(200018);
  const from = pageOf(start, 200016, 0, Number.MAX_SAFE_INTEGER);
  const size = pageOf(limit, 200017, 1, 30);
  const found = library.filter((item) => wanted.includes(item.categoryId));
  return ok({
    count: found.length,
    data: found.slice(from, from + size).map(({ tid, title, type, categoryId }) => ({ tid, title, type, categoryId: String(categoryId) })),
  });
}

const libraryItem = (tid: unknown) => {
  const item = library.find((one) => String(one.tid) === String(tid));
  if (!item) throw new WeixinError(200014);
  return item;
};

/** addMessageTemplate: keywords keep their number, so `thing` with kid 2 becomes `thing2`. */
function addTemplate(world: World, body: Record<string, unknown>): string {
  const item = libraryItem(body.tid);
  const { kidList } = body;
  if (!Array.isArray(kidList)) throw new WeixinError(47001);
  if (kidList.length < 2 || kidList.length > 5) throw new WeixinError(200020);
  const chosen = kidList.map((kid) => item.keywords.find((one) => one.kid === kid));
  if (new Set(kidList).size !== kidList.length || chosen.includes(undefined)) throw new WeixinError(200002);
  const sceneDesc = textOf(body, 'sceneDesc');
  if (lengthOf(sceneDesc) > 15) throw new WeixinError(200021);
  const { templates } = world.state;
  if (templates.length >= weixinSettings(world).privateTemplateLimit) throw new WeixinError(200012);
  const keywords = (chosen as LibraryKeyword[]).map(({ kid, name, example, rule }) => ({
    key: `${rule}${kid}`,
    name,
    example,
    allowed: item.enums?.[kid] ?? [],
  }));
  const keys = (template: Pick<PrivateTemplate, 'keywords'>) => template.keywords.map(({ key }) => key).join();
  if (templates.some((one) => one.tid === item.tid && keys(one) === keys({ keywords }))) throw new WeixinError(200013);
  const made: PrivateTemplate = { priTmplId: newTemplateId(), tid: item.tid, title: item.title, type: item.type, sceneDesc, keywords };
  templates.push(made);
  return made.priTmplId;
}

const shown = (template: PrivateTemplate) => ({
  priTmplId: template.priTmplId,
  title: template.title,
  content: contentOf(template),
  example: exampleOf(template),
  type: template.type,
  keywordEnumValueList: template.keywords
    .filter(({ allowed }) => allowed.length > 0)
    .map(({ key, allowed }) => ({ keywordCode: `${key}.DATA`, enumValueList: allowed })),
});

/** The template library, /wxaapi/newtmpl/* (§5.6). */
export function templateRoutes(app: FastifyInstance, world: World): void {
  getApi(app, world, '/wxaapi/newtmpl/getcategory', () => ok({ data: categories }));
  getApi(app, world, '/wxaapi/newtmpl/getpubtemplatetitles', (request) =>
    titles(queryOf(request, 'ids'), queryOf(request, 'start'), queryOf(request, 'limit')),
  );
  getApi(app, world, '/wxaapi/newtmpl/getpubtemplatekeywords', (request) => {
    const { keywords } = libraryItem(queryOf(request, 'tid'));
    return ok({ count: keywords.length, data: keywords });
  });
  getApi(app, world, '/wxaapi/newtmpl/gettemplate', () => ok({ data: world.state.templates.map(shown) }));
  postApi(app, world, '/wxaapi/newtmpl/addtemplate', (body) => ok({ priTmplId: addTemplate(world, body) }));
  postApi(app, world, '/wxaapi/newtmpl/deltemplate', (body) => {
    const id = neededText(body, 'priTmplId');
    const index = world.state.templates.findIndex((item) => item.priTmplId === id);
    if (index < 0) throw new WeixinError(40037);
    world.state.templates.splice(index, 1);
    return ok();
  });
}
