import { textOf } from '../fields.js';
import { done, failed, type WechatResult } from '../result.js';
import { sealFor } from './crypto.js';
import { type PayApi, unreadable } from './pay-api.js';

export interface TransferInput {
  /** 1 to 32 digits and letters: unique per merchant, and the only way to try again. */
  outBillNo: string;
  openid: string;
  amountFen: number;
  /** The scene that the merchant was given, such as `1000` (现金营销), and what it must report. */
  sceneId: string;
  reports: readonly { type: string; content: string }[];
  /** At most 32 characters. */
  remark: string;
  notifyUrl?: string;
  /** The receiver's real name, from 2000 yuan on; it travels sealed. */
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
}
/** A transfer that ended, as WeChat Pay posts it. */
export interface TransferNews {
  id: string;
  createdAt: Date;
  mchid: string;
  transfer: Transfer;
}

const path = '/v3/fund-app/mch-transfer/transfer-bills';

/**
 * Transfers to customers (商家转账): the customer confirms each in WeChat. After any failure but a refusal the outcome is
 * unknown: query, and never change the number. At most 100 a second.
 */
export class Transfers {
  constructor(private readonly api: PayApi) {}

  /** Errors: NOT_ENOUGH (403), PARAM_ERROR, NO_AUTH, ALREADY_EXISTS. Source: 发起转账. */
  async create(input: TransferInput): Promise<WechatResult<Transfer>> {
    const { outBillNo, openid, amountFen, sceneId, reports, remark, notifyUrl, userName, perception } = input;
    const key = userName ? await this.api.sealingKey() : undefined;
    if (userName && !key) return failed(noKey);
    return this.ask('POST', '', {
      appid: this.api.options.appid,
      out_bill_no: outBillNo,
      transfer_scene_id: sceneId,
      openid,
      transfer_amount: amountFen,
      transfer_remark: [...remark].slice(0, 32).join(''),
      transfer_scene_report_infos: reports.map(({ type, content }) => ({ info_type: type, info_content: content })),
      ...(userName && key ? { user_name: sealFor(userName, key) } : {}),
      ...(perception ? { user_recv_perception: perception } : {}),
      ...(notifyUrl ? { notify_url: notifyUrl } : {}),
    });
  }

  /** Errors: NOT_FOUND (404). Source: 商户单号查询转账单. */
  query(outBillNo: string): Promise<WechatResult<Transfer>> {
    return this.ask('GET', '/out-bill-no/{out_bill_no}', undefined, outBillNo);
  }

  /** Errors: NOT_FOUND (404). Source: 微信单号查询转账单. */
  queryByBillNo(transferBillNo: string): Promise<WechatResult<Transfer>> {
    return this.ask('GET', '/transfer-bill-no/{transfer_bill_no}', undefined, transferBillNo);
  }

  /** Takes it back while the customer has not confirmed. Source: 撤销转账. */
  cancel(outBillNo: string): Promise<WechatResult<Transfer>> {
    return this.ask('POST', '/out-bill-no/{out_bill_no}/cancel', {}, outBillNo);
  }

  private async ask(method: 'GET' | 'POST', rest: string, body?: object, number = ''): Promise<WechatResult<Transfer>> {
    const api = `${method} ${path}${rest}`;
    const answer = await this.api.call(method, path + rest.replace(/\{\w+\}/, () => encodeURIComponent(number)), api, body);
    if (!answer.ok) return answer;
    const transfer = readTransfer(answer.value);
    return transfer ? done(transfer) : unreadable(api);
  }
}

/** Reads WeChat's fields; null when one that must be there is not. */
export function readTransfer(body: Readonly<Record<string, unknown>>): Transfer | null {
  const text = (name: string) => textOf(body[name]);
  const state = states.find((one) => one === body.state);
  if (!state || !text('out_bill_no')) return null;
  return {
    outBillNo: text('out_bill_no'),
    transferBillNo: text('transfer_bill_no'),
    state,
    failReason: text('fail_reason') || null,
    packageInfo: text('package_info') || null,
  };
}

const noKey = {
  api: `POST ${path}`,
  kind: 'invalid' as const,
  code: 'NO_PLATFORM_KEY',
  message: 'There is no key of WeChat Pay to seal the name for',
  retryable: false,
};
