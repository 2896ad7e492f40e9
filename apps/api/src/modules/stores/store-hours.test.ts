import { describe, expect, it } from 'vitest';
import { businessDay, intervalFault, isOpen, knownTimeZone, openingState, type StoreHours } from './store-hours.js';

const closed: StoreHours = { timeZone: 'Asia/Shanghai', hours: [[], [], [], [], [], [], []], exceptions: [], closedUntil: null };
const daily = (...intervals: [string, string][]): StoreHours => ({
  ...closed,
  hours: Array.from({ length: 7 }, () => intervals.map(([from, to]) => ({ from, to }))),
});
const state = (store: StoreHours, at: string) => {
  const { open, openUntil, opensAt } = openingState(store, new Date(at));
  return { open, openUntil: openUntil?.toISOString() ?? null, opensAt: opensAt?.toISOString() ?? null };
};

describe('opening hours', () => {
  const lunchAndDinner = daily(['11:00', '14:00'], ['17:00', '21:30']);

  it.each([
    ['2026-11-20T02:59:59Z', { open: false, openUntil: null, opensAt: '2026-11-20T03:00:00.000Z' }],
    ['2026-11-20T03:00:00Z', { open: true, openUntil: '2026-11-20T06:00:00.000Z', opensAt: null }],
    ['2026-11-20T06:00:00Z', { open: false, openUntil: null, opensAt: '2026-11-20T09:00:00.000Z' }],
    ['2026-11-20T13:29:59Z', { open: true, openUntil: '2026-11-20T13:30:00.000Z', opensAt: null }],
    ['2026-11-20T13:30:00Z', { open: false, openUntil: null, opensAt: '2026-11-21T03:00:00.000Z' }],
  ])('has two intervals a day: at %s', (at, expected) => {
    expect(state(lunchAndDinner, at)).toEqual(expected);
  });

  it('stays open past midnight through the interval of the next day', () => {
    const bar: StoreHours = {
      ...closed,
      hours: closed.hours.map((_, index) =>
        index === 4 ? [{ from: '18:00', to: '24:00' }] : index === 5 ? [{ from: '00:00', to: '02:00' }] : [],
      ),
    };
    // Friday 2026-11-20, 23:30 in Shanghai.
    expect(state(bar, '2026-11-20T15:30:00Z')).toEqual({ open: true, openUntil: '2026-11-20T18:00:00.000Z', opensAt: null });
    // Saturday 01:59, then 02:00: the next opening is Friday of the week after.
    expect(isOpen(bar, new Date('2026-11-20T17:59:00Z'))).toBe(true);
    expect(state(bar, '2026-11-20T18:00:00Z')).toEqual({ open: false, openUntil: null, opensAt: '2026-11-27T10:00:00.000Z' });
  });

  it('never closes when every day is 00:00 to 24:00', () => {
    expect(state(daily(['00:00', '24:00']), '2026-11-20T03:00:00Z')).toEqual({ open: true, openUntil: null, opensAt: null });
  });

  it('never opens without hours', () => {
    expect(state(closed, '2026-11-20T03:00:00Z')).toEqual({ open: false, openUntil: null, opensAt: null });
  });

  it('takes an exception in place of that date, and an empty one closes it', () => {
    const store = {
      ...lunchAndDinner,
      exceptions: [
        { date: '2026-11-20', intervals: [], note: 'stock-taking' },
        { date: '2026-11-21', intervals: [{ from: '15:00', to: '16:00' }], note: '' },
      ],
    };
    expect(state(store, '2026-11-20T03:30:00Z')).toEqual({ open: false, openUntil: null, opensAt: '2026-11-21T07:00:00.000Z' });
  });

  it('is shut until the end of a temporary close, even in the middle of an opening', () => {
    const store = { ...lunchAndDinner, closedUntil: new Date('2026-11-20T04:15:00Z') };
    expect(state(store, '2026-11-20T03:30:00Z')).toEqual({ open: false, openUntil: null, opensAt: '2026-11-20T04:15:00.000Z' });
    expect(isOpen(store, new Date('2026-11-20T04:15:00Z'))).toBe(true);
  });

  it('looks past a temporary close of a month', () => {
    const store = { ...lunchAndDinner, closedUntil: new Date('2026-12-20T10:00:00Z') };
    expect(state(store, '2026-11-20T03:30:00Z').opensAt).toBe('2026-12-20T10:00:00.000Z');
  });

  it('follows the clocks of the store in its own zone', () => {
    const london = { ...daily(['09:00', '17:00']), timeZone: 'Europe/London' };
    expect(state(london, '2026-03-28T09:00:00Z').openUntil).toBe('2026-03-28T17:00:00.000Z');
    // Summer time began in the night before.
    expect(state(london, '2026-03-29T08:00:00Z')).toEqual({ open: true, openUntil: '2026-03-29T16:00:00.000Z', opensAt: null });
  });

  it('moves a time that the clocks skip, and does not open twice when they repeat one', () => {
    const paris = { ...daily(['02:30', '04:00']), timeZone: 'Europe/Paris' };
    expect(state(paris, '2026-03-29T00:00:00Z').opensAt).toBe('2026-03-29T01:30:00.000Z');
    expect(state(paris, '2026-10-25T00:00:00Z').opensAt).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('the business day', () => {
  it('is the calendar day of the store, 25 hours when its clocks go back', () => {
    expect(businessDay('Asia/Shanghai', new Date('2026-11-20T16:30:00Z'))).toEqual({
      date: '2026-11-21',
      startsAt: new Date('2026-11-20T16:00:00Z'),
      endsAt: new Date('2026-11-21T16:00:00Z'),
    });
    const long = businessDay('Europe/Paris', new Date('2026-10-25T12:00:00Z'));
    expect((long.endsAt.getTime() - long.startsAt.getTime()) / 3_600_000).toBe(25);
  });
});

describe('what hours may say', () => {
  it('refuses backwards and overlapping intervals, and lets touching ones be', () => {
    expect(intervalFault([{ from: '18:00', to: '02:00' }])).toBe('ends_before_start');
    expect(
      intervalFault([
        { from: '12:00', to: '15:00' },
        { from: '09:00', to: '12:01' },
      ]),
    ).toBe('overlap');
    expect(
      intervalFault([
        { from: '12:00', to: '15:00' },
        { from: '09:00', to: '12:00' },
      ]),
    ).toBeNull();
  });

  it('knows zones by their IANA names', () => {
    expect(knownTimeZone('Asia/Shanghai')).toBe(true);
    expect(knownTimeZone('Mars/Olympus')).toBe(false);
  });
});
