/** A product as the form holds it: amounts and counts as typed, empty texts for what is absent. */
import type { ModifierGroupInput, OptionInput, ProductInput, ProductView } from '@pailou/contracts';
import type { In, Out } from '../../lib/contract';
import { copyOf } from '../../lib/copy';
import { fenOf, yuanOf } from '../../lib/format';
import { c } from '../../lib/texts';
import { t } from './texts';
import { maxVariants } from './variants';

interface Pair {
  zh: string;
  en: string;
}
export interface VariantDraft {
  id?: string;
  optionValues: string[];
  sku: string;
  barcode: string;
  price: string;
  compareAt: string;
  /** Empty: not counted. */
  stock: string;
}
export interface ModifierGroupDraft {
  name: Pair;
  min: number;
  max: number;
  modifiers: { name: Pair; price: string }[];
}
export interface ProductDraft {
  name: Pair;
  line: Pair;
  description: Pair;
  categoryId: string;
  status: ProductView['status'];
  vendor: string;
  tags: string[];
  pictures: { url: string; alt: string }[];
  options: Out<typeof OptionInput>[];
  variants: VariantDraft[];
  modifierGroups: ModifierGroupDraft[];
}
export type Body = In<typeof ProductInput>;

export const emptyVariant = (): VariantDraft => ({ optionValues: [], sku: '', barcode: '', price: '', compareAt: '', stock: '' });

/** A further variant like `variant`: its prices, but neither its codes nor its stock, which are its own. */
export const variantLike = (variant: VariantDraft): VariantDraft => ({
  ...emptyVariant(),
  optionValues: [...variant.optionValues],
  price: variant.price,
  compareAt: variant.compareAt,
});

export function emptyDraft(categoryId = ''): ProductDraft {
  const none = () => ({ zh: '', en: '' });
  return {
    name: none(),
    line: none(),
    description: none(),
    categoryId,
    status: 'active',
    vendor: '',
    tags: [],
    pictures: [],
    options: [],
    variants: [emptyVariant()],
    modifierGroups: [],
  };
}

export function draftOf(product: ProductView): ProductDraft {
  const { name, line, description, categoryId, status, vendor, tags, pictures, options, variants, modifierGroups } = copyOf(product);
  return {
    name,
    line: line ?? { zh: '', en: '' },
    description,
    categoryId: categoryId ?? '',
    status,
    vendor,
    tags,
    pictures,
    options,
    variants: variants.map(({ id, optionValues, sku, barcode, priceFen, compareAtFen, stock }) => ({
      id,
      optionValues,
      sku,
      barcode,
      price: yuanOf(priceFen),
      compareAt: compareAtFen === null ? '' : yuanOf(compareAtFen),
      stock: stock === null ? '' : String(stock),
    })),
    modifierGroups: modifierGroups.map((group) => ({
      name: group.name,
      min: group.min,
      max: group.max,
      modifiers: group.modifiers.map((one) => ({ name: one.name, price: yuanOf(one.priceFen) })),
    })),
  };
}

/** The whole command. Only for a draft in which `faultsOf` finds nothing. */
export function bodyOf(draft: ProductDraft): Body {
  return {
    name: draft.name,
    line: draft.line.zh.trim() ? draft.line : null,
    description: draft.description,
    categoryId: draft.categoryId || null,
    status: draft.status,
    vendor: draft.vendor.trim(),
    tags: draft.tags,
    pictures: draft.pictures,
    options: draft.options,
    variants: draft.variants.map(({ id, optionValues, sku, barcode, price, compareAt, stock }) => ({
      ...(id ? { id } : {}),
      optionValues,
      sku: sku.trim(),
      barcode: barcode.trim(),
      priceFen: fenOf(price) ?? 0,
      compareAtFen: compareAt.trim() ? fenOf(compareAt) : null,
      stock: stockOf(stock),
    })),
    modifierGroups: draft.modifierGroups.map((group): In<typeof ModifierGroupInput> => ({
      ...group,
      modifiers: group.modifiers.map(({ name, price }) => ({ name, priceFen: price.trim() ? (fenOf(price) ?? 0) : 0 })),
    })),
  };
}

/** Pieces as typed; null for "not counted" (empty). */
export function stockOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}

/** Only what the form changed, so that two people who edit different parts do not undo each other. */
export function changesOf(before: ProductDraft, after: ProductDraft): Partial<Body> {
  const old: Record<string, unknown> = bodyOf(before);
  return Object.fromEntries(Object.entries(bodyOf(after)).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key])));
}

/**
 * Orders go on while one edits: where the operator left a stock alone, what the shop has
 * now is kept instead of what it had when the form was opened.
 */
export function withFreshStock(variants: Body['variants'], opened: ProductDraft, fresh: ProductView): Body['variants'] {
  return variants.map((variant) => {
    const was = opened.variants.find((one) => one.id !== undefined && one.id === variant.id);
    const now = fresh.variants.find((one) => one.id === variant.id);
    return was && now && stockOf(was.stock) === variant.stock ? { ...variant, stock: now.stock } : variant;
  });
}

/** What must be mended before saving, by the path of the field (`variants.0.priceFen`). */
export function faultsOf(draft: ProductDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!draft.name.zh.trim()) faults['name'] = t('nameNeeded');
  if (!draft.line.zh.trim() && draft.line.en.trim()) faults['line'] = t('chineseNeeded');
  if (draft.variants.length === 0) faults['variants'] = t('variantNeeded');
  if (draft.variants.length > maxVariants) faults['variants'] = t('tooManyVariants', { max: maxVariants });
  for (const [index, option] of draft.options.entries()) {
    if (!option.name.zh.trim()) faults[`options.${index}.name`] = t('nameNeeded');
    if (option.values.length === 0) faults[`options.${index}.values`] = t('valueNeeded');
  }
  for (const [index, variant] of draft.variants.entries()) {
    const price = fenOf(variant.price);
    if (price === null) faults[`variants.${index}.priceFen`] = c('badMoney');
    const compareAt = variant.compareAt.trim() ? fenOf(variant.compareAt) : undefined;
    if (compareAt === null) faults[`variants.${index}.compareAtFen`] = c('badMoney');
    else if (compareAt !== undefined && price !== null && compareAt <= price) faults[`variants.${index}.compareAtFen`] = t('compareAtLow');
    if (!/^\s*\d{0,8}\s*$/.test(variant.stock)) faults[`variants.${index}.stock`] = t('badStock');
  }
  for (const [index, group] of draft.modifierGroups.entries()) {
    if (!group.name.zh.trim()) faults[`modifierGroups.${index}.name`] = t('nameNeeded');
    if (group.modifiers.length === 0) faults[`modifierGroups.${index}`] = t('modifierNeeded');
    else if (group.min > group.max) faults[`modifierGroups.${index}`] = t('minOverMax');
    else if (group.min > group.modifiers.length) faults[`modifierGroups.${index}`] = t('minOverCount', { count: group.modifiers.length });
    for (const [at, modifier] of group.modifiers.entries()) {
      if (!modifier.name.zh.trim()) faults[`modifierGroups.${index}.modifiers.${at}.name`] = t('nameNeeded');
      if (modifier.price.trim() && fenOf(modifier.price) === null)
        faults[`modifierGroups.${index}.modifiers.${at}.priceFen`] = c('badMoney');
    }
  }
  return faults;
}
