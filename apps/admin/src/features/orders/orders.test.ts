import { describe, expect, it } from 'vitest';
import { refundBody, refundFen } from './refund';
import { actionsOf, isLate, refundable } from './states';

const line = (id: string, unitFen: number) => ({
  id,
  productId: null,
  variantId: id,
  modifierIds: [],
  name: { zh: id, en: '' },
  choice: '',
  pictureUrl: null,
  unitFen,
  quantity: 3,
  totalFen: unitFen * 3,
  refundedQuantity: 0,
});

describe('an order', () => {
  it('can be worked on only while it is open', () => {
    expect(actionsOf('paid')).toEqual(['accept', 'cancel']);
    expect(actionsOf('completed')).toEqual([]);
    expect(actionsOf('unpaid')).toContain('cash');
  });
  it('is late by its state, counted from the payment', () => {
    const at = Date.parse('2026-11-25T03:00:00Z');
    const order = (status: 'paid' | 'ready' | 'completed', paidAt: string | null) => ({
      status,
      paidAt,
      createdAt: '2026-11-25T00:00:00Z',
    });
    expect(isLate(order('paid', '2026-11-25T02:57:01Z'), at)).toBe(false);
    expect(isLate(order('paid', '2026-11-25T02:57:00Z'), at)).toBe(true);
    expect(isLate(order('ready', '2026-11-25T02:57:00Z'), at)).toBe(false);
    expect(isLate(order('completed', null), at)).toBe(false);
  });
  it('can be refunded once paid and until all is back', () => {
    const paid = { paidAt: '2026-01-01T00:00:00.000Z', totalFen: 100, refundedFen: 0 };
    expect(refundable(paid)).toBe(true);
    expect(refundable({ ...paid, paidAt: null })).toBe(false);
    expect(refundable({ ...paid, refundedFen: 100 })).toBe(false);
  });
});

describe('a refund', () => {
  it('names chosen lines, or no line for everything', () => {
    expect(refundBody({ a: 2, b: 0 }, ' sold out ', true)).toEqual({
      reason: 'sold out',
      restock: true,
      lines: [{ lineId: 'a', quantity: 2 }],
    });
    expect(refundBody(null, 'x', false)).toEqual({ reason: 'x', restock: false });
  });
  it('adds up by the price of one', () => {
    expect(refundFen({ lines: [line('a', 1500), line('b', 900)] }, { a: 2, b: 1 })).toBe(3900);
  });
});
