import { randomAt } from './random.js';

/** How often a rule holds: `count` times in all, and with `rate` (0 to 1) by a chance that a `seed` repeats. */
interface HowOften {
  /** 1 when absent; with a rate, without end. */
  count: number;
  rate?: number;
  seed?: number;
  /** How often chance was asked. */
  drawn?: number;
}

/** What should go wrong, how often. A rule without `count` and `rate` holds once. */
export type FaultRule = HowOften &
  (
    | {
        on: 'notification';
        /**
         * drop: never sent; duplicate: sent twice at once; delay: `delayMs` later; reorder: held back until the next
         * notification was sent (or `delayMs`); probe: a wrong signature first (签名探测流量).
         */
        action: 'drop' | 'duplicate' | 'delay' | 'reorder' | 'probe';
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
        /**
         * Before the work: error refuses in WeChat's words, http as a gateway does (`status`, 502), cut ends the line.
         * After it: delay answers late, lose ends the line without an answer, half in the middle of it, probe answers
         * with a wrong signature (签名探测流量, WeChat Pay alone).
         */
        action: 'error' | 'http' | 'cut' | 'delay' | 'lose' | 'half' | 'probe';
        delayMs?: number;
        /** For `/v3/…`: HTTP status and `code`. */
        status?: number;
        code?: string;
        /** For api.weixin.qq.com: `errcode`, with HTTP 200. */
        errcode?: number;
        message?: string;
      }
    | { on: 'refund'; outcome: 'ABNORMAL' | 'CLOSED'; outRefundNo?: string }
    | {
        on: 'close';
        /** The customer pays while the order is being closed. paid: just before; paying: the close is refused, the payment comes `delayMs` later. */
        action: 'paid' | 'paying';
        outTradeNo?: string;
        delayMs?: number;
      }
  );

type Of<K extends FaultRule['on']> = Extract<FaultRule, { on: K }>;

const actions: Record<string, readonly string[]> = {
  notification: ['drop', 'duplicate', 'delay', 'reorder', 'probe'],
  push: ['drop', 'duplicate', 'delay', 'reorder', 'forge'],
  answer: ['error', 'http', 'cut', 'delay', 'lose', 'half', 'probe'],
  close: ['paid', 'paying'],
};

function wrongRule(rule: Record<string, unknown>): string | null {
  if (rule === null || typeof rule !== 'object') return 'A rule is an object.';
  const { on, action, outcome, path, count, rate, seed, delayMs } = rule;
  if (on === 'refund') {
    if (outcome !== 'ABNORMAL' && outcome !== 'CLOSED') return 'outcome is ABNORMAL or CLOSED.';
  } else {
    const known = actions[String(on)];
    if (!known) return 'on is notification, push, answer, refund or close.';
    if (!known.includes(String(action))) return `action is one of ${known.join(', ')}.`;
    if (on === 'answer' && typeof path !== 'string') return 'path is missing.';
  }
  if (count !== undefined && !(Number.isSafeInteger(count) && Number(count) > 0)) return 'count is a whole number above 0.';
  if (rate !== undefined && !(typeof rate === 'number' && rate >= 0 && rate <= 1)) return 'rate is a number from 0 to 1.';
  if (seed !== undefined && !Number.isSafeInteger(seed)) return 'seed is a whole number.';
  if (delayMs !== undefined && !(typeof delayMs === 'number' && Number.isFinite(delayMs) && delayMs >= 0))
    return 'delayMs is a number of milliseconds.';
  return null;
}

/** Reads rules from a request body; a sentence instead of rules when something is wrong. */
export function readFaults(body: unknown): FaultRule[] | string {
  const rules = (Array.isArray(body) ? body : [body]) as Record<string, unknown>[];
  const wrong = rules.map(wrongRule).find((sentence) => sentence !== null);
  if (wrong) return wrong;
  return (rules as unknown as FaultRule[]).map((rule) => ({
    ...rule,
    count: rule.count ?? (rule.rate === undefined ? 1 : Number.MAX_SAFE_INTEGER),
    drawn: 0,
  }));
}

/** How often each kind of fault was made, by what it was. It lives as long as the list of rules: until the sandbox is reset or stops. */
const made = new WeakMap<FaultRule[], Record<string, number>>();

/** The faults that were made of these rules: `{"answer error /v3/refund": 2}`. */
export const injectedFaults = (rules: FaultRule[]): Record<string, number> => ({ ...made.get(rules) });

function note(rules: FaultRule[], rule: FaultRule): void {
  const words = [rule.on, 'action' in rule ? rule.action : rule.outcome, rule.on === 'answer' ? rule.path : ''];
  const name = words.filter((word) => word !== '').join(' ');
  const counts = made.get(rules) ?? {};
  counts[name] = (counts[name] ?? 0) + 1;
  made.set(rules, counts);
}

function holds(rule: FaultRule): boolean {
  if (rule.rate === undefined) return true;
  const draw = rule.drawn ?? 0;
  rule.drawn = draw + 1;
  return randomAt(rule.seed ?? 1, draw) < rule.rate;
}

/** Finds the first rule that fits (and that chance wants) and uses it up once. */
export function takeFault<K extends FaultRule['on']>(rules: FaultRule[], on: K, fits: (rule: Of<K>) => boolean): Of<K> | null {
  const index = rules.findIndex((rule) => rule.on === on && fits(rule as Of<K>) && holds(rule));
  const rule = rules[index];
  if (!rule) return null;
  rule.count -= 1;
  if (rule.count <= 0) rules.splice(index, 1);
  note(rules, rule);
  return rule as Of<K>;
}
