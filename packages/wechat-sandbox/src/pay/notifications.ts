import { randomUUID } from 'node:crypto';
import { chinaTime } from '../clock.js';
import { seal } from '../crypto.js';
import { type FaultRule, takeFault } from '../faults.js';
import type { Notification } from '../state.js';
import type { World } from '../world.js';
import { paySettings } from './settings.js';
import { notifyingSerial } from './platform-keys.js';
import { probeSignature, signatureHeaders } from './sign-answer.js';

/** The shop has five seconds to answer. */
const answerWithinMs = 5000;

interface News {
  url: string;
  eventType: string;
  summary: string;
  type: 'transaction' | 'refund' | 'mch_payment';
  resource: Record<string, unknown>;
}

type Fault = Extract<FaultRule, { on: 'notification' }>;

/** Notifications that wait for another one to overtake them. */
const heldBack = new WeakMap<World, Notification[]>();

/** The held ones go when another was sent. */
function releaseHeld(world: World): void {
  const held = heldBack.get(world) ?? [];
  heldBack.delete(world);
  // A reset forgot those of before.
  for (const notification of held) if (world.state.notifications.includes(notification)) void deliver(world, notification);
}

/** Encrypts news for the shop and begins to deliver it, `afterMs` from now. */
export function notify(world: World, news: News, afterMs = 0): void {
  const id = randomUUID();
  const notification: Notification = {
    id,
    url: news.url,
    eventType: news.eventType,
    body: JSON.stringify({
      id,
      create_time: chinaTime(world.clock.now()),
      resource_type: 'encrypt-resource',
      event_type: news.eventType,
      summary: news.summary,
      resource: { original_type: news.type, ...seal(JSON.stringify(news.resource), world.credentials.apiV3Key, news.type) },
    }),
    createdAt: world.clock.now(),
    attempts: [],
    retries: 0,
    status: 'pending',
  };
  world.state.notifications.push(notification);
  const fault = takeFault(world.state.faults, 'notification', (rule) => !rule.eventType || rule.eventType === news.eventType);
  if (fault?.action === 'drop') notification.status = 'dropped';
  else begin(world, notification, afterMs, fault);
}

function begin(world: World, notification: Notification, afterMs: number, fault: Fault | null): void {
  if (fault?.action === 'reorder') {
    heldBack.set(world, [...(heldBack.get(world) ?? []), notification]);
    world.schedule.after(afterMs + (fault.delayMs ?? 60_000), () => {
      if (heldBack.get(world)?.includes(notification)) releaseHeld(world);
    });
    return;
  }
  const wait = afterMs + (fault?.action === 'delay' ? (fault.delayMs ?? 60_000) : 0);
  world.schedule.after(wait, () => {
    if (fault?.action === 'probe') {
      void attempt(world, notification, true).then(() => deliver(world, notification));
      return;
    }
    void deliver(world, notification).then(() => releaseHeld(world));
    if (fault?.action === 'duplicate') void attempt(world, notification, false);
  });
}

/** Goes on with what was undelivered when the sandbox stopped. */
export function resumeNotifications(world: World): void {
  for (const notification of world.state.notifications) {
    if (notification.status === 'pending') world.schedule.after(0, () => void deliver(world, notification));
  }
}

/** One try, and a later one when the shop did not say 200 or 204. */
async function deliver(world: World, notification: Notification): Promise<void> {
  const status = await attempt(world, notification, false);
  if (status === 200 || status === 204) {
    notification.status = 'delivered';
  } else {
    const { notifyDelaysMs, notifySpeed } = paySettings(world);
    const wait = notifyDelaysMs[notification.retries];
    notification.retries += 1;
    if (wait === undefined) notification.status = 'given up';
    else world.schedule.after(wait / notifySpeed, () => void deliver(world, notification));
  }
  world.changed();
}

/** Signs and sends; gives the HTTP status, 0 without an answer in time. */
async function attempt(world: World, notification: Notification, probe: boolean): Promise<number> {
  const headers = signatureHeaders(world, notification.body, notifyingSerial(world));
  if (probe) headers['Wechatpay-Signature'] = probeSignature();
  const status = await send(notification, headers);
  notification.attempts.push({ at: world.clock.now(), status, probe });
  world.changed();
  return status;
}

async function send(notification: Notification, headers: Record<string, string>): Promise<number> {
  try {
    const answer = await fetch(notification.url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', Accept: '*/*', 'User-Agent': 'Mozilla/4.0' },
      body: notification.body,
      // A redirect is an answer that does not count as accepted.
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
