import { done, failed, type WechatResult } from '../result.js';
import { openSealed, type Sealed } from './crypto.js';
import { type PayNotification, readRefund, readTransaction } from './types.js';
import type { Verifier } from './verifier.js';

export type IncomingHeaders = Record<string, string | string[] | undefined>;

/**
 * Reads what WeChat Pay posts to `notify_url`: the signature over the raw bytes first, then the seal, then the fields.
 * Whether amount, appid and mchid are ours is the caller's to compare.
 * Errors: UNSIGNED, BAD_TIMESTAMP, UNKNOWN_SERIAL, BAD_SIGNATURE, UNREADABLE.
 * Source: 支付成功回调通知, 退款结果通知.
 */
export function readNotification(
  verifier: Verifier,
  apiV3Key: string,
  headers: IncomingHeaders,
  rawBody: Buffer,
): WechatResult<PayNotification> {
  const wrong = (code: string) =>
    failed({ api: 'notification', kind: 'invalid', code, message: 'The notification cannot be trusted or read', retryable: false });
  const fault = verifier.fault((name) => [headers[name]].flat()[0], rawBody);
  if (fault) return wrong(fault);
  const envelope = object(rawBody.toString('utf8'));
  const resource = envelope?.resource as (Sealed & { original_type?: unknown }) | undefined;
  if (!envelope || !resource || typeof resource.ciphertext !== 'string' || typeof resource.nonce !== 'string') return wrong('UNREADABLE');
  const inner = object(openSealed(resource, apiV3Key) ?? '');
  if (!inner) return wrong('UNREADABLE');

  const { id, event_type: eventType, create_time: created } = envelope;
  const createdAt = new Date(String(created));
  if (typeof id !== 'string' || typeof eventType !== 'string' || Number.isNaN(createdAt.getTime())) return wrong('UNREADABLE');
  if (eventType.startsWith('TRANSACTION.')) {
    const transaction = readTransaction(inner);
    return transaction ? done({ id, eventType, createdAt, kind: 'transaction', transaction }) : wrong('UNREADABLE');
  }
  const refund = eventType.startsWith('REFUND.') ? readRefund(inner) : null;
  return refund && typeof inner.mchid === 'string'
    ? done({ id, eventType, createdAt, kind: 'refund', mchid: inner.mchid, refund })
    : wrong('UNREADABLE');
}

function object(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
