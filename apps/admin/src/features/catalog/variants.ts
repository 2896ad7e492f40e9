/**
 * How the variants of a product follow its options. A variant names one value of each
 * option by its Chinese name, in the order of the options. Combinations that a business
 * took out stay out, until it asks for the missing ones.
 */
export interface HasValues {
  optionValues: string[];
}
export interface HasValueNames {
  values: readonly { zh: string }[];
}

/** As many as the API takes for one product. */
export const maxVariants = 200;

const keyOf = (values: readonly string[]) => JSON.stringify(values);

/** Every combination of the options' values; one empty combination where there is no option. */
export function combinations(options: readonly HasValueNames[]): string[][] {
  return options.reduce<string[][]>((rows, option) => rows.flatMap((row) => option.values.map((value) => [...row, value.zh])), [[]]);
}

/** The combinations that no variant stands for. */
export function missing(options: readonly HasValueNames[], variants: readonly HasValues[]): string[][] {
  const there = new Set(variants.map((variant) => keyOf(variant.optionValues)));
  return combinations(options).filter((values) => !there.has(keyOf(values)));
}

/** A new option at the end: each variant becomes one per value; the first keeps what it was (its id, its stock). */
export function withOption<V extends HasValues>(variants: readonly V[], values: readonly string[], copy: (variant: V) => V): V[] {
  return variants.flatMap((variant) =>
    values.map((value, index) => ({ ...(index === 0 ? variant : copy(variant)), optionValues: [...variant.optionValues, value] })),
  );
}

/** Without the option at `at`; of variants that are then the same, the first stays. */
export function withoutOption<V extends HasValues>(variants: readonly V[], at: number): V[] {
  const seen = new Set<string>();
  return variants
    .map((variant) => ({ ...variant, optionValues: variant.optionValues.filter((_, index) => index !== at) }))
    .filter((variant) => {
      const key = keyOf(variant.optionValues);
      return seen.has(key) ? false : seen.add(key);
    });
}

/** A new value of the option at `at`, in each combination of the other options that exists. */
export function withValue<V extends HasValues>(variants: readonly V[], at: number, value: string, copy: (variant: V) => V): V[] {
  const seen = new Set<string>();
  const added: V[] = [];
  for (const variant of variants) {
    const optionValues = variant.optionValues.with(at, value);
    const key = keyOf(optionValues);
    if (!seen.has(key)) added.push({ ...copy(variant), optionValues });
    seen.add(key);
  }
  return [...variants, ...added];
}

export function withoutValue<V extends HasValues>(variants: readonly V[], at: number, value: string): V[] {
  return variants.filter((variant) => variant.optionValues[at] !== value);
}

export function withValueRenamed<V extends HasValues>(variants: readonly V[], at: number, from: string, to: string): V[] {
  return variants.map((variant) =>
    variant.optionValues[at] === from ? { ...variant, optionValues: variant.optionValues.with(at, to) } : variant,
  );
}

/** `小杯，中杯, 大杯` as a list without blanks and doubles. */
export function splitValues(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[,，、;；\n]/)
        .map((value) => value.trim())
        .filter(Boolean),
    ),
  ];
}
