import { ControlError } from '../../control/base.js';
import type { World } from '../../world.js';
import { pushEvent } from '../push/deliver.js';
import { weixinSettings } from '../settings.js';
import { maySend, subscriptionOf } from './send.js';
import { templateOf } from './templates.js';
import type { PrivateTemplate } from './types.js';

/** What the customer taps: `always` and `never` keep the choice (总是保持以上选择). */
export type SubscribeAnswer = 'accept' | 'reject' | 'always' | 'never';

/** What wx.requestSubscribeMessage gives: errMsg, errCode at a failure, and for each template accept, reject or filter. */
export type SubscribeResult = { errMsg: string; errCode?: number; [templateId: string]: string | number | undefined };

/** A line of the pop-up. */
export interface PromptLine {
  templateId: string;
  title: string;
  /** The kept choice; null when the customer is asked. */
  keep: 'accept' | 'reject' | null;
  /** Left out because of an equal title before it. */
  filtered: boolean;
}

const answersKnown: readonly string[] = ['accept', 'reject', 'always', 'never'];

const fail = (errCode: number, message: string): SubscribeResult => ({ errMsg: `requestSubscribeMessage:fail ${message}`, errCode });

const isFailure = (prompt: PromptLine[] | SubscribeResult): prompt is SubscribeResult => !Array.isArray(prompt);

/** What the pop-up for these templates would show, or why there would be none (§5.5). */
export function openPrompt(world: World, openid: string, templateIds: string[]): PromptLine[] | SubscribeResult {
  if (templateIds.length === 0) return fail(10001, "TmplIds can't be empty");
  if (templateIds.length > 5) return fail(20003, 'Templates count out of max bounds');
  if (world.state.mutedCustomers.includes(openid)) return fail(20004, 'The main switch is switched off');
  const templates = templateIds.map((id) => templateOf(world, id));
  if (templates.includes(undefined)) return fail(20001, 'No template data return, verify the template id exist');
  const known = templates as PrivateTemplate[];
  if (new Set(known.map(({ type }) => type)).size > 1) return fail(20002, 'Templates type must be same');
  return known.map(({ priTmplId, title }, index) => ({
    templateId: priTmplId,
    title,
    keep: subscriptionOf(world, openid, priTmplId).keep,
    filtered: known.findIndex((one) => one.title === title) < index,
  }));
}

/** The customer answers the pop-up: permissions grow, and the shop hears of it. */
export function answerPrompt(world: World, openid: string, answers: Record<string, SubscribeAnswer>): SubscribeResult {
  const wrong = Object.values(answers).find((answer) => !answersKnown.includes(answer));
  if (wrong !== undefined) throw new ControlError(400, 'An answer is accept, reject, always or never.');
  const prompt = openPrompt(world, openid, Object.keys(answers));
  if (isFailure(prompt)) return prompt;
  const result: SubscribeResult = { errMsg: 'requestSubscribeMessage:ok' };
  const items: Record<string, string>[] = [];
  for (const { templateId, keep, filtered } of prompt) {
    if (filtered) {
      result[templateId] = 'filter';
      continue;
    }
    const answer = answers[templateId] ?? 'reject';
    const subscription = subscriptionOf(world, openid, templateId);
    const taken = keep ?? (answer === 'accept' || answer === 'always' ? 'accept' : 'reject');
    if (!keep && (answer === 'always' || answer === 'never')) subscription.keep = taken;
    if (taken === 'accept') {
      if (templateOf(world, templateId)?.type === 3) subscription.longTerm = true;
      else subscription.left += 1;
    }
    result[templateId] = taken;
    if (!keep || weixinSettings(world).popupEventWhenKept)
      items.push({ TemplateId: templateId, SubscribeStatusString: taken, PopupScene: '0' });
  }
  if (items.length > 0) pushEvent(world, openid, 'subscribe_msg_popup_event', {}, { wrapper: 'SubscribeMsgPopupEvent', items });
  world.changed();
  return result;
}

/** What the customer set in the mini program's 通知管理. */
export interface NotificationSettings {
  /** False: no message at all. */
  mainSwitch?: boolean;
  /** `ask` lets the pop-up come again. */
  items?: Record<string, 'accept' | 'reject' | 'ask'>;
}

/** The customer changes the settings; of refusals the shop hears. */
export function manage(world: World, openid: string, { mainSwitch, items = {} }: NotificationSettings): void {
  const { mutedCustomers } = world.state;
  if (mainSwitch !== undefined) {
    const others = mutedCustomers.filter((item) => item !== openid);
    mutedCustomers.splice(0, Infinity, ...others, ...(mainSwitch ? [] : [openid]));
  }
  const refused: Record<string, string>[] = [];
  for (const [templateId, choice] of Object.entries(items)) {
    if (!templateOf(world, templateId)) throw new ControlError(404, `There is no template ${templateId}.`);
    const subscription = subscriptionOf(world, openid, templateId);
    subscription.keep = choice === 'ask' ? null : choice;
    if (choice !== 'reject') continue;
    Object.assign(subscription, { left: 0, longTerm: false });
    refused.push({ TemplateId: templateId, SubscribeStatusString: 'reject' });
  }
  if (refused.length > 0)
    pushEvent(world, openid, 'subscribe_msg_change_event', {}, { wrapper: 'SubscribeMsgChangeEvent', items: refused });
  world.changed();
}

/** A customer's switch and, for each template ever asked about, the choice and what may still be sent. */
export interface SubscriptionsView {
  mainSwitch: boolean;
  items: { templateId: string; title: string; left: number; longTerm: boolean; keep: 'accept' | 'reject' | null; allowed: boolean }[];
}

export function subscriptionsView(world: World, openid: string): SubscriptionsView {
  const items = world.state.subscriptions.flatMap((item) => {
    const template = item.openid === openid ? templateOf(world, item.templateId) : undefined;
    if (!template) return [];
    const { templateId, left, longTerm, keep } = item;
    return [{ templateId, title: template.title, left, longTerm, keep, allowed: maySend(world, template, openid) }];
  });
  return { mainSwitch: !world.state.mutedCustomers.includes(openid), items };
}
