/** The kinds of values that a template's keys name: `thing1` is a `thing`. */
export const valueTypes = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
  'enum',
] as const;
export type ValueType = (typeof valueTypes)[number];

/** The type of a template's key: `character_string12` → `character_string`; undefined for what WeChat does not know. */
export function typeOfKey(key: string): ValueType | undefined {
  const name = /^([a-z_]+)\d+$/.exec(key)?.[1];
  return valueTypes.find((one) => one === name);
}

const chinese = /\p{Script=Han}/u;
const cut = (text: string, length: number): string => {
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`;
};
const firstOf = (text: string, length: number): string => [...text].slice(0, length).join('');
const only = (text: string, keep: RegExp): string => [...text].filter((point) => keep.test(point)).join('');

const matching = (text: string, pattern: RegExp): string => (pattern.test(text) ? text : '');

const clock = '(?:[01]?\\d|2[0-3]):[0-5]\\d';
const day = '\\d{4}年(?:0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\\d|3[01])日';
/** One, or from one to another: `15:01`, `2019年10月1日 15:01~2019年10月1日 16:00`. */
const oneOrTwo = (part: string): RegExp => new RegExp(`^${part}(?: ?~ ?${part})?$`);
const times = oneOrTwo(`(?:${day} ?)?${clock}`);
const dates = oneOrTwo(`${day}(?: ?${clock})?`);

/** WeChat shows hours and minutes; seconds are in none of its examples. */
const withoutSeconds = (text: string): string => text.replaceAll(/(\d:[0-5]\d):[0-5]\d/g, '$1');
const digitsOf = (text: string): number => text.replaceAll(/\D/g, '').length;

/** How a value of each type is made to fit. Numbers, dates, amounts, phones and plates are not cut: half of one would be a lie. */
const rules: Record<ValueType, (text: string) => string> = {
  thing: (text) => cut(text, 20),
  number: (text) => (digitsOf(text) <= 32 ? matching(text, /^\d+(\.\d+)?$/) : ''),
  letter: (text) => firstOf(only(text, /[A-Za-z]/), 32),
  symbol: (text) => firstOf(only(text, /[^\p{L}\p{N}\s]/u), 5),
  character_string: (text) => firstOf(only(text, /[\x21-\x7e]/), 32),
  time: (text) => matching(withoutSeconds(text), times),
  date: (text) => matching(withoutSeconds(text), dates),
  // Ten digits with the decimals: whether they count is not said.
  amount: (text) => (digitsOf(text) <= 10 ? matching(text, /^\p{Sc}?\d+(\.\d+)?元?$/u) : ''),
  phone_number: (text) => matching(only(text, /[\d+\- ()]/).trim(), /^(?=.*\d).{1,17}$/),
  car_number: (text) =>
    matching(text.replaceAll(/[\s·]/g, ''), /^[\p{Script=Han}A-Za-z0-9](?:[A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9])?$/u),
  // Letters and symbols only: WeChat takes no digit for a name.
  name: (text) => firstOf(only(text, /\P{N}/u).trim(), chinese.test(text) ? 10 : 20),
  phrase: (text) => firstOf(only(text, chinese), 5),
  enum: (text) => text,
};

/**
 * A value cut and cleaned to its type's rule, so that WeChat does not refuse the message (47003).
 * Line breaks become spaces; what cannot be made to fit is empty, which WeChat refuses: leave such a message.
 * @param key the template's key, such as `thing5`
 * @param allowed for an `enum`: the template's values (`TemplateField.values`); any other is empty
 * Source: 订阅消息, 参数值内容限制.
 */
export function fitValue(key: string, value: string, allowed?: readonly string[]): string {
  const type = typeOfKey(key);
  const text = value.replaceAll(/\s+/g, ' ').trim();
  if (type === 'enum' && allowed) return allowed.includes(text) ? text : '';
  return type ? rules[type](text) : text;
}
