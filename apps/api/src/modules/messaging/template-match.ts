import type { AccountTemplate, TemplateField } from '@pailou/contracts';
import { typeOfKey } from '../../platform/wechat/wechat.js';
import type { MessageKind } from './message-kinds.js';

/** Which value of the kind stands in each place of the template, by label and type; null where none fits. */
export function fieldsFor(kind: MessageKind, template: Pick<AccountTemplate, 'fields'>): TemplateField[] {
  const used = new Set<string>();
  return template.fields.map(({ key, label }) => {
    const type = typeOfKey(key);
    const fits = Object.entries(kind.values).filter(([name, value]) => !used.has(name) && type !== undefined && value.types.includes(type));
    const [value] =
      fits.find(([, one]) => one.labels.includes(label)) ??
      fits.find(([, one]) => one.labels.some((word) => label.includes(word) || word.includes(label))) ??
      [];
    if (value) used.add(value);
    return { key, label, value: value ?? null };
  });
}

/** The account's template that suits the kind best: titled so, and every place filled. Undefined when none does. */
export function suitable(
  kind: MessageKind,
  templates: readonly AccountTemplate[],
): { template: AccountTemplate; fields: TemplateField[] } | undefined {
  const ranked = templates.flatMap((template) => {
    const rank = kind.titles.findIndex((title) => template.title.includes(title));
    const fields = fieldsFor(kind, template);
    return rank < 0 || fields.some(({ value }) => value === null) ? [] : [{ template, fields, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank)[0];
}
