/** What should go wrong, how often. A rule without `count` holds once. */
export type FaultRule = { count: number } & (
  | {
      on: 'notification';
      /** drop: never sent; duplicate: sent twice at once; delay: `delayMs` later; probe: a wrong signature first (签名探测流量). */
      action: 'drop' | 'duplicate' | 'delay' | 'probe';
      delayMs?: number;
      /** `TRANSACTION.SUCCESS` or `REFUND.…`; any when absent. */
      eventType?: string;
    }
  | {
      on: 'push';
      /** As of notifications; reorder: held back until the next push was sent (or `delayMs`); forge: a false signature first. */
      action: 'drop' | 'duplicate' | 'delay' | 'reorder' | 'forge';
      delayMs?: number;
      /** `Event` or, of a chat message, `MsgType`; any when absent. */
      event?: string;
    }
  | {
      on: 'answer';
      /** Start of the request's path. */
      path: string;
      method?: string;
      /** error: refuse without doing; delay: do and answer late; lose: do, then cut the line. */
      action: 'error' | 'delay' | 'lose';
      delayMs?: number;
      /** For `/v3/…`: HTTP status and `code`. */
      status?: number;
      code?: string;
      /** For api.weixin.qq.com: `errcode`, with HTTP 200. */
      errcode?: number;
      message?: string;
    }
  | { on: 'refund'; outcome: 'ABNORMAL' | 'CLOSED' }
);

type Of<K extends FaultRule['on']> = Extract<FaultRule, { on: K }>;

const actions: Record<string, readonly string[]> = {
  notification: ['drop', 'duplicate', 'delay', 'probe'],
  push: ['drop', 'duplicate', 'delay', 'reorder', 'forge'],
  answer: ['error', 'delay', 'lose'],
};

/** Reads rules from a request body; a sentence instead of rules when something is wrong. */
export function readFaults(body: unknown): FaultRule[] | string {
  const rules = Array.isArray(body) ? body : [body];
  for (const rule of rules as Record<string, unknown>[]) {
    if (rule === null || typeof rule !== 'object') return 'A rule is an object.';
    if (rule.on === 'refund') {
      if (rule.outcome !== 'ABNORMAL' && rule.outcome !== 'CLOSED') return 'outcome is ABNORMAL or CLOSED.';
    } else {
      const known = actions[String(rule.on)];
      if (!known) return 'on is notification, push, answer or refund.';
      if (!known.includes(String(rule.action))) return `action is one of ${known.join(', ')}.`;
      if (rule.on === 'answer' && typeof rule.path !== 'string') return 'path is missing.';
    }
    if (rule.count !== undefined && !(Number.isInteger(rule.count) && Number(rule.count) > 0)) return 'count is a whole number above 0.';
  }
  return (rules as FaultRule[]).map((rule) => ({ ...rule, count: rule.count ?? 1 }));
}

/** Finds the first rule that fits and uses it up once. */
export function takeFault<K extends FaultRule['on']>(
  rules: FaultRule[],
  on: K,
  fits: (rule: Of<K>) => boolean,
): Of<K> | null {
  const index = rules.findIndex((rule) => rule.on === on && fits(rule as Of<K>));
  const rule = rules[index];
  if (!rule) return null;
  rule.count -= 1;
  if (rule.count <= 0) rules.splice(index, 1);
  return rule as Of<K>;
}
