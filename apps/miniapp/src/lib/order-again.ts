import type { CartLineView, Locale, OrderView, StorefrontProduct } from '@pailou/contracts';
import { choiceText, isAvailable, isSoldOut, missingGroup, mostOf, unitPrice } from './choice';

/** What of an order can be had again, at today's prices, and the names of what cannot. */
export interface Again {
  lines: CartLineView[];
  gone: { zh: string; en: string }[];
}

/**
 * Lays an order of before over the menu of now. A line whose product, variant, stock or an extra is gone is left out;
 * of what is short, as many as there are.
 */
export function orderAgain(order: Pick<OrderView, 'lines'>, products: readonly StorefrontProduct[], locale: Locale): Again {
  const again: Again = { lines: [], gone: [] };
  for (const line of order.lines) {
    const product = products.find(({ id }) => id === line.productId);
    const variant = product?.variants.find(({ id }) => id === line.variantId);
    const known = product?.modifierGroups.flatMap(({ modifiers }) => modifiers.map(({ id }) => id)) ?? [];
    const whole = line.modifierIds.every((id) => known.includes(id));
    if (!product || !variant || !whole || isSoldOut(product) || !isAvailable(variant) || missingGroup(product, line.modifierIds)) {
      again.gone.push(line.name);
      continue;
    }
    const choice = { values: variant.optionValues, modifierIds: line.modifierIds };
    const quantity = Math.min(line.quantity, mostOf(variant));
    const unitFen = unitPrice(product, choice);
    again.lines.push({
      variantId: variant.id,
      productId: product.id,
      modifierIds: [...line.modifierIds],
      quantity,
      name: product.name,
      choice: choiceText(product, choice, locale),
      pictureUrl: product.pictures[0]?.url ?? null,
      unitFen,
      totalFen: unitFen * quantity,
      problem: null,
    });
  }
  return again;
}
