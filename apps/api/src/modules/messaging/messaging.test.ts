import { describe, expect, it } from 'vitest';
import type { MessageKind } from './message-kinds.js';
import { whenQuietEnds } from './quiet-hours.js';
import { fieldsFor, suitable } from './template-match.js';

const words = { zh: '', en: '' };
const kind: MessageKind = {
  kind: 'k',
  title: words,
  titles: ['支付成功', '下单'],
  urgent: false,
  askedAt: 'order',
  values: {
    number: { label: words, types: ['character_string'], labels: ['订单编号'] },
    goods: { label: words, types: ['thing'], labels: ['商品'] },
    store: { label: words, types: ['thing'], labels: ['门店名称'] },
  },
};
const template = (title: string, fields: [string, string][]) => ({
  templateId: title,
  title,
  example: '',
  fields: fields.map(([key, label]) => ({ key, label })),
});

describe('a template', () => {
  it('is filled by label and type, each value once', () => {
    expect(
      fieldsFor(
        kind,
        template('x', [
          ['thing1', '商品名称'],
          ['thing2', '门店名称'],
          ['character_string3', '订单编号'],
          ['thing4', '商品'],
          ['amount5', '订单编号'],
        ]),
      ).map(({ value }) => value),
    ).toEqual(['goods', 'store', 'number', null, null]);
  });
  it('suits when it is titled so and every place is filled, the better title first', () => {
    const paid = template('订单支付成功通知', [
      ['thing1', '商品'],
      ['character_string2', '订单编号'],
    ]);
    const placed = template('下单提醒', [['thing1', '门店名称']]);
    expect(suitable(kind, [placed, template('支付成功', [['time1', '时间']]), paid])?.template).toBe(paid);
    expect(suitable(kind, [template('排队通知', [['thing1', '商品']])])).toBeUndefined();
  });
});

describe('quiet hours', () => {
  const quiet = { quietFrom: '22:00', quietTo: '08:30', timeZone: 'Asia/Shanghai' };
  it.each([
    ['2026-11-21T13:59:30Z', '2026-11-21T13:59:30.000Z'],
    ['2026-11-21T14:00:30Z', '2026-11-22T00:30:00.000Z'],
    ['2026-11-21T20:00:00Z', '2026-11-22T00:30:00.000Z'],
    ['2026-11-22T00:30:00Z', '2026-11-22T00:30:00.000Z'],
  ])('at %s a message goes at %s', (now, goes) => expect(whenQuietEnds(new Date(now), quiet).toISOString()).toBe(goes));
  it('by day and none at all', () => {
    const noon = new Date('2026-11-21T04:15:00Z');
    expect(whenQuietEnds(noon, { ...quiet, quietFrom: '12:00', quietTo: '13:00' }).toISOString()).toBe('2026-11-21T05:00:00.000Z');
    expect(whenQuietEnds(noon, { ...quiet, quietFrom: null, quietTo: null })).toBe(noon);
  });
});
