import type { FastifyInstance } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import { isObject } from '../../http.js';
import type { World } from '../../world.js';
import { customerOf, isPage, neededText, postApi, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { newMsgId, pushEvent } from '../push/deliver.js';
import { weixinSettings } from '../settings.js';
import { templateOf } from './templates.js';
import type { PrivateTemplate, ServiceMessage, Subscription } from './types.js';
import { isValue } from './values.js';

/** Customers to whom a message is on its way. */
const busy = new WeakMap<World, Set<string>>();

export function subscriptionOf(world: World, openid: string, templateId: string): Subscription {
  const { subscriptions } = world.state;
  const found = subscriptions.find((item) => item.openid === openid && item.templateId === templateId);
  if (found) return found;
  const made: Subscription = { openid, templateId, left: 0, longTerm: false, keep: null };
  subscriptions.push(made);
  return made;
}

/** Whether a message may be sent now: the customer's switch, choice and permissions. */
export function maySend(world: World, template: PrivateTemplate, openid: string): boolean {
  if (world.state.mutedCustomers.includes(openid)) return false;
  const { left, longTerm, keep } = subscriptionOf(world, openid, template.priTmplId);
  if (keep === 'reject') return false;
  return template.type === 3 ? longTerm : left > 0;
}

/** The values in the template's order; 47003 naming the first key that is missing, unknown or against its rule. */
function readData(template: PrivateTemplate, data: unknown, lineBreaks: boolean): ServiceMessage['lines'] {
  if (!isObject(data)) throw new WeixinError(47001);
  const refuse = (key: string, what: string) => new WeixinError(47003, `argument invalid! data.${key}.value ${what}`);
  const lines = template.keywords.map(({ key, name, allowed }) => {
    const field = data[key];
    if (field === undefined) throw refuse(key, 'is empty');
    if (!isObject(field) || typeof field.value !== 'string') throw new WeixinError(47001);
    if (field.value.trim() === '') throw refuse(key, 'is empty');
    if (!isValue(key, field.value, allowed, lineBreaks)) throw refuse(key, 'invalid');
    return { label: name, value: field.value.trim() };
  });
  const extra = Object.keys(data).find((key) => !template.keywords.some((keyword) => keyword.key === key));
  if (extra !== undefined) throw refuse(extra, 'is not in the template');
  return lines;
}

function readPage(world: World, body: Record<string, unknown>): string {
  const page = textOf(body, 'page');
  if (page !== '' && !isPage(world, page.split('?')[0] ?? '')) throw new WeixinError(41030);
  return page;
}

function readChoice(body: Record<string, unknown>, name: string, known: readonly string[]): string {
  const value = textOf(body, name) || (known[0] ?? '');
  if (!known.includes(value)) throw new WeixinError(40097);
  return value;
}

async function send(world: World, body: Record<string, unknown>): Promise<string> {
  const { openid } = customerOf(world, neededText(body, 'touser'));
  const template = templateOf(world, neededText(body, 'template_id'));
  if (!template) throw new WeixinError(40037);
  const page = readPage(world, body);
  const miniprogramState = readChoice(body, 'miniprogram_state', ['formal', 'developer', 'trial']);
  const lang = readChoice(body, 'lang', ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']);
  const lines = readData(template, body.data, weixinSettings(world).valueLineBreaks === 'taken');
  const { words, subscribeSendMs } = weixinSettings(world);
  if (words.some(({ word, suggest }) => suggest === 'risky' && lines.some(({ value }) => value.includes(word))))
    throw new WeixinError(45168);
  if (!maySend(world, template, openid)) throw new WeixinError(43101);
  const sending = busy.get(world) ?? new Set<string>();
  busy.set(world, sending);
  if (sending.has(openid)) throw new WeixinError(43108);
  if (template.type === 2) subscriptionOf(world, openid, template.priTmplId).left -= 1;
  sending.add(openid);
  await wait(subscribeSendMs);
  sending.delete(openid);
  const msgId = newMsgId();
  world.state.serviceMessages.push({
    msgId,
    openid,
    kind: 'subscribe',
    templateId: template.priTmplId,
    title: template.title,
    lines,
    page,
    miniprogramState,
    lang,
    at: world.clock.now(),
    openedAt: null,
  });
  const item = { TemplateId: template.priTmplId, MsgID: msgId, ErrorCode: '0', ErrorStatus: 'success' };
  pushEvent(world, openid, 'subscribe_msg_sent_event', {}, { wrapper: 'SubscribeMsgSentEvent', items: [item] });
  return msgId;
}

/** sendMessage: POST /cgi-bin/message/subscribe/send (§5.1). */
export function subscribeRoutes(app: FastifyInstance, world: World): void {
  postApi(app, world, '/cgi-bin/message/subscribe/send', async (body, _request, reply) => {
    const msgId = await send(world, body);
    // msgid is a number beyond 2^53: written by hand, so that none of its digits is lost.
    return reply.type('application/json; charset=utf-8').send(`{"errcode":0,"errmsg":"ok","msgid":${msgId}}`);
  });
}
