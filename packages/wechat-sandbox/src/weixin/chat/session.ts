import { randomText } from '../../crypto.js';
import type { World } from '../../world.js';
import { WeixinError } from '../errors.js';
import { onPushEnd } from '../push/deliver.js';
import type { ChatEntry, ChatWindow, ChatWindows } from './types.js';

const messageWindow = { ms: 48 * 3_600_000, count: 5 };
const enterWindow = { ms: 60_000, count: 2 };

export function windowsOf(world: World, openid: string): ChatWindows {
  const { chatWindows } = world.state;
  return (chatWindows[openid] ??= { message: null, enter: null, lastAt: 0, typingUntil: 0 });
}

/** A customer's action gives the shop a fresh window. */
export function renewWindow(world: World, openid: string, kind: 'message' | 'enter'): void {
  const windows = windowsOf(world, openid);
  const { ms, count } = kind === 'message' ? messageWindow : enterWindow;
  windows.lastAt = world.clock.now();
  windows[kind] = { until: windows.lastAt + ms, left: count };
}

/** Takes one message from the windows that are open, the one that closes first before; 45015 or 45047 when there is none. */
export function useWindow(world: World, openid: string): void {
  const { enter, message } = windowsOf(world, openid);
  const open = [enter, message].filter((window): window is ChatWindow => window !== null && window.until >= world.clock.now());
  if (open.length === 0) throw new WeixinError(45015);
  const free = open.find((window) => window.left > 0);
  if (!free) throw new WeixinError(45047);
  free.left -= 1;
}

/** Adds to the chat. */
export function addEntry(
  world: World,
  openid: string,
  from: ChatEntry['from'],
  type: ChatEntry['type'],
  content: Record<string, string>,
  more: Partial<ChatEntry> = {},
): ChatEntry {
  const entry: ChatEntry = {
    id: randomText(12),
    openid,
    from,
    type,
    content,
    at: world.clock.now(),
    pushId: null,
    transferred: false,
    ai: false,
    ...more,
  };
  world.state.chat.push(entry);
  world.changed();
  return entry;
}

const entryOf = (world: World, pushId: string): ChatEntry | undefined => world.state.chat.find((entry) => entry.pushId === pushId);

onPushEnd({
  delivered(world, push) {
    const entry = entryOf(world, push.id);
    // Events are not handed over: only what the customer said.
    if (entry && entry.type !== 'enter' && push.reply?.MsgType === 'transfer_customer_service') entry.transferred = true;
  },
  givenUp(world, push) {
    const entry = entryOf(world, push.id);
    if (entry && entry.type !== 'enter')
      addEntry(world, push.openid, 'wechat', 'notice', { content: '该小程序客服暂时无法提供服务，请稍后再试' });
  },
});
