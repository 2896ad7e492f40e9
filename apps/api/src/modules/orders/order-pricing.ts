import { createHash } from 'node:crypto';
import type { CartLineInput, Fulfilment, Localized, PriceStep } from '@pailou/contracts';
import type { z } from 'zod';
import { type Fen, fen } from '../../kernel/money.js';
import type { FieldError } from '../../platform/http/problem.js';
import type { PriceBook, PricedModifier, PricedVariant } from '../catalog/index.js';

/** A line at its price now. A line with a problem costs nothing: it cannot be ordered. */
export interface PricedLine {
  variantId: string;
  productId: string;
  modifierIds: string[];
  quantity: number;
  name: Localized;
  /** Chosen options and extras, such as `大杯 / 少冰 / 椰果`. */
  choice: Localized;
  pictureUrl: string | null;
  unitFen: Fen;
  totalFen: Fen;
  problem: 'sold_out' | 'not_enough' | 'gone' | null;
}

export interface Quote {
  lines: PricedLine[];
  steps: z.output<typeof PriceStep>[];
  totalFen: Fen;
  /** Says exactly what is ordered and for how much; the same in every language. */
  hash: string;
}

/** How a store charges for delivery. */
export interface DeliveryTerms {
  deliveryFeeFen: number;
  freeDeliveryOverFen: number | null;
}

const gone: Localized = { zh: '已下架', en: 'No longer sold' };

/** Prices each line; lines of the same variant share what is left of it, the earlier first. */
export function priceLines(lines: readonly CartLineInput[], book: PriceBook): PricedLine[] {
  const left = new Map([...book.variants].map(([id, variant]) => [id, variant.available ?? Infinity]));
  return lines.map((line) => {
    const variant = book.variants.get(line.variantId);
    const modifiers = variant && modifiersOf(line, variant, book);
    if (!variant?.onSale || !modifiers) return withoutPrice(line, variant);
    const unit = fen(variant.priceFen + modifiers.reduce((sum, one) => sum + one.priceFen, 0));
    const remains = left.get(line.variantId) ?? 0;
    const problem = variant.soldOutToday || remains <= 0 ? 'sold_out' : remains < line.quantity ? 'not_enough' : null;
    if (!problem) left.set(line.variantId, remains - line.quantity);
    return {
      variantId: line.variantId,
      productId: variant.productId,
      modifierIds: modifiers.map((one) => one.modifierId),
      quantity: line.quantity,
      name: variant.name,
      choice: joined([variant.choice, ...modifiers.map((one) => one.name)]),
      pictureUrl: variant.pictureUrl,
      unitFen: unit,
      totalFen: problem ? fen(0) : fen(unit * line.quantity),
      problem,
    };
  });
}

function withoutPrice(line: CartLineInput, variant: PricedVariant | undefined): PricedLine {
  const { variantId, modifierIds, quantity } = line;
  return {
    variantId,
    modifierIds: [...modifierIds].sort(),
    quantity,
    productId: variant?.productId ?? variantId,
    name: variant?.name ?? gone,
    choice: variant?.choice ?? { zh: '', en: '' },
    pictureUrl: variant?.pictureUrl ?? null,
    unitFen: fen(0),
    totalFen: fen(0),
    problem: 'gone',
  };
}

/** The chosen extras in the order of the menu; undefined when one is gone or belongs to another product. */
function modifiersOf(line: CartLineInput, variant: PricedVariant, book: PriceBook): PricedModifier[] | undefined {
  const order = variant.groups.flatMap((group) => group.modifierIds);
  const chosen = line.modifierIds.map((id) => book.modifiers.get(id));
  const known = chosen.filter((one): one is PricedModifier => one !== undefined && order.includes(one.modifierId));
  if (known.length < chosen.length) return undefined;
  return known.sort((a, b) => order.indexOf(a.modifierId) - order.indexOf(b.modifierId));
}

function joined(parts: Localized[]): Localized {
  const text = (of: (part: Localized) => string) => parts.map(of).filter(Boolean).join(' / ');
  return { zh: text((part) => part.zh), en: text((part) => part.en || part.zh) };
}

/** Each choice of extras that breaks a group's minimum or maximum, or takes one extra twice; lines that are gone are passed over. */
export function modifierFaults(lines: readonly CartLineInput[], book: PriceBook): FieldError[] {
  return lines.flatMap((line, index) => {
    const variant = book.variants.get(line.variantId);
    if (!variant) return [];
    const path = `lines.${index}.modifierIds`;
    if (new Set(line.modifierIds).size < line.modifierIds.length)
      return [{ path, code: 'twice', message: 'The same extra is named twice' }];
    return variant.groups.flatMap((group) => {
      const count = line.modifierIds.filter((id) => group.modifierIds.includes(id)).length;
      if (count < group.min) return [{ path, code: 'too_few', message: `${group.name.zh}: at least ${group.min}` }];
      return count > group.max ? [{ path, code: 'too_many', message: `${group.name.zh}: at most ${group.max}` }] : [];
    });
  });
}

/** The one way to a price: items, then delivery. The steps add up to the total. */
export function quote(input: {
  storeId: string;
  fulfilment: Fulfilment;
  lines: readonly CartLineInput[];
  book: PriceBook;
  delivery: DeliveryTerms;
}): Quote {
  const lines = priceLines(input.lines, input.book);
  const items = fen(lines.reduce((sum, line) => sum + line.totalFen, 0));
  const steps: Quote['steps'] = [{ kind: 'items', label: { zh: '商品', en: 'Items' }, amountFen: items }];
  if (input.fulfilment === 'delivery')
    steps.push({ kind: 'delivery', label: { zh: '配送费', en: 'Delivery' }, amountFen: deliveryFee(items, input.delivery) });
  const totalFen = fen(steps.reduce((sum, step) => sum + step.amountFen, 0));
  return { lines, steps, totalFen, hash: hashOf(input.storeId, input.fulfilment, lines, steps) };
}

/** Flat, and free from the amount on that the store names. */
export function deliveryFee(items: Fen, { deliveryFeeFen, freeDeliveryOverFen }: DeliveryTerms): Fen {
  return fen(freeDeliveryOverFen !== null && items >= freeDeliveryOverFen ? 0 : deliveryFeeFen);
}

function hashOf(storeId: string, fulfilment: Fulfilment, lines: PricedLine[], steps: Quote['steps']): string {
  const facts = [
    storeId,
    fulfilment,
    lines.map((line) => [line.variantId, line.modifierIds, line.quantity, line.unitFen, line.totalFen, line.problem]),
    steps.map((step) => [step.kind, step.amountFen]),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
