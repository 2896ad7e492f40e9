import { afterEach, describe, expect, it } from 'vitest';
import { age, change, fenOf, minutesSince, money, yuanOf } from './format';
import { locale } from './i18n';

afterEach(() => (locale.value = 'zh'));

describe('format', () => {
  it('shows fen as yuan without rounding', () => {
    expect([0, 5, 1999, 123456789, -350].map(money)).toEqual(['¥0.00', '¥0.05', '¥19.99', '¥1,234,567.89', '-¥3.50']);
  });
  it('reads what people type as yuan', () => {
    expect(['12', '12.5', '¥ 0.29', '1,200.05', ' 8 '].map(fenOf)).toEqual([1200, 1250, 29, 120005, 800]);
    expect(['', '1.234', '-1', 'abc', '1.', '1e3'].map(fenOf)).toEqual([null, null, null, null, null, null]);
  });
  it('reads back every amount that it writes', () => {
    for (let fen = 0; fen < 3000; fen += 7) expect(fenOf(yuanOf(fen))).toBe(fen);
  });
  it('compares with a base', () => {
    expect(change(112, 100)).toBe('+12%');
    expect(change(50, 100)).toBe('-50%');
    expect(change(5, 0)).toBeNull();
  });
  it('says an age in both languages', () => {
    expect([0, 59, 65, 3000].map(age)).toEqual(['0 分钟', '59 分钟', '1 小时 5 分', '2 天']);
    locale.value = 'en';
    expect(age(65)).toBe('1 h 5 min');
  });
  it('never counts backwards when clocks differ', () => {
    expect(minutesSince('2026-01-01T00:10:00.000Z', Date.parse('2026-01-01T00:00:00.000Z'))).toBe(0);
    expect(minutesSince('2026-01-01T00:00:00.000Z', Date.parse('2026-01-01T00:02:59.000Z'))).toBe(2);
  });
});
