import type { Api } from '../http/api.js';
import type { WechatResult } from '../result.js';

/** A payment, by WeChat's number or by ours. */
export type PaidOrder = { transactionId: string } | { mchid: string; outTradeNo: string };

/**
 * The unionid of somebody who paid within the last five minutes, without asking them.
 * Errors: 89002 the mini program is bound to no Open Platform account, 89300 no such payment, 40003 not this openid, and those of every call.
 * Source: 支付后获取 UnionId, GET /wxa/getpaidunionid.
 */
export function paidUnionid(api: Api, openid: string, order: PaidOrder): Promise<WechatResult<string>> {
  const key: Record<string, string> =
    'transactionId' in order ? { transaction_id: order.transactionId } : { mch_id: order.mchid, out_trade_no: order.outTradeNo };
  return api.text({ method: 'GET', path: '/wxa/getpaidunionid', query: { openid, ...key } }, 'unionid');
}
