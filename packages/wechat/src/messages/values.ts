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

/** How a value of each type is made to fit. Numbers, dates and amounts are not cut in the middle: half of one would be a lie. */
const rules: Record<ValueType, (text: string) => string> = {
  thing: (text) => cut(text, 20),
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) && text.length <= 32 ? text : ''),
  letter: (text) => firstOf(only(text, /[A-Za-z]/), 32),
  symbol: (text) => firstOf(only(text, /[^\p{L}\p{N}\s]/u), 5),
  character_string: (text) => firstOf(only(text, /[\x21-\x7e]/), 32),
  time: (text) => (/^(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(:\d{2})?(~.*)?$/.test(text) ? text : ''),
  date: (text) => (/^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?(~.*)?$/.test(text) ? text : ''),
  amount: (text) => (/^[^\d\s-]?\d{1,10}(\.\d+)?元?$/.test(text) ? text : ''),
  phone_number: (text) => firstOf(only(text, /[\d+\- ()]/), 17),
  car_number: (text) => firstOf(text, 8),
  name: (text) => (chinese.test(text) ? firstOf(text, 10) : firstOf(text, 20)),
  phrase: (text) => firstOf(only(text, chinese), 5),
  enum: (text) => text,
};

/**
 * A value cut and cleaned to its type's rule, so that WeChat does not refuse the message (47003).
 * Line breaks become spaces; what cannot be made to fit is empty, which WeChat refuses: leave such a message.
 * @param key the template's key, such as `thing5`
 * Source: 订阅消息, 参数值内容限制.
 */
export function fitValue(key: string, value: string): string {
  const type = typeOfKey(key);
  const text = value.replaceAll(/\s+/g, ' ').trim();
  return type ? rules[type](text) : text;
}
