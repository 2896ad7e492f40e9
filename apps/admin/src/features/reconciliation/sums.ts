import type { BillDayView } from '@pailou/contracts';

type Sums = NonNullable<BillDayView['ours']>;

/** What is left of a day: paid less given back, fen; the fee is not taken off. */
export const netOf = (sums: Sums): number => sums.paymentsFen - sums.refundsFen;

/** The part that the fee is of what came in, as `0.60%`; null where nothing came in. */
export function feeShare({ feeFen, paymentsFen }: Sums): string | null {
  return paymentsFen === 0 ? null : `${((feeFen / paymentsFen) * 100).toFixed(2)}%`;
}

/** The days of a chart, the oldest first, none left out between the first and the last that are known. */
export function chartDays(days: readonly BillDayView[], most: number): BillDayView[] {
  return days.slice(0, most).toReversed();
}

/** A round number at or above the highest bar, in both directions from the line. */
export function chartTop(days: readonly BillDayView[]): { up: number; down: number } {
  const most = (of: (sums: Sums) => number) => Math.max(0, ...days.map((day) => (day.theirs ? of(day.theirs) : 0)));
  return { up: roundUp(most((sums) => sums.paymentsFen)), down: roundUp(most((sums) => sums.refundsFen)) };
}

function roundUp(fen: number): number {
  if (fen <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(fen));
  return ([1, 2, 5, 10].find((step) => step * power >= fen) ?? 10) * power;
}
