import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxAround } from './great-circle.js';

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

it('holds every place that lies within the distance, on any bearing, anywhere on earth', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: 1, max: 300_000, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      (latitude, longitude, metres, bearing) => {
        const box = boxAround(latitude, longitude, metres);
        const angle = (metres * 0.999) / 6_371_000;
        const there = Math.asin(
          Math.min(
            1,
            Math.max(
              -1,
              Math.sin(radians(latitude)) * Math.cos(angle) + Math.cos(radians(latitude)) * Math.sin(angle) * Math.cos(radians(bearing)),
            ),
          ),
        );
        const turn = Math.atan2(
          Math.sin(radians(bearing)) * Math.sin(angle) * Math.cos(radians(latitude)),
          Math.cos(angle) - Math.sin(radians(latitude)) * Math.sin(there),
        );
        const east = ((longitude + degrees(turn) + 540) % 360) - 180;
        expect(degrees(there)).toBeGreaterThanOrEqual(box.south - 1e-6);
        expect(degrees(there)).toBeLessThanOrEqual(box.north + 1e-6);
        expect(east).toBeGreaterThanOrEqual(box.west - 1e-6);
        expect(east).toBeLessThanOrEqual(box.east + 1e-6);
      },
    ),
    { numRuns: 500 },
  );
});
