import type { Localized, ProductInput } from '@pailou/contracts';
import type { FieldError } from '../../platform/http/problem.js';

type Checked = Pick<ProductInput, 'options' | 'variants' | 'modifierGroups'>;

/** What is wrong with the variants of a product: each must choose one value of each option, and none twice. */
export function optionFaults({ options, variants }: Checked): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  variants.forEach(({ optionValues }, index) => {
    const path = `variants.${index}.optionValues`;
    const fits =
      optionValues.length === options.length && optionValues.every((value, i) => options[i]?.values.some((one) => one.zh === value));
    if (!fits) errors.push({ path, code: 'unknown_value', message: 'One value of each option, in their order' });
    const key = JSON.stringify(optionValues);
    if (seen.has(key)) errors.push({ path, code: 'twice', message: 'Another variant has the same values' });
    seen.add(key);
  });
  return errors;
}

/** What is wrong with the modifiers: the bounds of a group must fit its size. */
export function modifierFaults({ modifierGroups }: Checked): FieldError[] {
  return modifierGroups.flatMap(({ min, max, modifiers }, index) =>
    min > max || min > modifiers.length
      ? [{ path: `modifierGroups.${index}.min`, code: 'bounds', message: 'At most the maximum, and at most as many as there are' }]
      : [],
  );
}

/** An address of the web, or a path of our own. */
export const isPictureUrl = (url: string): boolean => /^(https?:\/)?\/\S+$/.test(url);

/** What is wrong with the pictures: each must have an address that a browser may open. */
export function pictureFaults({ pictures }: Pick<ProductInput, 'pictures'>): FieldError[] {
  return pictures.flatMap(({ url }, index) =>
    isPictureUrl(url) ? [] : [{ path: `pictures.${index}.url`, code: 'address', message: 'An http address, or a path of our own' }],
  );
}

/** The chosen values as people read them: `大杯 / 热` and `Large / Hot`. */
export function choiceOf(options: ProductInput['options'], optionValues: string[]): Localized {
  const values = optionValues.map((zh, index) => options[index]?.values.find((one) => one.zh === zh) ?? { zh, en: '' });
  return { zh: values.map((one) => one.zh).join(' / '), en: values.map((one) => one.en || one.zh).join(' / ') };
}

/** A handle out of a name, for addresses: its Latin letters and digits, or the given fallback. */
export function handleOf(name: Localized, fallback: string): string {
  const slug = (name.en || name.zh)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100);
  return slug || fallback;
}

/**
 * The product as it is kept: without spaces around what people typed, tags parted at their commas and none twice, and lines
 * that end in one sign. So a file of products holds it without loss.
 */
export function tidy(input: ProductInput): ProductInput {
  const tags = input.tags
    .flatMap((tag) => tag.split(','))
    .map((tag) => tag.trim())
    .filter(Boolean);
  const lines = (text: string) => text.replace(/\r\n?/g, '\n');
  return {
    ...input,
    description: { zh: lines(input.description.zh), en: lines(input.description.en) },
    vendor: input.vendor.trim(),
    tags: [...new Set(tags)],
    pictures: input.pictures.map(({ url, alt }) => ({ url: url.trim(), alt: alt.trim() })),
    variants: input.variants.map((variant) => ({ ...variant, sku: variant.sku.trim(), barcode: variant.barcode.trim() })),
  };
}
