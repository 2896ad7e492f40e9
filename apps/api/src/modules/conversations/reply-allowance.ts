import type { ReplyAllowance } from '@pailou/contracts';

/** What a customer's last actions opened (下发条数限制), as a conversation keeps it. */
export interface ReplyWindows {
  messageAt: Date | null;
  messageLeft: number;
  enteredAt: Date | null;
  enteredLeft: number;
}
export type WindowKind = 'message' | 'enter';

/** After a message: five within 48 hours; after merely coming in: two within a minute. Source: 发送客服消息, 下发条数限制. */
export const windows: Readonly<Record<WindowKind, { ms: number; count: number }>> = {
  message: { ms: 48 * 3_600_000, count: 5 },
  enter: { ms: 60_000, count: 2 },
};

interface Open {
  by: WindowKind;
  from: Date;
  until: Date;
  left: number;
}

function open({ messageAt, messageLeft, enteredAt, enteredLeft }: ReplyWindows, now: Date): Open[] {
  const all = [
    { by: 'enter' as const, from: enteredAt, left: enteredLeft },
    { by: 'message' as const, from: messageAt, left: messageLeft },
  ];
  return all.flatMap(({ by, from, left }) => {
    if (!from) return [];
    const until = new Date(from.getTime() + windows[by].ms);
    return until > now ? [{ by, from, until, left }] : [];
  });
}

/** How many messages may be sent now, and until when: the windows that are open together, ending with the last that has some left. */
export function allowanceOf(kept: ReplyWindows, now: Date): ReplyAllowance {
  const all = open(kept, now);
  const last = all.findLast(({ left }) => left > 0) ?? all.at(-1);
  if (!last) return { left: 0, until: null, by: null };
  return { left: all.reduce((sum, { left }) => sum + left, 0), until: last.until.toISOString(), by: last.by };
}

/** The window that the next message takes its place from, the one that ends first before; or why there is none. */
export function placeFor(kept: ReplyWindows, now: Date): { by: WindowKind; from: Date } | 'window_closed' | 'allowance_used' {
  const all = open(kept, now);
  if (all.length === 0) return 'window_closed';
  const free = all.find(({ left }) => left > 0);
  return free ? { by: free.by, from: free.from } : 'allowance_used';
}

/** Whether the window of that kind which began then is still the one that counts. */
export function stillOpen(kept: ReplyWindows, by: WindowKind, from: Date, now: Date): boolean {
  return open(kept, now).some((one) => one.by === by && one.from.getTime() === from.getTime());
}
