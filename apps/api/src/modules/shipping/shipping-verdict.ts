import { nextTry, verdictOf, type WechatError } from '../../platform/wechat/wechat.js';

/** Minutes until the next try after a fault of the line or of WeChat's. */
const later = [1, 2, 5, 15, 30, 60, 180, 360, 720];
export type ShippingVerdict = { kind: 'reported' } | { kind: 'again'; minutes: number } | { kind: 'failed' };

/**
 * What an answer of upload_shipping_info means, at the try of this number (from 1). The same told twice is well with WeChat,
 * so what heals by itself is tried for longer than WeChat's table says, but never sooner; a payment that WeChat does not know
 * yet (10060001) only as it advises: after 1, 5, 15 and 60 minutes. Source: 发货信息管理服务, 错误码.
 */
export function shippingVerdict(error: WechatError | null, tries: number, now: Date): ShippingVerdict {
  if (!error) return { kind: 'reported' };
  const { cause, waits } = verdictOf(error);
  if (cause === 'already') return { kind: 'reported' };
  const again = waits.length > 0 || cause === 'untrusted';
  const own = later[tries - 1];
  const told = nextTry(error, cause === 'state' ? tries : 1, now, 0);
  if (!again || own === undefined || (cause === 'state' && !told)) return { kind: 'failed' };
  const advised = told ? Math.ceil((told.getTime() - now.getTime()) / 60_000) : 0;
  return { kind: 'again', minutes: cause === 'state' ? advised : Math.max(own, advised) };
}
