import { isObject } from '../http.js';
import type { World } from '../world.js';

/** How often an interface may be called by one merchant. */
export interface PayRate {
  /** Start of the path, `/v3/refund`. */
  path: string;
  /** Any when absent. */
  method?: string;
  max: number;
  perMs: number;
}

/** What of api.mch.weixin.qq.com differs by merchant, or is not confirmed by an official text. */
export interface PaySettings {
  /** Which key signs answers and notifications when nobody asks for one. */
  signWith: 'public-key' | 'certificate';
  /** While a merchant switches: this percentage of notifications is signed by the public key, the others by the certificate. -1: as `signWith` says. */
  publicKeyPercent: number;
  /** Whether the merchant has platform certificates; newer ones have none, and `/v3/certificates` gives an empty list. */
  hasCertificates: boolean;
  /** From the customer's confirmation to the first try of the notification, in ms. */
  paymentDelayMs: number;
  /** How long a refund stays PROCESSING, in ms. */
  refundDelayMs: number;
  /** The waits between tries to notify, in ms. */
  notifyDelaysMs: readonly number[];
  /** Those waits are divided by this: 1000 makes 15 s of 15 ms. */
  notifySpeed: number;
  /** Fee in ten-thousandths of an amount: 60 is 0.60 %. */
  feeBasisPoints: number;
  /** The merchant's money at the start, in fen. */
  openingBalanceFen: number;
  /** Between two refunds of one order, in ms: WeChat wants 60000; 0 lets all through. */
  refundGapMs: number;
  refundsPerOrder: number;
  /** Hour in China after which yesterday's bill is there. */
  billReadyHour: number;
  /** How long the link to a bill works, in ms. */
  billLinkMs: number;
  /** What paying, ordering or closing a paid order is refused with; the present table no longer names ORDERPAID. UNCONFIRMED. */
  paidCode: 'ORDERPAID' | 'INVALID_REQUEST';
  /** What ordering a closed number again is refused with; ORDER_CLOSED is of an older list. UNCONFIRMED. */
  closedCode: 'ORDER_CLOSED' | 'INVALID_REQUEST';
  /** How far ahead `time_expire` may lie, in ms. UNCONFIRMED. */
  timeExpireMaxMs: number;
  /** Whether the 80 of a refund's `reason` are characters, or bytes as UTF-8. UNCONFIRMED. */
  refundReasonCounts: 'characters' | 'bytes';
  /** HTTP status of NO_STATEMENT_EXIST: 400, or 404 as others saw it. UNCONFIRMED. */
  noStatementStatus: number;
  /** The event of a transfer that has ended. UNCONFIRMED. */
  transferEventType: string;
  /** Below this amount a transfer must not carry `user_name`, in fen; 0 lets every one carry it. UNCONFIRMED. */
  transferNamelessFen: number;
  /** From the customer's (or the merchant's) word to the end of a transfer, in ms. */
  transferDelayMs: number;
  /** How long a transfer waits for the customer, in ms. */
  transferWaitMs: number;
  rates: readonly PayRate[];
}

/** WeChat's waits between attempts to deliver a notification, in ms (15 s … 6 h, 15 times). */
export const officialNotifyDelays: readonly number[] = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600,
].map((seconds) => seconds * 1000);

export const defaultPaySettings: PaySettings = {
  signWith: 'public-key',
  publicKeyPercent: -1,
  hasCertificates: true,
  paymentDelayMs: 300,
  refundDelayMs: 1000,
  notifyDelaysMs: officialNotifyDelays,
  notifySpeed: 1,
  feeBasisPoints: 60,
  openingBalanceFen: 0,
  refundGapMs: 0,
  refundsPerOrder: 50,
  billReadyHour: 10,
  billLinkMs: 300_000,
  paidCode: 'ORDERPAID',
  closedCode: 'ORDER_CLOSED',
  timeExpireMaxMs: 15 * 86_400_000,
  refundReasonCounts: 'characters',
  noStatementStatus: 400,
  transferEventType: 'MCHTRANSFER.BILL.FINISHED',
  transferNamelessFen: 30,
  transferDelayMs: 300,
  transferWaitMs: 86_400_000,
  rates: [
    { path: '/v3/pay/transactions/jsapi', method: 'POST', max: 500, perMs: 1000 },
    { path: '/v3/refund/domestic/refunds', method: 'POST', max: 150, perMs: 1000 },
    { path: '/v3/bill/fundflowbill', max: 3, perMs: 1000 },
    { path: '/v3/fund-app/mch-transfer/transfer-bills', method: 'POST', max: 100, perMs: 1000 },
  ],
};

/** The settings that hold now. */
export const paySettings = (world: World): PaySettings => ({ ...world.settings.pay, ...world.state.paySettings });

const isRate = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.path === 'string' &&
  value.path.startsWith('/v3/') &&
  (value.method === undefined || typeof value.method === 'string') &&
  Number.isInteger(value.max) &&
  Number(value.max) >= 0 &&
  Number.isInteger(value.perMs) &&
  Number(value.perMs) > 0;

const isWait = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;

const choices: Partial<Record<keyof PaySettings, readonly string[]>> = {
  signWith: ['public-key', 'certificate'],
  paidCode: ['ORDERPAID', 'INVALID_REQUEST'],
  closedCode: ['ORDER_CLOSED', 'INVALID_REQUEST'],
  refundReasonCounts: ['characters', 'bytes'],
};

function wrongValue(name: keyof PaySettings, value: unknown): string | null {
  const usual = defaultPaySettings[name];
  const known = choices[name];
  if (known) return known.includes(String(value)) ? null : `${name} is ${known.join(' or ')}.`;
  if (name === 'rates') return Array.isArray(value) && value.every(isRate) ? null : 'rates hold {path, method?, max, perMs}.';
  if (name === 'notifyDelaysMs') return Array.isArray(value) && value.every(isWait) ? null : 'notifyDelaysMs is a list of milliseconds.';
  if (name === 'publicKeyPercent')
    return typeof value === 'number' && (value === -1 || (value >= 0 && value <= 100)) ? null : 'publicKeyPercent is 0 to 100, or -1.';
  if (name === 'notifySpeed')
    return typeof value === 'number' && Number.isFinite(value) && value > 0 ? null : 'notifySpeed is a number above 0.';
  if (name === 'billReadyHour')
    return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 24 ? null : 'billReadyHour is 0 to 23.';
  if (name === 'noStatementStatus') return value === 400 || value === 404 ? null : 'noStatementStatus is 400 or 404.';
  if (typeof usual === 'number') return Number.isInteger(value) && Number(value) >= 0 ? null : `${name} is a whole number, 0 or more.`;
  return typeof value === typeof usual ? null : `${name} is a ${typeof usual}.`;
}

/** Reads changes of settings; a sentence when one is unknown or of a wrong form. */
export function readPaySettings(input: unknown): Partial<PaySettings> | string {
  if (!isObject(input)) return 'Settings are an object.';
  for (const [name, value] of Object.entries(input)) {
    if (!(name in defaultPaySettings)) return `There is no setting ${name}.`;
    const wrong = wrongValue(name as keyof PaySettings, value);
    if (wrong) return wrong;
  }
  return structuredClone(input) as Partial<PaySettings>;
}
