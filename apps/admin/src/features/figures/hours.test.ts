import { describe, expect, it } from 'vitest';
import { axisTop, dayAfter, shownHours } from './hours';

const hour = (at: number, revenueFen = 0, orders = 0, lastWeekFen = 0, lastWeekOrders = 0) => ({
  hour: at,
  revenueFen,
  orders,
  lastWeekFen,
  lastWeekOrders,
});

describe('the hours of a day', () => {
  it('run from the first to the last with an order, gaps filled', () => {
    const hours = [hour(0), hour(8, 100, 1), hour(11, 50, 2), hour(23)];
    expect(shownHours(hours).map((one) => one.hour)).toEqual([8, 9, 10, 11]);
    expect(shownHours(hours)[1]).toEqual(hour(9));
    expect(shownHours([hour(3)])).toEqual([]);
  });
  it('hold those that were busy a week before', () => {
    expect(shownHours([hour(9, 100, 1), hour(12, 0, 0, 300, 1)]).map((one) => one.hour)).toEqual([9, 10, 11, 12]);
  });
  it('stand under a round top that no bar passes', () => {
    expect([1, 19, 20, 21, 480, 99_999].map(axisTop)).toEqual([1, 20, 20, 50, 500, 100_000]);
    expect(axisTop(0)).toBe(1);
  });
});

it('one day after another, over months and leap days', () => {
  expect([dayAfter('2028-02-28', 1), dayAfter('2026-01-01', -1), dayAfter('2026-11-25', 7)]).toEqual([
    '2028-02-29',
    '2025-12-31',
    '2026-12-02',
  ]);
});
