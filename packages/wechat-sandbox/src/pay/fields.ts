import type { FastifyRequest } from 'fastify';
import { bodyOf, isObject, objectOf } from '../http.js';
import { paramError, unknownParameter } from './errors.js';

type Fields = Record<string, unknown>;

/** The JSON body; PARAM_ERROR when it is none. */
export function readBody(request: FastifyRequest): Fields {
  const body = objectOf(request);
  if (!body) throw paramError('body', bodyOf(request).length === 0 ? '请求体为空' : '请求体不是 JSON 对象');
  return body;
}

/** WeChat Pay refuses a parameter it does not know. */
export function refuseUnknown(fields: Fields, known: readonly string[], prefix = ''): void {
  const extra = Object.keys(fields).find((key) => !known.includes(key));
  if (extra !== undefined) throw paramError(prefix + extra, unknownParameter);
}

/** An object inside the body. */
export function readObject(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (!isObject(value)) throw paramError(name, '必填的对象');
  return value;
}

interface TextRule {
  max: number;
  min?: number;
  pattern?: RegExp;
  /** The length is of its UTF-8 bytes. */
  inBytes?: boolean;
  /** The name in the error, when it is inside an object. */
  path?: string;
}

/** An optional text, counted in characters unless the rule says bytes; null when absent. */
export function readOptionalText(fields: Fields, name: string, rule: TextRule): string | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  const path = rule.path ?? name;
  if (typeof value !== 'string') throw paramError(path, '应为字符串', value);
  const length = rule.inBytes ? Buffer.byteLength(value) : [...value].length;
  if (length < (rule.min ?? 1)) throw paramError(path, `长度小于最小值 ${rule.min ?? 1}`, value);
  if (length > rule.max) throw paramError(path, `长度超过最大值 ${rule.max}`, value);
  if (rule.pattern && !rule.pattern.test(value)) throw paramError(path, '包含不允许的字符', value);
  return value;
}

/** A required text. */
export function readText(fields: Fields, name: string, rule: TextRule): string {
  const value = readOptionalText(fields, name, rule);
  if (value === null) throw paramError(rule.path ?? name, '必填项缺失');
  return value;
}

/** A required amount: a whole number of fen, 1 or more. */
export function readFen(fields: Fields, name: string, path: string): number {
  const value = fields[name];
  if (value === undefined) throw paramError(path, '必填项缺失');
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw paramError(path, '应为整数（分）', value);
  if (value < 1) throw paramError(path, '应大于 0', value);
  return value;
}

/** CNY, said or not. */
export function readCurrency(fields: Fields, required: boolean): string {
  const { currency } = fields;
  if (currency === undefined && !required) return 'CNY';
  if (currency !== 'CNY') throw paramError('amount.currency', '目前只支持 CNY', currency);
  return currency;
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an RFC 3339 time; null when absent. */
export function readTime(fields: Fields, name: string): number | null {
  const value = readOptionalText(fields, name, { max: 64 });
  if (value === null) return null;
  const ms = rfc3339.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw paramError(name, '不是 RFC 3339 时间', value);
  return ms;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Where notifications go: https and no query, as WeChat wants. Plain http is let through to
 * hosts that cannot be on the internet (this computer, a compose network), where the sandbox lives.
 */
export function readNotifyUrl(fields: Fields, max: number, required: boolean): string | null {
  const rule = { max };
  const value = required ? readText(fields, 'notify_url', rule) : readOptionalText(fields, 'notify_url', rule);
  if (value === null) return null;
  if (!URL.canParse(value)) throw paramError('notify_url', '不是合法的地址', value);
  const url = new URL(value);
  const local = loopback.has(url.hostname) || !url.hostname.includes('.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) throw paramError('notify_url', '应为 https 地址', value);
  if (url.search || url.hash) throw paramError('notify_url', '不能携带参数', value);
  return value;
}

/** The same request has the same fingerprint, whatever the order of its keys. */
export function fingerprint(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
