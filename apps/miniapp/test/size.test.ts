import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const built = join(import.meta.dirname, '../dist/build/mp-weixin');
const app = JSON.parse(readFileSync(join(built, 'app.json'), 'utf8')) as {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] };
};
const bytes = (files: string[]) => files.reduce((sum, file) => sum + statSync(join(built, file)).size, 0);
const files = globSync('**/*', { cwd: built }).filter((file) => statSync(join(built, file)).isFile());

it('keeps the main package within 600 KB and the whole within WeChat’s 30 MB', () => {
  const main = files.filter((file) => !app.subPackages.some(({ root }) => file.startsWith(`${root}/`)) && file !== 'project.config.json');
  console.log(`main package ${(bytes(main) / 1024).toFixed(0)} KB, whole ${(bytes(files) / 1024).toFixed(0)} KB`);
  expect(bytes(main)).toBeLessThanOrEqual(600 * 1024);
  // What the README says of it stays true.
  const said = Number(/main package (\d+) KB/.exec(readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8'))?.[1]);
  expect(Math.abs(bytes(main) / 1024 - said)).toBeLessThan(10);
  expect(bytes(files)).toBeLessThan(30 * 1024 * 1024);
});
it('has every page, part and icon that it names', () => {
  const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages: names }) => names.map((name) => `${root}/${name}`))];
  const missing = pages
    .flatMap((page) => ['.js', '.json', '.wxml', '.wxss'].map((end) => page + end))
    .filter((file) => !existsSync(join(built, file)));
  const icons = app.tabBar.list
    .flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
    .filter((icon) => !existsSync(join(built, icon)) || statSync(join(built, icon)).size > 40 * 1024);
  expect([...missing, ...icons]).toEqual([]);
});
it('speaks to wx and never to the sandbox', () => {
  const scripts = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(built, file), 'utf8'))
    .join('\n');
  expect(scripts).toContain('requestPayment');
  expect(scripts).not.toMatch(/\/sandbox\/|postMessage/);
});
