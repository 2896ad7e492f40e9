import fc from 'fast-check';
import { expect, it } from 'vitest';
import { businessDay, openingState, type StoreHours } from './store-hours.js';

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** Up to three intervals of one day, from sorted distinct minutes taken two by two, so that they never overlap. */
const dayHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, i) => ({
      from: clock(minutes[2 * i] ?? 0),
      to: clock(minutes[2 * i + 1] ?? 0),
    })),
  );
const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'Europe/London', 'America/New_York', 'Pacific/Auckland');
const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((ms) => new Date(ms));
const store: fc.Arbitrary<StoreHours> = fc.record({
  timeZone: zone,
  hours: fc.array(dayHours, { minLength: 7, maxLength: 7 }),
  exceptions: fc.constant([]),
  closedUntil: fc.option(instant, { nil: null }),
});

it('changes its state exactly at the instants it announces', () => {
  fc.assert(
    fc.property(store, instant, (hours, at) => {
      const state = openingState(hours, at);
      if (state.open) {
        expect(state.opensAt).toBeNull();
        if (!state.openUntil) return;
        expect(state.openUntil.getTime()).toBeGreaterThan(at.getTime());
        expect(openingState(hours, state.openUntil).open).toBe(false);
        expect(openingState(hours, new Date(state.openUntil.getTime() - 1)).open).toBe(true);
      } else {
        expect(state.openUntil).toBeNull();
        if (!state.opensAt) return;
        expect(state.opensAt.getTime()).toBeGreaterThan(at.getTime());
        expect(openingState(hours, state.opensAt).open).toBe(true);
        expect(openingState(hours, new Date(state.opensAt.getTime() - 1)).open).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

it('agrees with the wall clock of the zone, away from the changes of its clocks', () => {
  fc.assert(
    fc.property(store, fc.integer({ min: Date.UTC(2026, 5, 1), max: Date.UTC(2026, 7, 1) }), (hours, ms) => {
      const at = new Date(ms);
      const wall = new Intl.DateTimeFormat('en-GB', {
        timeZone: hours.timeZone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).formatToParts(at);
      const part = (type: string) => wall.find((one) => one.type === type)?.value ?? '';
      const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday'));
      const now = `${part('hour')}:${part('minute')}`;
      const shut = hours.closedUntil !== null && hours.closedUntil > at;
      const within = hours.hours[weekday]?.some((one) => one.from <= now && now < one.to) ?? false;
      expect(openingState(hours, at).open).toBe(within && !shut);
    }),
    { numRuns: 300 },
  );
});

it('puts every instant into exactly one business day', () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      const { startsAt, endsAt } = businessDay(timeZone, at);
      expect(startsAt.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(endsAt.getTime()).toBeGreaterThan(at.getTime());
      expect(businessDay(timeZone, endsAt).startsAt).toEqual(endsAt);
    }),
  );
});
