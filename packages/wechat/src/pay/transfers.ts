import { textOf } from '../fields.js';
import { cutText, isAtMost, isFen, isWithin } from '../limits.js';
import { done, type WechatResult } from '../result.js';
import { sealFor } from './crypto.js';
import type { PayApi } from './pay-api.js';

export interface TransferInput {
  /** 1 to 32 digits and letters: unique per merchant, and the only way to try again. */
  outBillNo: string;
  openid: string;
  amountFen: number;
  /** The scene that the merchant was given, such as `1000` (现金营销), and what it must report. */
  sceneId: string;
  reports: readonly { type: string; content: string }[];
  /** Cut at 32 characters. */
  remark: string;
  notifyUrl?: string;
  /** The receiver's real name, from 2000 yuan on; it travels sealed, and is left out under 0.30 yuan. */
  userName?: string;
  /** What the receiver reads, where the scene offers a choice (用户收款感知). */
  perception?: string;
}
const states = ['ACCEPTED', 'PROCESSING', 'WAIT_USER_CONFIRM', 'TRANSFERING', 'SUCCESS', 'FAIL', 'CANCELING', 'CANCELLED'] as const;
/** SUCCESS, FAIL and CANCELLED are ends. */
export type TransferState = (typeof states)[number];
export interface Transfer {
  outBillNo: string;
  transferBillNo: string;
  state: TransferState;
  failReason: string | null;
  /** What `wx.requestMerchantTransfer` takes while the customer has to confirm. */
  packageInfo: string | null;
  /** Null where WeChat does not say it again. */
  amountFen: number | null;
  openid: string | null;
  createdAt: Date | null;
  updatedAt: Date | null;
}
/** A transfer that ended, as WeChat Pay posts it. */
export interface TransferNews {
  id: string;
  createdAt: Date;
  mchid: string;
  transfer: Transfer;
}

const path = '/v3/fund-app/mch-transfer/transfer-bills';
const mustBeNamedFen = 200_000;
const mayBeNamedFen = 30;

/**
 * Transfers to customers (商家转账): the customer confirms each in WeChat. After any failure but a refusal the outcome is
 * unknown: query, and never change the number. At most 100 a second.
 */
export class Transfers {
  constructor(private readonly api: PayApi) {}

  /**
   * Begins one. Not sent: what breaks a limit of `TransferInput` (`UNFIT`), or a name when there is no key to seal it for
   * (NO_PLATFORM_KEY). Errors: NOT_ENOUGH (403: top up, the same number), PARAM_ERROR, INVALID_REQUEST, NO_AUTH,
   * ALREADY_EXISTS (the number with other fields), FREQUENCY_LIMITED, SYSTEM_ERROR (query it first).
   * Source: 发起转账, POST /v3/fund-app/mch-transfer/transfer-bills.
   */
  async create(input: TransferInput): Promise<WechatResult<Transfer>> {
    const { outBillNo, openid, amountFen, sceneId, reports, remark, notifyUrl, userName, perception } = input;
    const broken = this.api.unfit(`POST ${path}`, {
      'out_bill_no is 1 to 32 digits and letters': /^[0-9A-Za-z]{1,32}$/.test(outBillNo),
      'transfer_scene_id has 1 to 36 characters': isWithin(sceneId, 1, 36),
      'openid has 1 to 64 characters': isWithin(openid, 1, 64),
      'transfer_amount is one fen or more': isFen(amountFen),
      'transfer_remark is not empty': remark.trim() !== '',
      'the scene is reported': reports.length > 0,
      'from 2000 yuan on the receiver is named': amountFen < mustBeNamedFen || !!userName,
      'notify_url has no query and at most 256 characters': isAtMost(notifyUrl, 256) && !/[?#]/.test(notifyUrl ?? ''),
    });
    if (broken) return broken;
    // That a name is refused under 0.30 yuan is not in an official text; it is never needed there.
    const named = userName !== undefined && amountFen >= mayBeNamedFen;
    const key = named ? await this.api.sealingKey() : undefined;
    if (named && !key) return this.api.withoutKey(`POST ${path}`);
    return this.ask('POST', '', {
      appid: this.api.options.appid,
      out_bill_no: outBillNo,
      transfer_scene_id: sceneId,
      openid,
      transfer_amount: amountFen,
      transfer_remark: cutText(remark, 32),
      transfer_scene_report_infos: reports.map(({ type, content }) => ({ info_type: type, info_content: content })),
      ...(named && key ? { user_name: sealFor(userName, key) } : {}),
      ...(perception ? { user_recv_perception: perception } : {}),
      ...(notifyUrl ? { notify_url: notifyUrl } : {}),
    });
  }

  /** One by our number. Errors: NOT_FOUND (404). Source: 商户单号查询转账单, GET …/transfer-bills/out-bill-no/{out_bill_no}. */
  query(outBillNo: string): Promise<WechatResult<Transfer>> {
    return this.ask('GET', '/out-bill-no/{out_bill_no}', undefined, outBillNo);
  }

  /** One by WeChat's number. Errors: NOT_FOUND (404). Source: 微信单号查询转账单, GET …/transfer-bills/transfer-bill-no/{transfer_bill_no}. */
  queryByBillNo(transferBillNo: string): Promise<WechatResult<Transfer>> {
    return this.ask('GET', '/transfer-bill-no/{transfer_bill_no}', undefined, transferBillNo);
  }

  /**
   * Takes it back while the customer has not confirmed; CANCELING first. Errors: NOT_FOUND, INVALID_REQUEST (it is too late).
   * Source: 撤销转账, POST …/transfer-bills/out-bill-no/{out_bill_no}/cancel.
   */
  cancel(outBillNo: string): Promise<WechatResult<Transfer>> {
    return this.ask('POST', '/out-bill-no/{out_bill_no}/cancel', {}, outBillNo);
  }

  private async ask(method: 'GET' | 'POST', rest: string, body?: object, number = ''): Promise<WechatResult<Transfer>> {
    const api = `${method} ${path}${rest}`;
    const answer = await this.api.call(method, path + rest.replace(/\{\w+\}/, () => encodeURIComponent(number)), api, body);
    if (!answer.ok) return answer;
    const transfer = readTransfer(answer.value);
    return transfer ? done(transfer) : this.api.unreadable(api);
  }
}

/** Reads WeChat's fields; null when one that must be there is not. */
export function readTransfer(body: Readonly<Record<string, unknown>>): Transfer | null {
  const text = (name: string) => textOf(body[name]);
  const { transfer_amount: amount } = body;
  const instant = (name: string) => {
    const at = new Date(text(name));
    return Number.isNaN(at.getTime()) ? null : at;
  };
  const state = states.find((one) => one === body.state);
  if (!state || !text('out_bill_no')) return null;
  return {
    outBillNo: text('out_bill_no'),
    transferBillNo: text('transfer_bill_no'),
    state,
    failReason: text('fail_reason') || null,
    packageInfo: text('package_info') || null,
    amountFen: typeof amount === 'number' && Number.isSafeInteger(amount) ? amount : null,
    openid: text('openid') || null,
    createdAt: instant('create_time'),
    updatedAt: instant('update_time'),
  };
}
