import { expect, it } from 'vitest';
import { orderNumber, pickupNumber } from './order-numbers.js';

it('names an order by its day and place', () => {
  expect(orderNumber('2026-11-21', 42)).toBe('20261121-0042');
  expect(orderNumber('2026-11-21', 12_345)).toBe('20261121-12345');
});
it('calls out a letter and two digits, no two of 2,600 in a row alike', () => {
  expect([1, 42, 99, 100, 2599, 2600].map(pickupNumber)).toEqual(['A01', 'A42', 'A99', 'B00', 'Z99', 'A00']);
  expect(new Set(Array.from({ length: 2600 }, (_, index) => pickupNumber(index + 777))).size).toBe(2600);
});
