import { isObject } from '../http.js';
import type { World } from '../world.js';

/** 消息推送 as the merchant sets it in the console (§6.1). */
export interface PushSettings {
  /** http or https; may hold a query. */
  url: string;
  /** 3 to 32 letters and digits. */
  token: string;
  /** 43 letters and digits. */
  encodingAesKey: string;
  /** 明文, 兼容 or 安全模式. */
  mode: 'plain' | 'compatible' | 'safe';
  format: 'json' | 'xml';
}

/** A word that content security finds, and what it thinks of it (labels of §8.1). */
export interface WordRule {
  word: string;
  suggest: 'risky' | 'review';
  label: number;
}

/** How often an interface may be called; `path` or a common `group` is counted. */
export interface QuotaRule {
  path: string;
  per: 'second' | 'minute' | 'day';
  max: number;
  /** 45009 a day, 45011 a minute, 44990 a second, when absent. */
  errcode?: number;
  /** Paths with the same group share one count. */
  group?: string;
}

/** What of api.weixin.qq.com differs by account, or is not confirmed by an official text. */
export interface WeixinSettings {
  /** Where the shop's server finds pictures of the chat; empty for this sandbox's own address. */
  publicUrl: string;
  /** Null: the account has no message push. */
  push: PushSettings | null;
  /** Tries to deliver a push, the first one counted: 3, or 4 as other texts say. UNCONFIRMED. */
  pushAttempts: number;
  /** From a failed try to the next, in ms. */
  pushRetryDelayMs: number;
  /** How long the shop may take to answer a push, in ms. */
  pushTimeoutMs: number;
  /** `List` of one event in JSON: an object, as WeChat sends it, or always an array. */
  pushSingleList: 'object' | 'array';
  /** `CreateTime` in JSON: seconds as a number, or as text. */
  pushCreateTime: 'number' | 'text';
  /** Whether the pop-up's event also comes when the customer had ticked "always" and saw no pop-up. UNCONFIRMED. */
  popupEventWhenKept: boolean;
  /** How long one subscribe message takes, in ms; another to the same customer meanwhile is 43108. */
  subscribeSendMs: number;
  /** 个人模板 an account may have. UNCONFIRMED. */
  privateTemplateLimit: number;
  /** The bytes of the key of a login-state signature: the text of session_key, or what it decodes to. UNCONFIRMED. */
  sessionSignatureKey: 'raw' | 'decoded';
  /** The method of checksession and resetusersessionkey. UNCONFIRMED. */
  sessionCheckMethod: 'GET' | 'POST' | 'any';
  /** What a login code that was used before is refused with; 40163 is not in the present table. UNCONFIRMED. */
  usedCodeErrcode: number;
  /** Whether a subscribe message's value may hold a line break. UNCONFIRMED. */
  valueLineBreaks: 'refused' | 'taken';
  /** Logins of one customer within a minute; the next is 45011. */
  loginsPerMinute: number;
  /** Whether the app is bound to an Open Platform account: without, there is no unionid. */
  openPlatform: boolean;
  /** Bytes of an uploaded picture. UNCONFIRMED (2 MB or 10 MB). */
  mediaMaxBytes: number;
  /** How long uploaded media live, in ms. UNCONFIRMED. */
  mediaLifeMs: number;
  /** Characters of `session-from`. UNCONFIRMED. */
  sessionFromMax: number;
  words: readonly WordRule[];
  /** Pictures and sounds are judged by their file's name: the first rule whose word it contains. */
  mediaWords: readonly WordRule[];
  /** From media_check_async to its event, in ms. */
  mediaCheckDelayMs: number;
  /** Bytes that media_check_async downloads at most. UNCONFIRMED. */
  mediaCheckMaxBytes: number;
  /** Whether 发货信息管理服务 is opened for this account. */
  tradeManaged: boolean;
  /** How long after its payment an order is not yet known to it (10060001), in ms. */
  shippingIndexMs: number;
  /** From complete shipping to the automatic confirmation, in ms, for express and for the others. UNCONFIRMED. */
  autoConfirmExpressMs: number;
  autoConfirmOtherMs: number;
  /** From the confirmation to the settlement, in ms. */
  settlementDelayMs: number;
  /** How far after its payment a presale may be put off, in ms. UNCONFIRMED. */
  presaleMaxMs: number;
  /** With what 确认收货提醒 is refused: not shipped, not by express, asked already, a wrong time. Which is which is UNCONFIRMED. */
  confirmReminderCodes: readonly number[];
  /** Whether WeChat adds the order's numbers to the page of set_msg_jump_path. UNCONFIRMED. */
  jumpPathNumbers: boolean;
  /** 1 auto and 2 manual, or the other way round, as some saw it. UNCONFIRMED. */
  confirmMethods: 'official' | 'reversed';
  /** Whether a version of the mini program is released: without, links are refused (85079). */
  published: boolean;
  /** Whether the account has an e-commerce category: short links need one (43104). */
  ecommerce: boolean;
  /** Openings of URL schemes and links in one day. */
  linkVisitsPerDay: number;
  /** Codes of getwxacode and createwxaqrcode together, ever. */
  limitedCodes: number;
  /** Permanent short links in total. */
  permanentShortLinks: number;
  /** Calls of clear_quota in one month. */
  clearQuotaPerMonth: number;
  /** Extra rules; those for the same path, group and period replace WeChat's own. */
  quotas: readonly QuotaRule[];
}

const day = 86_400_000;

export const defaultWeixinSettings: WeixinSettings = {
  publicUrl: '',
  push: null,
  pushAttempts: 3,
  pushRetryDelayMs: 1000,
  pushTimeoutMs: 5000,
  pushSingleList: 'object',
  pushCreateTime: 'number',
  popupEventWhenKept: true,
  subscribeSendMs: 0,
  privateTemplateLimit: 50,
  sessionSignatureKey: 'raw',
  sessionCheckMethod: 'GET',
  usedCodeErrcode: 40163,
  valueLineBreaks: 'refused',
  loginsPerMinute: 100,
  openPlatform: true,
  mediaMaxBytes: 2 * 1024 * 1024,
  mediaLifeMs: 3 * day,
  sessionFromMax: 1000,
  words: [
    { word: '加微信', suggest: 'review', label: 10001 },
    { word: '刷单', suggest: 'risky', label: 20008 },
    { word: '赌博', suggest: 'risky', label: 20006 },
    { word: '色情', suggest: 'risky', label: 20002 },
    { word: '傻逼', suggest: 'risky', label: 20003 },
    { word: '低俗', suggest: 'review', label: 20012 },
    { word: '盗版', suggest: 'review', label: 20013 },
  ],
  mediaWords: [
    { word: 'risky', suggest: 'risky', label: 20002 },
    { word: 'review', suggest: 'review', label: 21000 },
  ],
  mediaCheckDelayMs: 1000,
  mediaCheckMaxBytes: 10 * 1024 * 1024,
  tradeManaged: true,
  shippingIndexMs: 60_000,
  autoConfirmExpressMs: 10 * day,
  autoConfirmOtherMs: 2 * day,
  settlementDelayMs: 1000,
  presaleMaxMs: 330 * day,
  confirmReminderCodes: [10060028, 10060029, 10060030, 10060032],
  jumpPathNumbers: true,
  confirmMethods: 'official',
  published: true,
  ecommerce: true,
  linkVisitsPerDay: 6_000_000,
  limitedCodes: 100_000,
  permanentShortLinks: 100_000,
  clearQuotaPerMonth: 10,
  quotas: [],
};

/** The settings that hold now. */
export const weixinSettings = (world: World): WeixinSettings => ({ ...world.settings.weixin, ...world.state.weixinSettings });

const choices: Partial<Record<keyof WeixinSettings, readonly string[]>> = {
  pushSingleList: ['object', 'array'],
  pushCreateTime: ['number', 'text'],
  sessionSignatureKey: ['raw', 'decoded'],
  sessionCheckMethod: ['GET', 'POST', 'any'],
  confirmMethods: ['official', 'reversed'],
  valueLineBreaks: ['refused', 'taken'],
};

/** Reads 消息推送 as the console would take it; a sentence when it would not. */
export function readPush(value: unknown): PushSettings | null | string {
  if (value === null) return null;
  if (!isObject(value)) return 'push is an object, or null for none.';
  const { url, token, encodingAesKey, mode = 'safe', format = 'json' } = value;
  if (typeof url !== 'string' || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return 'push.url is an http or https address.';
  if (typeof token !== 'string' || !/^[0-9A-Za-z]{3,32}$/.test(token)) return 'push.token is 3 to 32 letters and digits.';
  if (typeof encodingAesKey !== 'string' || !/^[0-9A-Za-z]{43}$/.test(encodingAesKey))
    return 'push.encodingAesKey is 43 letters and digits.';
  if (mode !== 'plain' && mode !== 'compatible' && mode !== 'safe') return 'push.mode is plain, compatible or safe.';
  if (format !== 'json' && format !== 'xml') return 'push.format is json or xml.';
  return { url, token, encodingAesKey, mode, format };
}

const isWordRule = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.word === 'string' &&
  value.word !== '' &&
  (value.suggest === 'risky' || value.suggest === 'review') &&
  Number.isInteger(value.label);

const isQuotaRule = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.path === 'string' &&
  value.path.startsWith('/') &&
  ['second', 'minute', 'day'].includes(String(value.per)) &&
  Number.isInteger(value.max) &&
  Number(value.max) >= 0 &&
  (value.errcode === undefined || Number.isInteger(value.errcode)) &&
  (value.group === undefined || typeof value.group === 'string');

function wrongList(name: string, value: unknown): string | null {
  if (!Array.isArray(value)) return `${name} is a list.`;
  if (name === 'quotas') return value.every(isQuotaRule) ? null : 'quotas hold {path, per: second | minute | day, max, errcode?, group?}.';
  if (name === 'confirmReminderCodes') return value.length === 4 && value.every(Number.isInteger) ? null : `${name} are four numbers.`;
  return value.every(isWordRule) ? null : `${name} hold {word, suggest: risky | review, label}.`;
}

/** Reads changes of settings; a sentence when one is unknown or of a wrong form. */
export function readWeixinSettings(input: unknown): Partial<WeixinSettings> | string {
  if (!isObject(input)) return 'Settings are an object.';
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (!(name in defaultWeixinSettings)) return `There is no setting ${name}.`;
    const key = name as keyof WeixinSettings;
    const usual = defaultWeixinSettings[key];
    let wrong: string | null = null;
    if (key === 'push') {
      const push = readPush(value);
      if (typeof push === 'string') return push;
      read.push = push;
      continue;
    }
    if (Array.isArray(usual)) wrong = wrongList(name, value);
    else if (choices[key]) wrong = choices[key].includes(String(value)) ? null : `${name} is ${choices[key].join(' or ')}.`;
    else if (typeof usual === 'number')
      wrong = Number.isInteger(value) && Number(value) >= 0 ? null : `${name} is a whole number, 0 or more.`;
    else if (typeof value !== typeof usual) wrong = `${name} is a ${typeof usual}.`;
    if (wrong) return wrong;
    read[name] = value;
  }
  return structuredClone(read) as Partial<WeixinSettings>;
}
