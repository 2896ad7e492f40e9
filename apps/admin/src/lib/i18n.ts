/**
 * Two languages, Chinese first. Each capability keeps its own `texts.ts`: pairs of
 * `[Chinese, English]`, so that a text can never exist in one language alone.
 */
import type { Locale, Localized } from '@pailou/contracts';
import { ref } from 'vue';

const storageKey = 'pailou.locale';
export const locale = ref<Locale>(globalThis.localStorage?.getItem(storageKey) === 'en' ? 'en' : 'zh');

export function setLocale(next: Locale): void {
  locale.value = next;
  localStorage.setItem(storageKey, next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

export type Pair = readonly [zh: string, en: string];
export type Pairs = Readonly<Record<string, Pair>>;
export type Params = Readonly<Record<string, string | number>>;
export interface Translate<Key extends string> {
  (key: Key, params?: Params): string;
  readonly pairs: Readonly<Record<Key, Pair>>;
}

/** Puts `params` into the `{name}` places of a text; an unknown place stays visible. */
export function fill(text: string, params: Params = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

/** Makes the `t` of one capability. It follows the language when used in a template or a computed. */
export function defineTexts<const T extends Pairs>(pairs: T): Translate<keyof T & string> {
  const translate = (key: keyof T & string, params?: Params) => {
    const [zh, en] = pairs[key]!;
    return fill(locale.value === 'zh' ? zh : en, params);
  };
  return Object.assign(translate, { pairs });
}

/** What a business wrote in two languages; an empty English falls back to Chinese. */
export function localized(text: Localized | { zh: string; en: string } | null | undefined): string {
  if (!text) return '';
  return locale.value === 'en' && text.en ? text.en : text.zh;
}
