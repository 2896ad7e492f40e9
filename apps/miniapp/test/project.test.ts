import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { expect, it } from 'vitest';
import { built } from './wechat';

// What WeChat's developer tools and its review refuse, found before they do.
const json = <T>(file: string) => JSON.parse(readFileSync(join(built, file), 'utf8')) as T;
const app = json<{
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  window: Record<string, string>;
  tabBar: Record<string, unknown>;
  permission: Record<string, { desc: string }>;
  requiredPrivateInfos: string[];
  lazyCodeLoading: string;
  darkmode: boolean;
  themeLocation: string;
  sitemapLocation: string;
  __usePrivacyCheck__: boolean;
}>('app.json');
const scripts = globSync('**/*.js', { cwd: built }).map((file) => ({ file, text: readFileSync(join(built, file), 'utf8') }));

it('parses as what WeChat runs: plain scripts, in every file', () => {
  expect(scripts.length).toBeGreaterThan(20);
  for (const { file, text } of scripts) expect(() => new Script(text, { filename: file })).not.toThrow();
});
it('declares each of WeChat’s private positions and addresses that it calls, and no other', () => {
  // The eight that app.json must name since 2022-07-14; an undeclared call fails, a needless one is refused in review.
  const gated = [
    'getFuzzyLocation',
    'getLocation',
    'onLocationChange',
    'startLocationUpdate',
    'startLocationUpdateBackground',
    'chooseAddress',
    'choosePoi',
    'chooseLocation',
  ];
  // The runtime of uni-app knows names that nobody calls: what counts are our own files.
  const own = scripts.filter(({ file }) => !file.startsWith('common/'));
  const called = gated.filter((name) => own.some(({ text }) => new RegExp(`\\.${name}\\(`).test(text)));
  expect(called).toEqual(['getLocation']);
  expect(app.requiredPrivateInfos).toEqual(called);
  // The sentence that WeChat shows when it asks for the position: what for, in at most 30 characters.
  expect(app.permission['scope.userLocation']?.desc).toMatch(/^[\u4e00-\u9fff]{6,30}$/);
});
it('asks for privacy by WeChat’s own check, loads code when needed and is dark when the phone is', () => {
  expect([app.__usePrivacyCheck__, app.lazyCodeLoading, app.darkmode]).toEqual([true, 'requiredComponents', true]);
  const theme = json<{ light: object; dark: object }>(app.themeLocation);
  const used = [...JSON.stringify([app.window, app.tabBar]).matchAll(/"@(\w+)"/g)].map(([, name]) => name!);
  expect(used.length).toBeGreaterThan(4);
  for (const scheme of [theme.light, theme.dark]) expect(Object.keys(scheme)).toEqual(expect.arrayContaining(used));
});
it('lets WeChat’s search find what everybody may see, and nothing of anybody', () => {
  const { rules } = json<{ rules: { action: string; page: string }[] }>(app.sitemapLocation);
  const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages: names }) => names.map((name) => `${root}/${name}`))];
  const found = pages.filter((path) => rules.find(({ page }) => page === '*' || page === path)?.action === 'allow');
  expect(found).toEqual(['pages/home/index', 'pages/menu/index', 'packages/stores/list']);
});
it('takes the AppID from one place', () => {
  const root = join(import.meta.dirname, '..');
  const sources = [...globSync('src/**/*.{ts,vue,json}', { cwd: root }), 'vite.config.ts', 'package.json'];
  const named = sources.filter((file) => /"appid": "[^"]+"|wx[0-9a-f]{16}/.test(readFileSync(join(root, file), 'utf8')));
  expect(named).toEqual(['src/manifest.json']);
  const { appid } = (JSON.parse(readFileSync(join(root, 'src/manifest.json'), 'utf8')) as { 'mp-weixin': { appid: string } })['mp-weixin'];
  expect(json<{ appid: string }>('project.config.json').appid).toBe(appid);
});
