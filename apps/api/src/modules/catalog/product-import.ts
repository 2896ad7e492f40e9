import { isDeepStrictEqual } from 'node:util';
import { ProductInput, type ProductView } from '@pailou/contracts';
import { reasons, type ImportedProduct, type ImportedVariant, type Refusal } from './shopify-csv.js';

/** What the import will do with one product of the file. */
export type PlannedProduct =
  | { kind: 'create' | 'update'; existing: ProductView | undefined; input: ProductInput }
  | { kind: 'unchanged' }
  | { kind: 'refused'; refused: Refusal[] };

/** As many as the contract of a product allows. */
const mostVariants = 200;

/**
 * Lays a product of the file over the product as it is: what the file does not say stays, also variants that it does not
 * name, the English texts, modifier groups and prices of other lines. Pure.
 * @param categoryId the category that the file's Type names; null when it names none
 */
export function planProduct(imported: ImportedProduct, existing: ProductView | undefined, categoryId: string | null): PlannedProduct {
  const refuse = (reason: string): PlannedProduct => ({
    kind: 'refused',
    refused: imported.lines.map((line) => ({ line, handle: imported.handle, reason })),
  });
  if (
    existing &&
    !isDeepStrictEqual(
      existing.options.map((one) => one.name.zh),
      imported.optionNames,
    )
  )
    return refuse(reasons.options);

  if (imported.variants.length > mostVariants) return refuse(reasons.tooMany);

  const before = existing ? inputOf(existing) : undefined;
  const variants = [...(before?.variants ?? [])];
  for (const variant of imported.variants) {
    const index = variants.findIndex((one) => isDeepStrictEqual(one.optionValues, variant.optionValues));
    const reserved = existing?.variants.find((one) => one.id === variants[index]?.id)?.reserved ?? 0;
    if (variant.stock != null && variant.stock < reserved) return refuse(reasons.reserved);
    const merged = mergeVariant(variants[index], variant);
    if (index === -1) variants.push(merged);
    else variants[index] = merged;
  }
  const parsed = ProductInput.safeParse({
    ...(before ?? { categoryId: null }),
    handle: undefined,
    name: { zh: imported.title, en: before?.name.en ?? '' },
    ...(imported.description === undefined ? {} : { description: { zh: imported.description, en: before?.description.en ?? '' } }),
    ...(imported.vendor === undefined ? {} : { vendor: imported.vendor }),
    ...(imported.tags === undefined ? {} : { tags: imported.tags }),
    ...(imported.status === undefined ? {} : { status: imported.status }),
    ...(imported.pictures === undefined || imported.pictures.length === 0 ? {} : { pictures: imported.pictures }),
    ...(categoryId === null ? {} : { categoryId }),
    options: imported.optionNames.map((name, index) =>
      mergeOption(
        before?.options[index],
        name,
        variants.map((one) => one.optionValues[index] ?? ''),
      ),
    ),
    variants,
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(reasons.field(issue?.path.join('.') ?? '', issue?.message ?? ''));
  }
  const input = { ...parsed.data, handle: imported.handle };
  if (before && isDeepStrictEqual(before, input)) return { kind: 'unchanged' };
  if (!existing) return { kind: 'create', existing, input };
  // Stock that the file does not speak of stays what it is when this is written, not what it was when it was read.
  const counted = new Set(imported.variants.filter((one) => one.stock !== undefined).map((one) => JSON.stringify(one.optionValues)));
  const written = input.variants.map(({ stock, ...variant }) =>
    counted.has(JSON.stringify(variant.optionValues)) ? { ...variant, stock } : variant,
  );
  return { kind: 'update', existing, input: { ...input, variants: written } };
}

/** The input that would make the product as it is. */
export function inputOf(product: ProductView): ProductInput {
  return {
    handle: product.handle,
    name: product.name,
    line: product.line,
    description: product.description,
    categoryId: product.categoryId,
    status: product.status,
    vendor: product.vendor,
    tags: product.tags,
    pictures: product.pictures,
    options: product.options,
    variants: product.variants.map(({ reserved: _, ...variant }) => variant),
    modifierGroups: product.modifierGroups.map(({ id: _, modifiers, ...group }) => ({
      ...group,
      modifiers: modifiers.map(({ id: __, ...modifier }) => modifier),
    })),
    position: product.position,
  };
}

function mergeVariant(before: ProductInput['variants'][number] | undefined, variant: ImportedVariant): ProductInput['variants'][number] {
  const { line: _, ...said } = variant;
  return { ...(before ?? { sku: '', barcode: '', compareAtFen: null, stock: null }), ...said };
}

function mergeOption(before: ProductInput['options'][number] | undefined, name: string, values: string[]): ProductInput['options'][number] {
  const merged = [...(before?.values ?? [])];
  for (const zh of values) if (!merged.some((one) => one.zh === zh)) merged.push({ zh, en: '' });
  return { name: before?.name ?? { zh: name, en: '' }, values: merged };
}
