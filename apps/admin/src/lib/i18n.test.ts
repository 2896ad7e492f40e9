import { afterEach, describe, expect, it } from 'vitest';
import { defineTexts, fill, locale, localized, type Translate } from './i18n';

const modules = import.meta.glob<Record<string, Translate<string>>>('../**/texts.ts', { eager: true });
const sources = import.meta.glob<string>('../**/*.{ts,vue}', { eager: true, query: '?raw', import: 'default' });
const all = Object.entries(modules).flatMap(([file, exported]) =>
  Object.values(exported).flatMap(({ pairs }) =>
    Object.entries(pairs).map(([key, [zh, en]]) => ({ at: `${file} ${key}`, key, file, zh, en })),
  ),
);
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

afterEach(() => (locale.value = 'zh'));

describe('texts', () => {
  it('are found', () => {
    expect(all.length).toBeGreaterThan(80);
  });
  it('exist in both languages with the same places', () => {
    for (const { at, zh, en } of all) {
      expect(zh.trim(), at).not.toBe('');
      expect(en.trim(), at).not.toBe('');
      expect(places(zh), at).toEqual(places(en));
    }
  });
  it('carry no Chinese in English, but for the name of the language itself', () => {
    expect(all.filter(({ en, key }) => key !== 'language' && /\p{Script=Han}/u.test(en)).map(({ at }) => at)).toEqual([]);
  });
  it('are the only Chinese in the templates', () => {
    const offenders = Object.entries(sources)
      .filter(([file, text]) => file.endsWith('.vue') && /\p{Script=Han}/u.test(text.replaceAll("'中文'", '')))
      .map(([file]) => file);
    expect(offenders).toEqual([]);
  });
});

describe('t', () => {
  const t = defineTexts({ hello: ['你好，{name}', 'Hello, {name}'] });
  it('follows the language and fills the places', () => {
    expect(t('hello', { name: '陈' })).toBe('你好，陈');
    locale.value = 'en';
    expect(t('hello', { name: 'Chen' })).toBe('Hello, Chen');
  });
  it('leaves an unknown place visible', () => {
    expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}');
  });
  it('falls back to Chinese where a business wrote no English', () => {
    locale.value = 'en';
    expect(localized({ zh: '茶', en: '' })).toBe('茶');
    expect(localized({ zh: '茶', en: 'Tea' })).toBe('Tea');
    expect(localized(null)).toBe('');
  });
});
