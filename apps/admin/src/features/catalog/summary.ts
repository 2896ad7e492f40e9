import type { ProductView } from '@pailou/contracts';
import { money } from '../../lib/format';
import type { Shape, Tone } from '../../ui/StatusTag.vue';

export const looks: Readonly<Record<ProductView['status'], { tone: Tone; shape: Shape }>> = {
  active: { tone: 'good', shape: 'circle' },
  draft: { tone: 'warn', shape: 'ring' },
  archived: { tone: 'plain', shape: 'cross' },
};

/** `¥12.00`, or `¥12.00 – ¥15.00` where variants differ. */
export function priceRange(variants: readonly { priceFen: number }[]): string {
  const prices = variants.map((variant) => variant.priceFen);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  if (prices.length === 0) return '';
  return low === high ? money(low) : `${money(low)} – ${money(high)}`;
}

/** Pieces on hand over the counted variants; null where none is counted. */
export function stockSum(variants: readonly { stock: number | null }[]): number | null {
  const counted = variants.flatMap((variant) => (variant.stock === null ? [] : [variant.stock]));
  return counted.length === 0 ? null : counted.reduce((sum, stock) => sum + stock, 0);
}
