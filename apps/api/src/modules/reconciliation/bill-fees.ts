/** A rate as the bill writes it (`0.60%`) in parts of 10^8; null when it is none. */
export function rateOf(text: string): bigint | null {
  const [, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,6}))?%$/.exec(text.trim()) ?? [];
  return whole === undefined ? null : BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'));
}

const parts = 100_000_000n;

/** What the rate comes to, rounded half up to whole fen. */
export const feeAt = (amountFen: number, rate: bigint): number => Number((BigInt(amountFen) * rate + parts / 2n) / parts);

/**
 * Whether a fee is the rate of the amount, rounded either way: how WeChat rounds is not said, and the fees given back
 * with several refunds of one payment are rounded together.
 */
export function feeFits(feeFen: number, amountFen: number, rate: bigint): boolean {
  const exact = BigInt(amountFen) * rate;
  const [floor, ceiling] = [exact / parts, (exact + parts - 1n) / parts];
  return BigInt(feeFen) >= floor && BigInt(feeFen) <= ceiling;
}

/** The rate that most rows have; the earliest of equals. Null when there is none. */
export function usualRate(rates: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const rate of rates) if (rateOf(rate) !== null) counts.set(rate, (counts.get(rate) ?? 0) + 1);
  return [...counts].reduce<[string, number] | null>((best, one) => (best && best[1] >= one[1] ? best : one), null)?.[0] ?? null;
}
