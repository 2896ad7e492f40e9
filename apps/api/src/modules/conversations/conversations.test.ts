import { describe, expect, it } from 'vitest';
import type { ConversationSettings } from '@pailou/contracts';
import { autoReply } from './auto-reply.js';
import { allowanceOf, placeFor, type ReplyWindows, stillOpen } from './reply-allowance.js';

const now = new Date('2026-11-21T04:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const hour = 3_600_000;
const kept = (over: Partial<ReplyWindows> = {}): ReplyWindows => ({
  messageAt: null,
  messageLeft: 0,
  enteredAt: null,
  enteredLeft: 0,
  ...over,
});

describe('what may be sent', () => {
  it.each([
    ['nothing before a customer comes', kept(), { left: 0, until: null, by: null }, 'window_closed'],
    [
      'five for 48 hours',
      kept({ messageAt: ago(0), messageLeft: 5 }),
      { left: 5, until: '2026-11-23T04:00:00.000Z', by: 'message' },
      'message',
    ],
    ['until the very last moment', kept({ messageAt: ago(48 * hour - 1), messageLeft: 1 }), { left: 1, by: 'message' }, 'message'],
    ['and not at it', kept({ messageAt: ago(48 * hour), messageLeft: 5 }), { left: 0, until: null }, 'window_closed'],
    ['none when five are used', kept({ messageAt: ago(hour) }), { left: 0, until: '2026-11-23T03:00:00.000Z' }, 'allowance_used'],
    [
      'two within a minute of entering',
      kept({ enteredAt: ago(59_000), enteredLeft: 2 }),
      { left: 2, until: '2026-11-21T04:00:01.000Z', by: 'enter' },
      'enter',
    ],
    ['and not after', kept({ enteredAt: ago(60_000), enteredLeft: 2 }), { left: 0, until: null }, 'window_closed'],
    [
      'both together, the shorter first',
      kept({ messageAt: ago(hour), messageLeft: 3, enteredAt: ago(1), enteredLeft: 2 }),
      { left: 5, by: 'message' },
      'enter',
    ],
    [
      'the longer when the shorter is used up',
      kept({ messageAt: ago(hour), messageLeft: 3, enteredAt: ago(1) }),
      { left: 3, by: 'message' },
      'message',
    ],
  ])('%s', (_, windows, allowance, place) => {
    expect(allowanceOf(windows, now)).toMatchObject(allowance);
    const found = placeFor(windows, now);
    expect(typeof found === 'string' ? found : found.by).toBe(place);
  });
  it('is of the window that counts, not of one that began before', () => {
    const windows = kept({ messageAt: ago(hour), messageLeft: 0 });
    expect(stillOpen(windows, 'message', ago(hour), now)).toBe(true);
    expect(stillOpen(windows, 'message', ago(2 * hour), now)).toBe(false);
    expect(stillOpen(windows, 'enter', ago(hour), now)).toBe(false);
  });
});

describe('what is said by itself', () => {
  const settings: ConversationSettings = {
    greeting: { zh: '您好', en: 'Hello' },
    outOfHours: { zh: '休息了', en: '' },
    // 2026-11-21 is a Saturday; noon in Shanghai.
    hours: [[], [], [], [], [], [{ from: '09:00', to: '18:00' }], []],
    timeZone: 'Asia/Shanghai',
  };
  const someone = { locale: 'zh' as const, greetedAt: null, awayAt: null };
  it('is the greeting while somebody is there, and otherwise that nobody is', () => {
    expect(autoReply(settings, someone, now)).toEqual({ origin: 'greeting', text: '您好' });
    expect(autoReply(settings, { ...someone, locale: 'en' }, now)?.text).toBe('Hello');
    expect(autoReply(settings, { ...someone, locale: 'en' }, new Date('2026-11-21T12:00:00Z'))).toEqual({
      origin: 'out_of_hours',
      text: '休息了',
    });
    expect(autoReply({ ...settings, hours: null }, someone, new Date('2026-11-21T20:00:00Z'))?.origin).toBe('greeting');
  });
  it('is not said again so soon, and not at all when there are no words', () => {
    expect(autoReply(settings, { ...someone, greetedAt: ago(11 * hour) }, now)).toBeNull();
    expect(autoReply(settings, { ...someone, greetedAt: ago(13 * hour), awayAt: ago(hour) }, now)?.origin).toBe('greeting');
    expect(autoReply({ ...settings, greeting: { zh: '', en: '' } }, someone, now)).toBeNull();
  });
});
