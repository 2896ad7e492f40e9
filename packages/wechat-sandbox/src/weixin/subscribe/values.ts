import { lengthOf } from '../api.js';

/** `15:01`. */
function isClock(text: string): boolean {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60;
}

/** `2019年10月1日`, a day that exists. */
function isDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day and a clock time behind it. */
function isDayAndClock(text: string): boolean {
  const [, day = '', clock = ''] = /^(\S+日)\s?(\S+)$/.exec(text) ?? [];
  return isDay(day) && isClock(clock);
}

/** One moment, or two with `~` between them. */
const isRange = (text: string, one: (part: string) => boolean): boolean => {
  const parts = text.split('~').map((part) => part.trim());
  return parts.length <= 2 && parts.every(one);
};

const rules: Record<string, (value: string) => boolean> = {
  thing: (value) => lengthOf(value) <= 20,
  number: (value) => value.length <= 32 && /^\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => isRange(value, (part) => isClock(part) || isDayAndClock(part)),
  date: (value) => isRange(value, (part) => isDay(part) || isDayAndClock(part)),
  amount: (value) => /^[¥￥$€£]?\d+(\.\d+)?元?$/.test(value) && value.replace(/\D/g, '').length <= 10,
  phone_number: (value) => /^[^\p{L}]{1,17}$/u.test(value) && /\d/.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Za-z0-9]([A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9])?$/u.test(value),
  name: (value) => !/\d/.test(value) && lengthOf(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/** The kind of value that a key such as `thing1` wants; null for a key of no known kind. */
export function kindOf(key: string): string | null {
  const kind = /^([a-z_]+)\d+$/.exec(key)?.[1] ?? '';
  return kind === 'enum' || kind in rules ? kind : null;
}

/**
 * Whether WeChat takes this value for this key (§5.2).
 * @param allowed values of an `enum` key
 * @param lineBreaks whether a value may be of several lines
 */
export function isValue(key: string, given: string, allowed: readonly string[], lineBreaks: boolean): boolean {
  const value = given.trim();
  if (value === '' || (!lineBreaks && /[\r\n]/.test(value))) return false;
  const kind = kindOf(key);
  if (kind === 'enum') return allowed.includes(value);
  return kind !== null && (rules[kind]?.(value) ?? false);
}
