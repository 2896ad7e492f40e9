import type { WechatError } from '../../platform/wechat/wechat.js';

/** Minutes until the next try while WeChat does not know the payment yet (10060001), as it advises; then a person looks. */
const unknownYet = [1, 5, 15, 60];
/** Minutes until the next try after a fault of the line or of WeChat's. */
const later = [1, 2, 5, 15, 30, 60, 180, 360, 720];
/** Told before, with the same words. */
const told = new Set(['10060002', '10060023']);
const systemFaults = new Set(['10060012', '10060019']);

export type ShippingVerdict = { kind: 'reported' } | { kind: 'again'; minutes: number } | { kind: 'failed' };

/** What an answer of upload_shipping_info means, at the try of this number (from 1). Source: wechat order shipping, 错误码. */
export function shippingVerdict(error: WechatError | null, tries: number): ShippingVerdict {
  if (!error || told.has(error.code)) return { kind: 'reported' };
  const waits =
    error.code === '10060001' ? unknownYet : error.retryable || error.kind !== 'refused' || systemFaults.has(error.code) ? later : [];
  const minutes = waits[tries - 1];
  return minutes === undefined ? { kind: 'failed' } : { kind: 'again', minutes };
}
