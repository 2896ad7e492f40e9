/** An amount in fen (1/100 CNY), a whole number. */
export type Fen = number & { readonly __fen: true };

/** Makes a Fen; throws when the number is not a safe whole number. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of fen`);
  return amount as Fen;
}

/**
 * Divides a total by weights so that the parts add up to it exactly (largest remainder;
 * ties go to the earlier part). With no weight at all everything goes to the first part.
 */
export function allocate(total: Fen, weights: number[]): Fen[] {
  if (weights.length === 0) throw new RangeError('nothing to divide among');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('a weight is a whole number, not negative');
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  if (sum === 0n) return weights.map((_, i) => fen(i === 0 ? total : 0));
  const sign = total < 0 ? -1n : 1n;
  const whole = BigInt(total) * sign;
  const parts = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, share: product / sum, remainder: product % sum };
  });
  let left = whole - parts.reduce((a, part) => a + part.share, 0n);
  for (const part of [...parts].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  return parts.map((part) => fen(Number(part.share * sign)));
}

/** A percentage of an amount, rounded half up to whole fen. */
export function percent(amount: Fen, rate: number): Fen {
  return fen(Math.round((amount * rate) / 100));
}
