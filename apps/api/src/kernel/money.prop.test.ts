import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, fen, percent } from './money.js';

describe('allocate', () => {
  it('never loses or makes a fen, and keeps each part within one fen of its fair share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.array(fc.nat(100_000), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const parts = allocate(fen(total), weights);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          const sum = weights.reduce((a, b) => a + b, 0);
          if (sum > 0) parts.forEach((part, i) => expect(Math.abs(part - (total * weights[i]!) / sum)).toBeLessThan(1));
        },
      ),
    );
  });
  it('gives the odd fen to the largest remainder', () => {
    expect(allocate(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(fen(10), [0, 0])).toEqual([10, 0]);
  });
  it('refuses half a fen', () => expect(() => fen(0.5)).toThrow(RangeError));
  it('rounds a percentage half up', () => expect(percent(fen(50), 5)).toBe(3));
});
