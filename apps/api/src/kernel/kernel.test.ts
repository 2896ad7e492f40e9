import { describe, expect, it } from 'vitest';
import { BadCursor, decodeCursor, encodeCursor, page } from './cursor.js';
import { newId } from './ids.js';
import { defineStates } from './state-machine.js';

describe('cursor', () => {
  it('carries its values there and back', () => expect(decodeCursor(encodeCursor(['茶', 7]), 2)).toEqual(['茶', '7']));
  it('refuses what this list did not give out', () => {
    for (const bad of ['', 'x', '%%%', encodeCursor([1]), Buffer.from('{}').toString('base64url'), encodeCursor(['a\0', 'b'])])
      expect(() => decodeCursor(bad, 2)).toThrow(BadCursor);
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
