import { describe, expect, it } from 'vitest';
import { BadCursor, decodeCursor, encodeCursor, page } from './cursor.js';
import { newId } from './ids.js';
import { defineStates } from './state-machine.js';

describe('cursor', () => {
  it('carries its values there and back', () => {
    const values = ['2026-11-21 04:09:04.123456+00', newId()];
    expect(decodeCursor(encodeCursor(values), ['instant', 'id'])).toEqual(values);
    expect(decodeCursor(encodeCursor([7, values[1]]), ['number', 'id'])).toEqual(['7', values[1]]);
  });
  it('refuses what this list did not give out', () => {
    for (const bad of [
      '',
      'x',
      '%%%',
      encodeCursor([1]),
      Buffer.from('{}').toString('base64url'),
      encodeCursor(['a\0', newId()]),
      encodeCursor(['infinity', newId()]),
      encodeCursor(['2026-02-31T00:00:00Z', newId()]),
      encodeCursor(['2026-11-21T04:09:04Z', 'x']),
    ])
      expect(() => decodeCursor(bad, ['instant', 'id'])).toThrow(BadCursor);
  });
  it('ends with null on the last page', () => {
    expect(page([1, 2, 3], 2, (n) => [n]).nextCursor).toBe(encodeCursor([2]));
    expect(page([1, 2], 2, (n) => [n])).toEqual({ items: [1, 2], nextCursor: null });
  });
});

describe('states', () => {
  const machine = defineStates({ pay: { from: ['unpaid'], to: 'paid' }, cancel: { from: ['unpaid', 'paid'], to: 'cancelled' } } as const);
  it('know what may happen when', () => {
    expect(machine.next('unpaid', 'pay')).toBe('paid');
    expect(machine.next('paid', 'pay')).toBeUndefined();
    expect(machine.all()).toHaveLength(3);
  });
});

describe('ids', () => {
  it('sort by when they were made', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect([...ids].sort()).toEqual(ids);
  });
});
