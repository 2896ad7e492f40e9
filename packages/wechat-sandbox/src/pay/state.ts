import type { PaySettings } from './settings.js';

/** A platform certificate (平台证书) that came after the one of the credentials, with its own key. */
export interface PlatformCertificate {
  /** Upper-case hex. */
  serial: string;
  /** PEM. */
  certificate: string;
  /** PEM; only this stand-in signs with it. */
  privateKey: string;
}

export type BillKind = 'trade' | 'fundflow';

/** A change of a bill against what happened, so that reconciliation finds something. */
export interface BillAlteration {
  bill: BillKind;
  /** Day in China, `2026-11-21`. */
  date: string;
  /** A row that holds this number of an order, a payment or a refund; absent when a row is added. */
  number?: string;
  /** drop: the row is missing; change: its amount is another; repeat: it is there twice; add: a payment nobody knows. */
  action: 'drop' | 'change' | 'repeat' | 'add';
  /** For change and add, in fen. */
  amountFen?: number;
}

/** A bill that was asked for: what the link gives until it ends. */
export interface BillFile {
  token: string;
  content: string;
  gzip: boolean;
  expiresAt: number;
}

/** 商家转账 to a customer. Times are ms on the sandbox's clock, money is fen. */
export interface Transfer {
  outBillNo: string;
  transferBillNo: string;
  openid: string;
  userName: string | null;
  amount: number;
  remark: string;
  sceneId: string;
  notifyUrl: string | null;
  /** What the mini program hands to wx.requestMerchantTransfer. */
  packageInfo: string;
  fingerprint: string;
  state: 'WAIT_USER_CONFIRM' | 'TRANSFERING' | 'SUCCESS' | 'FAIL' | 'CANCELING' | 'CANCELLED';
  failReason: string | null;
  createdAt: number;
  updatedAt: number;
}

/** Money that the merchant put in (充值) or took out (提现). */
export interface MoneyMove {
  id: string;
  /** Fen; negative when it was taken out. */
  fen: number;
  at: number;
}

/** What api.mch.weixin.qq.com remembers besides orders, refunds and notifications. */
export interface PayState {
  /** What was changed since the start. */
  paySettings: Partial<PaySettings>;
  platformCertificates: PlatformCertificate[];
  /** Serials of certificates that ended. */
  retiredCertificates: string[];
  /** Notifications that were signed while the merchant switched its key. */
  signedNotifications: number;
  billAlterations: BillAlteration[];
  billFiles: BillFile[];
  transfers: Transfer[];
  moneyMoves: MoneyMove[];
}

export const emptyPayState = (): PayState => ({
  paySettings: {},
  platformCertificates: [],
  retiredCertificates: [],
  signedNotifications: 0,
  billAlterations: [],
  billFiles: [],
  transfers: [],
  moneyMoves: [],
});
