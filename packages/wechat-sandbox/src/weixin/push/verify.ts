import { randomText } from '../../crypto.js';
import type { World } from '../../world.js';
import type { PushSettings } from '../settings.js';
import { pushDigest } from './cipher.js';

const digits = '0123456789';

/** The address of the shop with WeChat's own parameters behind those it has. */
export function pushUrl(base: string, query: Record<string, string>): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url.href;
}

/** Asks the shop's server to give an `echostr` back, as the console does before it saves; null, or why it would not save. */
export async function verifyPushUrl(world: World, push: PushSettings, timeoutMs: number): Promise<string | null> {
  const timestamp = String(Math.floor(world.clock.wire() / 1000));
  const nonce = randomText(10, digits);
  const echostr = randomText(19, digits);
  const url = pushUrl(push.url, { signature: pushDigest(push.token, timestamp, nonce), timestamp, nonce, echostr });
  try {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { 'User-Agent': 'Mozilla/4.0' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    if (answer.status !== 200) return `The server answered ${answer.status}.`;
    return text === echostr ? null : 'The server did not answer with echostr and nothing else.';
  } catch {
    return 'The server did not answer in time.';
  }
}
