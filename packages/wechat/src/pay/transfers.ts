import { done, type WechatResult } from '../result.js';
import type { PayApi } from './pay-api.js';

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
}
export type TransferState =
  | 'ACCEPTED'
  | 'PROCESSING'
  | 'WAIT_USER_CONFIRM'
  | 'TRANSFERING'
  | 'SUCCESS'
  | 'FAIL'
  | 'CANCELING'
  | 'CANCELLED';
export interface Transfer {
  outBillNo: string;
  transferBillNo: string;
  state: TransferState;
  failReason: string | null;
  /** What `wx.requestMerchantTransfer` takes while the customer has to confirm. */
  packageInfo: string | null;
}

const path = '/v3/fund-app/mch-transfer/transfer-bills';

/**
 * Transfers to customers (商家转账): the customer confirms each in WeChat. After any failure but a refusal the outcome is
 * unknown: query, and never change the number.
 */
export class Transfers {
  constructor(private readonly api: PayApi) {}

  /** Errors: NOT_ENOUGH (403), PARAM_ERROR, NO_AUTH, ALREADY_EXISTS. Source: 发起转账. */
  async create({ outBillNo, openid, amountFen, sceneId, reports, remark, notifyUrl }: TransferInput): Promise<WechatResult<Transfer>> {
    const answer = await this.api.call('POST', path, path, {
      appid: this.api.options.appid,
      out_bill_no: outBillNo,
      transfer_scene_id: sceneId,
      openid,
      transfer_amount: amountFen,
      transfer_remark: [...remark].slice(0, 32).join(''),
      transfer_scene_report_infos: reports.map(({ type, content }) => ({ info_type: type, info_content: content })),
      ...(notifyUrl ? { notify_url: notifyUrl } : {}),
    });
    return answer.ok ? done(transferOf(answer.value, outBillNo)) : answer;
  }

  /** Errors: NOT_FOUND (404). Source: 商户单号查询转账单. */
  async query(outBillNo: string): Promise<WechatResult<Transfer>> {
    const answer = await this.api.call(
      'GET',
      `${path}/out-bill-no/${encodeURIComponent(outBillNo)}`,
      `GET ${path}/out-bill-no/{out_bill_no}`,
    );
    return answer.ok ? done(transferOf(answer.value, outBillNo)) : answer;
  }

  /** Takes it back while the customer has not confirmed. Source: 撤销转账. */
  async cancel(outBillNo: string): Promise<WechatResult<Transfer>> {
    const answer = await this.api.call(
      'POST',
      `${path}/out-bill-no/${encodeURIComponent(outBillNo)}/cancel`,
      `POST ${path}/out-bill-no/{out_bill_no}/cancel`,
      {},
    );
    return answer.ok ? done(transferOf(answer.value, outBillNo)) : answer;
  }
}

function transferOf(body: Readonly<Record<string, unknown>>, outBillNo: string): Transfer {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    outBillNo,
    transferBillNo: text(body.transfer_bill_no) ?? '',
    state: String(body.state) as TransferState,
    failReason: text(body.fail_reason),
    packageInfo: text(body.package_info),
  };
}
