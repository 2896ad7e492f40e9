import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TradeRow } from './difference.js';
import { bookedPayment, bookedRefund, tradeBooks, tradeRow } from './reconciliation.samples.js';
import { matchTrades } from './trade-match.js';

// Honest books and an honest bill agree; each wrong thing done to the bill is found, once, and nothing else is.

type Harm = 'none' | 'drop' | 'change' | 'repeat';
const harm = fc.constantFrom<Harm>('none', 'none', 'drop', 'change', 'repeat');
const deal = fc.record({
  fen: fc.integer({ min: 2, max: 10_000_000 }),
  harm,
  refundParts: fc.array(fc.record({ share: fc.integer({ min: 1, max: 40 }), harm }), { maxLength: 2 }),
});

interface Made {
  rows: TradeRow[];
  wrong: string[];
}
function harmed(row: TradeRow, how: Harm): Made {
  const key = `${row.kind}:${row.number}`;
  // The fee goes by our amount: a wrong amount is one difference, not two.
  if (how === 'change') return { rows: [{ ...row, amountFen: row.amountFen + 1 }], wrong: [`amount ${key}`] };
  if (how === 'repeat') return { rows: [row, row], wrong: [`duplicate ${key}`] };
  return how === 'drop' ? { rows: [], wrong: [`missing_there ${key}`] } : { rows: [row], wrong: [] };
}

it('every harm done to a bill is found, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 12 }), fc.integer({ min: 0, max: 3 }), fc.integer(), (deals, strangers, seed) => {
      const [rows, wrong]: [TradeRow[], string[]] = [[], []];
      const [payments, refunds] = [[] as ReturnType<typeof bookedPayment>[], [] as ReturnType<typeof bookedRefund>[]];
      const put = (made: Made) => (rows.push(...made.rows), wrong.push(...made.wrong));
      deals.forEach(({ fen, harm: how, refundParts }, n) => {
        payments.push(bookedPayment({ outTradeNo: `n${n}`, amountFen: fen }));
        put(harmed(tradeRow({ number: `n${n}`, amountFen: fen }), how));
        refundParts.forEach(({ share, harm: refundHarm }, part) => {
          const [number, amountFen] = [`r${n}-${part}`, Math.max(1, Math.floor((fen * share) / 100))];
          refunds.push(bookedRefund({ outRefundNo: number, amountFen }));
          put(harmed(tradeRow({ kind: 'refund', number, outTradeNo: `n${n}`, amountFen }), refundHarm));
        });
      });
      for (let n = 0; n < strangers; n += 1) {
        rows.push(tradeRow({ number: `x${n}`, amountFen: 100 + n }));
        wrong.push(`missing_here payment:x${n}`);
      }
      const mixed = rows
        .map((row, n) => ({ row, at: Math.sin(seed + n) }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row);
      const found = matchTrades(tradeBooks({ rows: mixed, payments, refunds }));
      expect(found.differences.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual(wrong.sort());
      expect(matchTrades(tradeBooks({ rows: mixed, payments, refunds }))).toEqual(found);
      // What the sides differ by is what the differences come to: no fen is left unexplained.
      for (const [subject, sum] of [
        ['payment', 'paymentsFen'],
        ['refund', 'refundsFen'],
      ] as const) {
        const explained = found.differences
          .filter((one) => one.subject === subject)
          .reduce((total, one) => total + (one.differenceFen ?? 0), 0);
        expect(found.theirs[sum] - found.ours[sum]).toBe(explained);
      }
    }),
    { numRuns: 300 },
  );
});
