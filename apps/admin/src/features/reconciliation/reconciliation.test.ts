import type { BillDayView } from '@pailou/contracts';
import { describe, expect, it } from 'vitest';
import { setLocale } from '../../lib/i18n';
import { kindMeans, kindTodo, kindWord } from './kinds';
import { dayLooks, dayStates, stateWord, taskKinds } from './looks';
import { chartDays, chartTop, feeShare, netOf } from './sums';

const sums = (paymentsFen: number, refundsFen = 0) => ({
  payments: 1,
  paymentsFen,
  refunds: 0,
  refundsFen,
  feeFen: Math.round(paymentsFen * 0.006),
});
const day = (id: string, paymentsFen: number | null, refundsFen = 0): BillDayView => ({
  id,
  state: 'matched',
  problem: null,
  nextTryAt: null,
  fetchedAt: null,
  theirs: paymentsFen === null ? null : sums(paymentsFen, refundsFen),
  ours: null,
  matched: 0,
  openTasks: 0,
  closedTasks: 0,
  waiting: 0,
  otherApps: 0,
  openingFen: null,
  closingFen: null,
});

describe('the figures of a day', () => {
  it('are what came in less what went back, and what share the fee is', () => {
    expect(netOf(sums(10_000, 1_800))).toBe(8_200);
    expect([feeShare(sums(10_000)), feeShare(sums(0))]).toEqual(['0.60%', null]);
  });
  it('stand in a chart with the oldest first, under a round top in both directions', () => {
    const days = [day('2026-11-23', 3_000), day('2026-11-22', null), day('2026-11-21', 12_000, 700)];
    expect(chartDays(days, 2).map(({ id }) => id)).toEqual(['2026-11-22', '2026-11-23']);
    expect(chartTop(days)).toEqual({ up: 20_000, down: 1_000 });
    expect(chartTop([day('2026-11-21', null)])).toEqual({ up: 0, down: 0 });
  });
});

it('each kind of difference says in both languages what it means and what to do', () => {
  for (const locale of ['zh', 'en'] as const) {
    setLocale(locale);
    for (const kind of taskKinds)
      for (const words of [kindWord(kind), kindMeans(kind), kindTodo(kind)]) expect(words.length, kind).toBeGreaterThan(3);
    if (locale === 'en') expect(taskKinds.map((kind) => kindTodo(kind) + kindMeans(kind)).join('')).not.toMatch(/\p{Script=Han}/u);
    expect(new Set(taskKinds.map(kindWord)).size).toBe(taskKinds.length);
  }
  setLocale('zh');
});
it('a state is told in words, with the code that came with it', () => {
  expect(stateWord('paid')).toBe('已付款');
  expect(stateWord('failed: ABNORMAL')).toBe('失败 · 退款异常');
  expect(stateWord('amount 1800 instead of 1801')).toBe('amount 1800 instead of 1801');
});
it('each state of a day has its own colour and shape', () => {
  expect(new Set(dayStates.map((one) => `${dayLooks[one].tone} ${dayLooks[one].shape}`)).size).toBe(dayStates.length);
});
