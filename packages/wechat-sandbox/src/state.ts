import type { FaultRule } from './faults.js';
import { emptyFriendsState, type FriendsState } from './friends/types.js';
import { emptyHandsetState, type HandsetState } from './phone/types.js';
import { emptyPayState, type PayState } from './pay/state.js';
import { emptyWeixinState, type WeixinState } from './weixin/state.js';

/** Times are milliseconds since 1970 on the sandbox's clock; money is fen. */
export interface Customer {
  id: string;
  nickname: string;
  openid: string;
  /** The person under the business's Open Platform account. */
  unionid: string;
  phoneNumber: string;
  /** The key of the last exchanged login; null before the first. */
  sessionKey: string | null;
  createdAt: number;
}

/** A single-use code, of `wx.login` or of the phone-number button. */
export interface OneTimeCode {
  code: string;
  customerId: string;
  issuedAt: number;
  usedAt: number | null;
}

export interface AccessToken {
  token: string;
  kind: 'plain' | 'stable';
  /** After this moment the platform calls it expired. */
  expiresAt: number;
  /** Set when a forced refresh killed it. */
  revoked: boolean;
}

export interface MadeCode {
  id: string;
  page: string;
  scene: string;
  /** Of a limited code: page and query as they were given; absent in those with a scene. */
  path?: string;
  envVersion: string;
  width: number;
  hyaline: boolean;
  lineColor: string;
  createdAt: number;
}

export interface Order {
  outTradeNo: string;
  appid: string;
  mchid: string;
  description: string;
  attach: string | null;
  notifyUrl: string;
  total: number;
  currency: string;
  openid: string;
  /** `time_expire` on the sandbox's clock, so that advancing it lets the order expire. */
  timeExpire: number | null;
  /** The request with its keys sorted: the same number again must carry the same. */
  fingerprint: string;
  prepayId: string;
  prepayAt: number;
  createdAt: number;
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
  transactionId: string | null;
  paidAt: number | null;
}

export interface Refund {
  refundId: string;
  outRefundNo: string;
  outTradeNo: string;
  transactionId: string;
  reason: string | null;
  notifyUrl: string | null;
  refund: number;
  total: number;
  fingerprint: string;
  /** Whose money it is: the order's own that waits for the goods, or the merchant's. */
  fundsAccount?: 'UNSETTLED' | 'AVAILABLE';
  status: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED';
  createdAt: number;
  settledAt: number | null;
}

/** One try to deliver a notification. */
export interface Attempt {
  at: number;
  /** HTTP status; 0 when there was no answer in time. */
  status: number;
  /** True for a probe, whose signature is wrong on purpose (签名探测流量). */
  probe: boolean;
}

export interface Notification {
  id: string;
  url: string;
  eventType: string;
  /** The exact body, already encrypted; each attempt is signed anew. */
  body: string;
  createdAt: number;
  attempts: Attempt[];
  /** Tries left out on purpose are not counted: this many retries were used. */
  retries: number;
  status: 'pending' | 'delivered' | 'dropped' | 'given up';
}

export interface State extends WeixinState, PayState, FriendsState, HandsetState {
  customers: Customer[];
  loginCodes: OneTimeCode[];
  phoneCodes: OneTimeCode[];
  tokens: AccessToken[];
  forcedRefreshes: number[];
  codes: MadeCode[];
  orders: Order[];
  refunds: Refund[];
  notifications: Notification[];
  faults: FaultRule[];
  advancedMs: number;
}

/** A world in which nothing has happened. */
export const emptyState = (): State => ({
  ...emptyWeixinState(),
  ...emptyPayState(),
  ...emptyFriendsState(),
  ...emptyHandsetState(),
  customers: [],
  loginCodes: [],
  phoneCodes: [],
  tokens: [],
  forcedRefreshes: [],
  codes: [],
  orders: [],
  refunds: [],
  notifications: [],
  faults: [],
  advancedMs: 0,
});
