import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allThatIsLeft, pieceFen } from './order-refunds.js';

const line = fc.record({ quantity: fc.integer({ min: 1, max: 99 }), totalFen: fc.integer({ min: 0, max: 10_000_000 }) });

it('comes to exactly the line’s total, however its pieces are refunded', () => {
  fc.assert(
    fc.property(line, fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 30 }), ({ quantity, totalFen }, steps) => {
      let refundedQuantity = 0;
      let sum = 0;
      for (const step of [...steps, quantity]) {
        const pieces = Math.min(step, quantity - refundedQuantity);
        const back = pieceFen({ id: 'l', quantity, refundedQuantity, totalFen }, pieces);
        expect(back).toBeGreaterThanOrEqual(0);
        sum += back;
        refundedQuantity += pieces;
        expect(sum).toBeLessThanOrEqual(totalFen);
      }
      expect(sum).toBe(totalFen);
    }),
  );
});

it('differs by at most one fen from piece to piece', () => {
  fc.assert(
    fc.property(line, ({ quantity, totalFen }) => {
      const pieces = Array.from({ length: quantity }, (_, refundedQuantity) =>
        pieceFen({ id: 'l', quantity, refundedQuantity, totalFen }, 1),
      );
      expect(Math.max(...pieces) - Math.min(...pieces)).toBeLessThanOrEqual(1);
    }),
  );
});

it('leaves out the lines that are wholly refunded', () => {
  expect(
    allThatIsLeft([
      { id: 'a', quantity: 2, refundedQuantity: 2, totalFen: 10 },
      { id: 'b', quantity: 3, refundedQuantity: 1, totalFen: 10 },
    ]),
  ).toEqual([{ lineId: 'b', quantity: 2 }]);
});
