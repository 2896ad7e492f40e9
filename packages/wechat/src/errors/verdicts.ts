import type { WechatError } from '../result.js';

/**
 * What lies behind an error:
 * busy – WeChat could not now; limit – too often or too much; token – the access token is dead; unknown – nobody knows
 * whether it was done; settings – the account or its configuration; bug – our request is wrong; customer – an ordinary
 * end that concerns the customer alone; state – the order or link is in another state than we thought; already – it was
 * done before; untrusted – the answer cannot be believed.
 */
export type ErrorCause = 'busy' | 'limit' | 'token' | 'unknown' | 'settings' | 'bug' | 'customer' | 'state' | 'already' | 'untrusted';

export interface ErrorVerdict {
  cause: ErrorCause;
  /** Seconds before each further try of the very same call; none left: give up. `tomorrow` is 0:00 in China. */
  waits: readonly (number | 'tomorrow')[];
  /** The access token is no longer taken: a new one is fetched and the call made once more (`http/api.ts` does so). */
  dropsToken: boolean;
  /** A person must look at once: it will not heal by itself. (What is tried again first is given up in a list of its own.) */
  alarm: boolean;
}

const never: readonly number[] = [];
const aLittle = [0.2, 1, 3];
const patient = [1, 5, 30, 60, 300];
type Row = readonly [cause: ErrorCause, waits: ErrorVerdict['waits'], alarm?: 'alarm'];

/** errcodes of api.weixin.qq.com. Sources: 全局返回码; the tables of login, codes, links, messages, customer service, security, shipping. */
const weixin: Readonly<Record<string, Row>> = {
  '-1': ['busy', aLittle],
  // The access token and who calls. A caller sees these only when a fresh token was refused too.
  '40001': ['token', never, 'alarm'],
  '40014': ['token', never, 'alarm'],
  '42001': ['token', never, 'alarm'],
  '40002': ['settings', never, 'alarm'],
  '40013': ['settings', never, 'alarm'],
  '40125': ['settings', never, 'alarm'],
  '40164': ['settings', never, 'alarm'],
  '40243': ['settings', never, 'alarm'],
  '48001': ['settings', never, 'alarm'],
  '50004': ['settings', never, 'alarm'],
  '50007': ['settings', never, 'alarm'],
  '61003': ['settings', never, 'alarm'],
  '61004': ['settings', never, 'alarm'],
  '61024': ['settings', never, 'alarm'],
  '89501': ['settings', never, 'alarm'],
  '89503': ['settings', never, 'alarm'],
  '89506': ['settings', [86_400], 'alarm'],
  '89507': ['settings', [3600], 'alarm'],
  // How often.
  '44990': ['limit', [1, 5, 30]],
  '44991': ['limit', [60, 120]],
  '44993': ['limit', ['tomorrow'], 'alarm'],
  '45009': ['limit', ['tomorrow'], 'alarm'],
  '45011': ['limit', [60, 120]],
  '45029': ['limit', never, 'alarm'],
  '48006': ['limit', never, 'alarm'],
  '85400': ['limit', never, 'alarm'],
  '85406': ['limit', ['tomorrow'], 'alarm'],
  // Our request.
  '40004': ['bug', never, 'alarm'],
  '40066': ['bug', never, 'alarm'],
  '40097': ['bug', never, 'alarm'],
  '40129': ['bug', never, 'alarm'],
  '40159': ['bug', never, 'alarm'],
  '40165': ['bug', never, 'alarm'],
  '40169': ['bug', never, 'alarm'],
  '40212': ['bug', never, 'alarm'],
  '40225': ['bug', never, 'alarm'],
  '41001': ['bug', never, 'alarm'],
  '41002': ['bug', never, 'alarm'],
  '41004': ['bug', never, 'alarm'],
  '41030': ['bug', never, 'alarm'],
  '43001': ['bug', never, 'alarm'],
  '43002': ['bug', never, 'alarm'],
  '43003': ['bug', never, 'alarm'],
  '43104': ['bug', never, 'alarm'],
  '44002': ['bug', never, 'alarm'],
  '45072': ['bug', never, 'alarm'],
  '47001': ['bug', never, 'alarm'],
  '47003': ['bug', never, 'alarm'],
  '85096': ['bug', never, 'alarm'],
  '85401': ['bug', never, 'alarm'],
  '85402': ['bug', never, 'alarm'],
  '87008': ['bug', never, 'alarm'],
  // The customer's: an openid of nobody, a spent code, a permission that is not there, a session that is over.
  '40003': ['customer', never],
  '40029': ['customer', never],
  '40163': ['customer', never],
  '40226': ['customer', never],
  '43101': ['customer', never],
  '61010': ['customer', never],
  '70000': ['customer', never],
  '87007': ['customer', never],
  '87009': ['customer', never],
  '87014': ['customer', never],
  '87020': ['customer', never],
  '45015': ['customer', never],
  '45047': ['customer', never],
  '45080': ['customer', never],
  '45081': ['already', never],
  '40007': ['state', never],
  // Subscribe messages.
  '40037': ['settings', never, 'alarm'],
  '43106': ['settings', never, 'alarm'],
  '43107': ['settings', never, 'alarm'],
  '43108': ['busy', [1.5, 3, 6]],
  '45168': ['bug', never, 'alarm'],
  '200001': ['busy', aLittle],
  '200011': ['settings', never, 'alarm'],
  '200012': ['limit', never, 'alarm'],
  '200013': ['already', never],
  // Links and unionid.
  '85079': ['settings', never, 'alarm'],
  '85088': ['settings', never, 'alarm'],
  '85403': ['state', never],
  '89002': ['settings', never, 'alarm'],
  '89300': ['state', never],
  // Shipping.
  '10060001': ['state', [60, 300, 900, 3600]],
  '10060002': ['already', never],
  '10060023': ['already', never],
  '10060003': ['state', never, 'alarm'],
  '10060004': ['state', never],
  '10060011': ['state', never],
  '10060012': ['busy', patient],
  '10060019': ['busy', patient],
  '10060028': ['state', never],
  '10060029': ['state', never],
  '10060030': ['state', never],
  '10060032': ['state', never],
};

/** Codes of WeChat Pay v3. Sources: 错误码 of JSAPI下单, 查询, 关单, 申请退款, 账单, 商家转账. */
const pay: Readonly<Record<string, Row>> = {
  PARAM_ERROR: ['bug', never, 'alarm'],
  INVALID_REQUEST: ['state', never, 'alarm'],
  SIGN_ERROR: ['settings', never, 'alarm'],
  APPID_MCHID_NOT_MATCH: ['settings', never, 'alarm'],
  MCH_NOT_EXISTS: ['settings', never, 'alarm'],
  NO_AUTH: ['settings', never, 'alarm'],
  ORDERPAID: ['state', never],
  ORDER_CLOSED: ['state', never],
  OUT_TRADE_NO_USED: ['state', never],
  TRADE_ERROR: ['state', never],
  ORDER_NOT_EXIST: ['state', never],
  RESOURCE_NOT_EXISTS: ['state', never],
  NOT_FOUND: ['state', never],
  ALREADY_EXISTS: ['state', never],
  RULE_LIMIT: ['limit', never, 'alarm'],
  ACCOUNT_ERROR: ['customer', never],
  // The money has nowhere to go: the shop returns it by other means.
  USER_ACCOUNT_ABNORMAL: ['customer', never, 'alarm'],
  // The shop tops up its balance; the same refund then goes through.
  NOT_ENOUGH: ['limit', [3600, 14_400, 43_200, 86_400], 'alarm'],
  FREQUENCY_LIMITED: ['limit', patient],
  FREQUENCY_LIMIT_EXCEED: ['limit', patient],
  RATELIMIT_EXCEED: ['limit', patient],
  SYSTEM_ERROR: ['unknown', patient],
  BANK_ERROR: ['unknown', patient],
  USER_PAYING: ['busy', [5, 30, 60]],
  INVALID_TRANSACTIONID: ['bug', never, 'alarm'],
  OPENID_MISMATCH: ['bug', never, 'alarm'],
  NO_STATEMENT_EXIST: ['already', never],
  NO_BILL_EXIST: ['already', never],
  STATEMENT_CREATING: ['busy', [600, 1800, 3600, 7200]],
};

/** Our own findings that are no reason to worry. */
const ours: Readonly<Record<string, Row>> = {
  // WeChat Pay tests whether signatures are checked: what was asked was done.
  PROBE: ['unknown', patient],
  // The file came damaged; its link is asked for anew.
  BAD_HASH: ['busy', patient],
  // WeChat kills a token only 30 s after the one before.
  NOT_REPLACED: ['busy', [30, 60]],
};

/** errcodes that mean something else at one address. */
const elsewhere: Readonly<Record<string, Row>> = {
  // The number of codes a minute, not a day.
  'POST /wxa/getwxacodeunlimit 45009': ['limit', [60, 120]],
  // Only e-commerce categories have short links.
  'POST /wxa/genwxashortlink 43104': ['settings', never, 'alarm'],
};

/**
 * What is to be done about an error: whether and when the same call is made again, whether the token is dropped, and
 * whether a person must look. A code that is not in the table is never tried again and raises an alarm.
 * Calls that WeChat does not recognise when they are repeated (a message) must not be repeated after `unknown`.
 */
export function verdictOf({
  kind,
  code,
  api,
  status = 0,
}: Pick<WechatError, 'kind' | 'code'> & Partial<Pick<WechatError, 'api' | 'status'>>): ErrorVerdict {
  if (kind === 'network') return verdict(['unknown', patient]);
  if (kind === 'invalid') return verdict(own(ours, code) ?? ['untrusted', never, 'alarm']);
  if (kind === 'http') return verdict(status >= 500 ? ['unknown', patient] : status === 429 ? ['limit', patient] : ['bug', never, 'alarm']);
  const known = elsewhere[`${api} ${code}`] ?? own(/^-?\d+$/.test(code) ? weixin : pay, code);
  if (known) return verdict(known);
  // v3 says with the status what an unlisted code leaves open.
  return verdict(status >= 500 ? ['unknown', patient] : status === 429 ? ['limit', patient] : ['bug', never, 'alarm']);
}

const own = (table: Readonly<Record<string, Row>>, code: string): Row | undefined => (Object.hasOwn(table, code) ? table[code] : undefined);

/**
 * When the same call is to be made again, or null when it is to be given up.
 * @param tries how often it failed by now, from 1; with the waits of the error at hand
 * @param jitter 0 to 1: adds up to a quarter of the wait, so that not all who were refused come back together
 */
export function nextTry(error: Parameters<typeof verdictOf>[0], tries: number, now: Date, jitter = Math.random()): Date | null {
  const wait = verdictOf(error).waits[tries - 1];
  if (wait === undefined) return null;
  if (wait !== 'tomorrow') return new Date(now.getTime() + wait * 1000 * (1 + jitter / 4));
  // 0:00 in China is 16:00 UTC; a little later, for clocks differ.
  const day = 86_400_000;
  const china = now.getTime() + 8 * 3_600_000;
  return new Date(now.getTime() + day - (china % day) + (60 + jitter * 600) * 1000);
}

/** Whether the same call may be made again later as it is. */
export const isRetryable = (error: Parameters<typeof verdictOf>[0]): boolean => verdictOf(error).waits.length > 0;

const verdict = ([cause, waits, alarm]: Row): ErrorVerdict => ({ cause, waits, dropsToken: cause === 'token', alarm: alarm === 'alarm' });
