import type { Locale, StorefrontProduct } from '@pailou/contracts';
import { localized } from './text';

export type Variant = StorefrontProduct['variants'][number];
export type ModifierGroup = StorefrontProduct['modifierGroups'][number];
/** What is chosen in the sheet: option values by their Chinese names, and modifiers. */
export interface Choice {
  values: string[];
  modifierIds: string[];
  quantity: number;
}

const MOST_OF_A_LINE = 99;

/** False when nothing of the variant is left. */
export const isAvailable = (variant: Variant) => variant.available === null || variant.available > 0;

/** A product with one variant and no modifiers needs no sheet: the plus adds it. */
export const needsSheet = (product: StorefrontProduct) => product.variants.length > 1 || product.modifierGroups.length > 0;

export const isSoldOut = (product: StorefrontProduct) => product.soldOut || !product.variants.some(isAvailable);

export const variantOf = (product: StorefrontProduct, values: readonly string[]): Variant | undefined =>
  product.variants.find((variant) => variant.optionValues.every((value, index) => value === values[index]));

/** The last choice if it can still be had, else the first variant that can. */
export function firstChoice(product: StorefrontProduct, last?: Pick<Choice, 'values' | 'modifierIds'> | null): Choice {
  const known = new Set(product.modifierGroups.flatMap((group) => group.modifiers.map(({ id }) => id)));
  const before = last && variantOf(product, last.values);
  const variant = before && isAvailable(before) ? before : (product.variants.find(isAvailable) ?? product.variants[0]);
  const modifierIds = last
    ? last.modifierIds.filter((id) => known.has(id))
    : // A group that wants exactly one starts with its first.
      product.modifierGroups.flatMap((group) => (group.min === 1 && group.max === 1 && group.modifiers[0] ? [group.modifiers[0].id] : []));
  return { values: variant ? [...variant.optionValues] : [], modifierIds, quantity: 1 };
}

/** Whether a value can be had together with the other values chosen. */
export function valueAvailable(product: StorefrontProduct, values: readonly string[], option: number, value: string): boolean {
  const variant = variantOf(
    product,
    values.map((chosen, index) => (index === option ? value : chosen)),
  );
  return variant !== undefined && isAvailable(variant);
}

/** Takes or gives back a modifier. A group for one swaps; a full group for several refuses (same list). */
export function toggleModifier(group: ModifierGroup, chosen: readonly string[], id: string): string[] {
  if (chosen.includes(id)) {
    // What must be chosen once is changed by choosing another, not by taking it away.
    return group.min === 1 && group.max === 1 ? [...chosen] : chosen.filter((other) => other !== id);
  }
  const inGroup = group.modifiers.filter((modifier) => chosen.includes(modifier.id));
  if (group.max === 1) return [...chosen.filter((other) => !inGroup.some((modifier) => modifier.id === other)), id];
  return inGroup.length >= group.max ? [...chosen] : [...chosen, id];
}

/** The first group that still wants a choice. */
export const missingGroup = (product: StorefrontProduct, chosen: readonly string[]): ModifierGroup | undefined =>
  product.modifierGroups.find((group) => group.modifiers.filter(({ id }) => chosen.includes(id)).length < group.min);

/** Fen for one piece: the variant and its modifiers. */
export function unitPrice(product: StorefrontProduct, choice: Pick<Choice, 'values' | 'modifierIds'>): number {
  const modifiers = product.modifierGroups.flatMap((group) => group.modifiers);
  const extra = modifiers.filter(({ id }) => choice.modifierIds.includes(id)).reduce((sum, { priceFen }) => sum + priceFen, 0);
  return (variantOf(product, choice.values)?.priceFen ?? 0) + extra;
}

/** The lowest price, and whether others cost more. */
export function priceFrom(product: StorefrontProduct): { fen: number; more: boolean } {
  const prices = product.variants.map(({ priceFen }) => priceFen);
  const fen = prices.length ? Math.min(...prices) : 0;
  return { fen, more: prices.some((price) => price > fen) };
}

/** `大杯 / 少冰 / 珍珠`, in the reader's language. */
export function choiceText(product: StorefrontProduct, choice: Pick<Choice, 'values' | 'modifierIds'>, locale: Locale): string {
  const values = choice.values.map((zh, index) =>
    localized(product.options[index]?.values.find((value) => value.zh === zh) ?? { zh, en: '' }, locale),
  );
  const modifiers = product.modifierGroups.flatMap((group) => group.modifiers.filter(({ id }) => choice.modifierIds.includes(id)));
  return [...values, ...modifiers.map(({ name }) => localized(name, locale))].join(' / ');
}

/** How many pieces one line may have. */
export const mostOf = (variant: Variant | undefined) => Math.min(MOST_OF_A_LINE, variant?.available ?? MOST_OF_A_LINE);
