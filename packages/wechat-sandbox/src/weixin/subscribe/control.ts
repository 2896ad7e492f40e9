import { randomBytes } from 'node:crypto';
import { ControlError } from '../../control/base.js';
import type { World } from '../../world.js';
import { noteActivity } from '../activity.js';
import { kindOf } from './values.js';
import type { PrivateTemplate, ServiceMessage } from './types.js';

/** A template as a merchant enters one by hand, so that a shop's configured id is known here. */
export interface TemplateInput {
  /** A new one when absent. */
  priTmplId?: string;
  title: string;
  type?: 2 | 3;
  /** `key` is such as `thing1`; `allowed` are the values of an `enum` key. */
  keywords: { key: string; name: string; example?: string; allowed?: string[] }[];
}

/** Adds a template with any id and keywords. */
export function enterTemplate(world: World, input: TemplateInput): PrivateTemplate {
  const { priTmplId = randomBytes(32).toString('base64url'), title, type = 2, keywords } = input;
  if (typeof title !== 'string' || !Array.isArray(keywords) || keywords.length === 0)
    throw new ControlError(400, 'A template has a title and keywords.');
  const wrong = keywords.find(({ key }) => typeof key !== 'string' || kindOf(key) === null);
  if (wrong) throw new ControlError(400, `A key is a kind of value and a number, such as thing1, and not ${wrong.key}.`);
  if (world.state.templates.some((item) => item.priTmplId === priTmplId)) throw new ControlError(400, `There is a template ${priTmplId}.`);
  const made: PrivateTemplate = {
    priTmplId,
    tid: 0,
    title,
    type,
    sceneDesc: '',
    keywords: keywords.map(({ key, name, example = '', allowed = [] }) => ({ key, name, example, allowed })),
  };
  world.state.templates.push(made);
  world.changed();
  return made;
}

/** How a tap opens the mini program. */
export interface Opened {
  /** Page without query. */
  path: string;
  query: Record<string, string>;
  /** `release`, `trial` or `develop`. */
  envVersion: string;
  /** 场景值. */
  scene: number;
}

const versions: Record<string, string> = { formal: 'release', trial: 'trial', developer: 'develop' };

/** A page with its query, taken apart as the mini program receives it. */
export function opened(page: string, envVersion: string, scene: number): Opened {
  const [path = '', query = ''] = page.split(/\?(.*)/s);
  return { path, query: Object.fromEntries(new URLSearchParams(query)), envVersion, scene };
}

/** The customer taps a 服务通知 (scene 1014). */
export function openMessage(world: World, message: ServiceMessage): Opened {
  if (message.page === '') throw new ControlError(400, 'This message opens nothing.');
  message.openedAt = world.clock.now();
  noteActivity(world, message.openid);
  world.changed();
  return opened(message.page, versions[message.miniprogramState] ?? 'release', 1014);
}
