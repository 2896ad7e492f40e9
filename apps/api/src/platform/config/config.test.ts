import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Environment, loadConfig } from './config.js';

const least = { DATABASE_URL: 'postgres://u:p@localhost/d', TOKEN_SECRET: 'x'.repeat(32) };

it('starts from the least that is needed', () => {
  expect(loadConfig(least).storage).toMatchObject({ kind: 'disk' });
});
it('says in one sentence each what to set, and never shows a value', () => {
  expect(() => loadConfig({ DATABASE_URL: 'mysql://hidden', TOKEN_SECRET: 'short-secret' })).toThrow(
    /DATABASE_URL: set it.*\n.*TOKEN_SECRET: set it/,
  );
  expect(() => loadConfig({ DATABASE_URL: 'mysql://hidden', TOKEN_SECRET: 'short-secret' })).not.toThrow(/hidden|short-secret/);
});
it('refuses half a merchant', () => {
  expect(() => loadConfig({ ...least, WECHAT_MCHID: '1900000001' })).toThrow(/WECHAT_SERIAL.*\n.*WECHAT_API_V3_KEY/);
});
it('is explained whole in .env.example', () => {
  const example = readFileSync(new URL('../../../../../.env.example', import.meta.url), 'utf8');
  const named = new Set([...example.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name));
  expect(Object.keys(Environment.shape).filter((name) => !named.has(name))).toEqual([]);
});
