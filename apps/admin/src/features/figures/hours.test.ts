import { describe, expect, it } from 'vitest';
import { axisTop, shownHours } from './hours';

describe('the hours of a day', () => {
  it('run from the first to the last with an order, gaps filled', () => {
    const hours = [
      { hour: 0, revenueFen: 0, orders: 0 },
      { hour: 8, revenueFen: 100, orders: 1 },
      { hour: 11, revenueFen: 50, orders: 2 },
      { hour: 23, revenueFen: 0, orders: 0 },
    ];
    expect(shownHours(hours).map((hour) => hour.hour)).toEqual([8, 9, 10, 11]);
    expect(shownHours(hours)[1]).toEqual({ hour: 9, revenueFen: 0, orders: 0 });
    expect(shownHours([{ hour: 3, revenueFen: 0, orders: 0 }])).toEqual([]);
  });
  it('stand under a round top that no bar passes', () => {
    expect([1, 19, 20, 21, 480, 99_999].map(axisTop)).toEqual([1, 20, 20, 50, 500, 100_000]);
    expect(axisTop(0)).toBe(1);
  });
});
