import type { CartLineInput, CartLineView } from '@pailou/contracts';

/** One line is one variant with one set of modifiers, in whatever order they were tapped. */
export const lineKey = (line: Pick<CartLineView, 'variantId' | 'modifierIds'>) =>
  [line.variantId, ...[...line.modifierIds].sort()].join('+');

/** Sets the quantity of a line; at 0 it leaves, and an unknown line is added at the end. */
export function withQuantity(lines: readonly CartLineView[], line: CartLineView, quantity: number): CartLineView[] {
  const key = lineKey(line);
  const next = { ...line, quantity, totalFen: line.unitFen * quantity };
  if (quantity <= 0) return lines.filter((other) => lineKey(other) !== key);
  return lines.some((other) => lineKey(other) === key) ? lines.map((other) => (lineKey(other) === key ? next : other)) : [...lines, next];
}

export const quantityOf = (lines: readonly CartLineView[], line: Pick<CartLineView, 'variantId' | 'modifierIds'>) =>
  lines.find((other) => lineKey(other) === lineKey(line))?.quantity ?? 0;

export const countOf = (lines: readonly CartLineView[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
export const totalOf = (lines: readonly CartLineView[]) => lines.reduce((sum, { totalFen }) => sum + totalFen, 0);

/** What the API takes: no prices, it has its own. */
export const toInput = (lines: readonly CartLineView[]): CartLineInput[] =>
  lines.map(({ variantId, modifierIds, quantity }) => ({ variantId, modifierIds: [...modifierIds], quantity }));
