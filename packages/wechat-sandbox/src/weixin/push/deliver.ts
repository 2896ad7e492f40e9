import { randomText } from '../../crypto.js';
import { type FaultRule, takeFault } from '../../faults.js';
import type { World } from '../../world.js';
import { type PushSettings, weixinSettings } from '../settings.js';
import { decryptPush, encryptPush, pushDigest } from './cipher.js';
import { originalIdOf, type Push, type PushMessage, readXml, renderJson, renderXml } from './message.js';
import { pushUrl } from './verify.js';

const digits = '0123456789';
const keptPushes = 500;
const heldMs = 5000;

type Fault = Extract<FaultRule, { on: 'push' }>;

/** Who hears how a push ended: the chat shows when nobody answered a message. */
export interface PushListener {
  delivered(world: World, push: Push): void;
  givenUp(world: World, push: Push): void;
}
const listeners: PushListener[] = [];
export const onPushEnd = (listener: PushListener): void => void listeners.push(listener);

/** Pushes held back until the next one, for each world. */
const held = new WeakMap<World, (() => void)[]>();

/** A 64-bit number of a message, as digits. */
export const newMsgId = (): string => `2${randomText(18, digits)}`;

/**
 * Pushes a customer's message or an event to the shop.
 * @param fields what follows ToUserName, FromUserName, CreateTime and MsgType
 */
export function pushToShop(
  world: World,
  openid: string,
  msgType: string,
  fields: Record<string, unknown>,
  list: PushMessage['list'] = null,
): Push {
  const { pushes } = world.state;
  const push: Push = {
    id: randomText(12),
    event: msgType === 'event' ? String(fields.Event) : msgType,
    openid,
    message: {
      fields: {
        ToUserName: originalIdOf(world),
        FromUserName: openid,
        CreateTime: Math.floor(world.clock.now() / 1000),
        MsgType: msgType,
        ...fields,
      },
      list,
    },
    createdAt: world.clock.now(),
    attempts: [],
    failures: 0,
    status: 'pending',
    reply: null,
  };
  pushes.push(push);
  pushes.splice(0, Math.max(0, pushes.length - keptPushes));
  if (!weixinSettings(world).push) push.status = 'not configured';
  else
    begin(
      world,
      push,
      takeFault(world.state.faults, 'push', (rule) => !rule.event || rule.event === push.event),
    );
  world.changed();
  return push;
}

/** An event, pushed. */
export const pushEvent = (
  world: World,
  openid: string,
  event: string,
  fields: Record<string, unknown> = {},
  list: PushMessage['list'] = null,
): Push => pushToShop(world, openid, 'event', { Event: event, ...fields }, list);

function begin(world: World, push: Push, fault: Fault | null): void {
  if (fault?.action === 'drop') {
    push.status = 'dropped';
    return;
  }
  const waiting = held.get(world) ?? [];
  if (fault?.action === 'reorder') {
    let started = false;
    const start = (): void => {
      if (!started) world.schedule.after(0, () => void deliver(world, push));
      started = true;
    };
    held.set(world, [...waiting, start]);
    world.schedule.after(fault.delayMs ?? heldMs, start);
    return;
  }
  held.delete(world);
  world.schedule.after(fault?.action === 'delay' ? (fault.delayMs ?? 60_000) : 0, () => {
    const forged = fault?.action === 'forge' ? attempt(world, push, true) : Promise.resolve(false);
    const again = fault?.action === 'duplicate' ? attempt(world, push, false) : Promise.resolve(false);
    void Promise.all([forged, again])
      .then(() => deliver(world, push))
      // Those that were held back come after this one.
      .then(() => waiting.forEach((start) => start()));
  });
}

/** Goes on with what was undelivered when the sandbox stopped. */
export function resumePushes(world: World): void {
  for (const push of world.state.pushes) if (push.status === 'pending') world.schedule.after(0, () => void deliver(world, push));
}

/** Sends a push once more, as WeChat does when an answer was lost. */
export const pushAgain = (world: World, push: Push): Promise<boolean> => attempt(world, push, false);

/** One try, and a later one while tries are left. */
async function deliver(world: World, push: Push): Promise<void> {
  // A reset forgets it, also while it waits for another one.
  if (!world.state.pushes.includes(push)) return;
  if (await attempt(world, push, false)) {
    push.status = 'delivered';
    for (const listener of listeners) listener.delivered(world, push);
  } else {
    if (!world.state.pushes.includes(push)) return;
    const { pushAttempts, pushRetryDelayMs } = weixinSettings(world);
    push.failures += 1;
    if (push.failures < pushAttempts) {
      world.schedule.after(pushRetryDelayMs, () => void deliver(world, push));
    } else {
      push.status = 'given up';
      for (const listener of listeners) listener.givenUp(world, push);
    }
  }
  world.changed();
}

/** Signs and sends; true when the shop took it. */
async function attempt(world: World, push: Push, forged: boolean): Promise<boolean> {
  const settings = weixinSettings(world);
  if (!settings.push) return false;
  const { url, headers, body } = sealed(world, push, settings.push, forged);
  const at = world.clock.now();
  const { status, text } = await send(url, headers, body, settings.pushTimeoutMs);
  push.attempts.push({ at, status, answer: text.slice(0, 200), forged });
  world.changed();
  if (status !== 200) return false;
  if (text === '' || text === 'success') return true;
  const reply = readReply(world, settings.push, text);
  if (reply && !forged) push.reply = reply;
  return reply !== null;
}

/** The request as each mode wants it (§6.3). */
function sealed(world: World, push: Push, { url, token, encodingAesKey, mode, format }: PushSettings, forged: boolean) {
  const settings = weixinSettings(world);
  const timestamp = String(Math.floor(world.clock.wire() / 1000));
  const nonce = randomText(10, digits);
  const sign = (...parts: string[]): string => (forged ? randomText(40, '0123456789abcdef') : pushDigest(...parts));
  const query: Record<string, string> = { signature: sign(token, timestamp, nonce), timestamp, nonce, openid: push.openid };
  const plain = format === 'json' ? renderJson(push.message, settings) : renderXml(push.message);
  let body = plain;
  if (mode !== 'plain') {
    const encrypted = encryptPush(plain, encodingAesKey, world.credentials.appid);
    Object.assign(query, { encrypt_type: 'aes', msg_signature: sign(token, timestamp, nonce, encrypted) });
    const cover: PushMessage =
      mode === 'safe'
        ? { fields: { ToUserName: originalIdOf(world), Encrypt: encrypted }, list: null }
        : { fields: { ...push.message.fields, Encrypt: encrypted }, list: push.message.list };
    body = format === 'json' ? renderJson(cover, settings) : renderXml(cover);
  }
  return {
    url: pushUrl(url, query),
    headers: { 'Content-Type': format === 'json' ? 'application/json' : 'text/xml', 'User-Agent': 'Mozilla/4.0' },
    body,
  };
}

async function send(
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<{ status: number; text: string }> {
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

function fieldsOf(text: string): Record<string, unknown> | null {
  if (text.trimStart().startsWith('<')) return readXml(text);
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A passive reply. In safe mode it must be encrypted and signed; null when WeChat would not understand it. */
function readReply(world: World, { token, encodingAesKey, mode }: PushSettings, text: string): Record<string, unknown> | null {
  const fields = fieldsOf(text);
  if (!fields) return null;
  const { Encrypt: encrypted, MsgSignature: signature, TimeStamp: timestamp, Nonce: nonce } = fields;
  if (typeof encrypted !== 'string') return mode === 'safe' ? null : fields;
  if (signature !== pushDigest(token, String(timestamp), String(nonce), encrypted)) return null;
  const plain = decryptPush(encrypted, encodingAesKey, world.credentials.appid);
  return plain === null ? null : fieldsOf(plain);
}
