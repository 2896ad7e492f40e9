import { isObject } from '../http.js';
import { paramError, unknownParameter } from './errors.js';

/** What a part of a body may be. Texts are counted in characters. */
export type Shape =
  | { is: 'text'; max: number; needed?: boolean; pattern?: RegExp }
  | { is: 'number'; min: number; needed?: boolean }
  | { is: 'flag'; needed?: boolean }
  | { is: 'choice'; of: readonly string[]; needed?: boolean }
  | { is: 'object'; fields: Record<string, Shape>; needed?: boolean }
  | { is: 'list'; of: Shape; needed?: boolean; least?: number };

/** Refuses a value of another form, and what nobody knows inside of it: 400 PARAM_ERROR that names the field. */
export function checkShape(value: unknown, shape: Shape, path: string): void {
  if (value === undefined || value === null) {
    if (shape.needed) throw paramError(path, '必填项缺失');
    return;
  }
  const wrong = (issue: string) => paramError(path, issue, value);
  switch (shape.is) {
    case 'text':
      if (typeof value !== 'string') throw wrong('应为字符串');
      if (value === '' && shape.needed) throw wrong('长度小于最小值 1');
      if ([...value].length > shape.max) throw wrong(`长度超过最大值 ${shape.max}`);
      if (shape.pattern && !shape.pattern.test(value)) throw wrong('包含不允许的字符');
      return;
    case 'number':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrong('应为整数');
      if (value < shape.min) throw wrong(`应不小于 ${shape.min}`);
      return;
    case 'flag':
      if (typeof value !== 'boolean') throw wrong('应为布尔值');
      return;
    case 'choice':
      if (typeof value !== 'string' || !shape.of.includes(value)) throw wrong(`应为 ${shape.of.join('、')}`);
      return;
    case 'list':
      if (!Array.isArray(value)) throw wrong('应为数组');
      if (value.length < (shape.least ?? 0)) throw wrong(`至少 ${shape.least} 项`);
      value.forEach((item: unknown, index) => checkShape(item, { ...shape.of, needed: true }, `${path}.${index}`));
      return;
    case 'object': {
      if (!isObject(value)) throw wrong('应为对象');
      const extra = Object.keys(value).find((key) => !(key in shape.fields));
      if (extra !== undefined) throw paramError(`${path}.${extra}`, unknownParameter);
      for (const [name, inner] of Object.entries(shape.fields)) checkShape(value[name], inner, `${path}.${name}`);
    }
  }
}

/** Checks several fields of a body. */
export function checkFields(body: Record<string, unknown>, shapes: Record<string, Shape>): void {
  for (const [name, shape] of Object.entries(shapes)) checkShape(body[name], shape, name);
}
