import { objectOf, textOf } from '../fields.js';
import { done, failed, type WechatResult } from '../result.js';
import { openSealed } from './crypto.js';
import { readTransfer, type TransferNews } from './transfers.js';
import { type PayNotification, readRefund, readTransaction } from './types.js';
import type { Verifier } from './verifier.js';

export type IncomingHeaders = Record<string, string | string[] | undefined>;
interface Opened {
  id: string;
  eventType: string;
  createdAt: Date;
  inner: Record<string, unknown>;
}

const wrong = (code: string) =>
  failed({ api: 'notification', kind: 'invalid', code, message: 'The notification cannot be trusted or read', retryable: false });

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
  const opened = open(verifier, apiV3Key, headers, rawBody);
  if (!opened.ok) return opened;
  const { inner, ...outer } = opened.value;
  if (outer.eventType.startsWith('TRANSACTION.')) {
    const transaction = readTransaction(inner);
    return transaction ? done({ ...outer, kind: 'transaction', transaction }) : wrong('UNREADABLE');
  }
  const refund = outer.eventType.startsWith('REFUND.') ? readRefund(inner) : null;
  return refund && typeof inner.mchid === 'string' ? done({ ...outer, kind: 'refund', mchid: inner.mchid, refund }) : wrong('UNREADABLE');
}

/**
 * Reads what is posted to the `notify_url` of a transfer that ended. The event's name is not looked at, the fields tell;
 * query the transfer all the same before anything is booked. Errors as of `readNotification`. Source: 商家转账回调通知.
 */
export function readTransferNotification(
  verifier: Verifier,
  apiV3Key: string,
  headers: IncomingHeaders,
  rawBody: Buffer,
): WechatResult<TransferNews> {
  const opened = open(verifier, apiV3Key, headers, rawBody);
  if (!opened.ok) return opened;
  const { id, createdAt, inner } = opened.value;
  const transfer = readTransfer(inner);
  return transfer && typeof inner.mchid === 'string' ? done({ id, createdAt, mchid: inner.mchid, transfer }) : wrong('UNREADABLE');
}

function open(verifier: Verifier, apiV3Key: string, headers: IncomingHeaders, rawBody: Buffer): WechatResult<Opened> {
  const fault = verifier.fault((name) => [headers[name]].flat()[0], rawBody);
  if (fault) return wrong(fault);
  const envelope = object(rawBody.toString('utf8'));
  if (!envelope) return wrong('UNREADABLE');
  const [id, eventType, createdAt] = [textOf(envelope.id), textOf(envelope.event_type), new Date(textOf(envelope.create_time))];
  const { algorithm, nonce, associated_data, ciphertext } = objectOf(envelope.resource);
  if (algorithm !== 'AEAD_AES_256_GCM') return wrong('UNREADABLE');
  const sealed = { nonce: textOf(nonce), associated_data: textOf(associated_data), ciphertext: textOf(ciphertext) };
  const inner = object(openSealed(sealed, apiV3Key) ?? '');
  return inner && id && eventType && !Number.isNaN(createdAt.getTime()) ? done({ id, eventType, createdAt, inner }) : wrong('UNREADABLE');
}

function object(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
