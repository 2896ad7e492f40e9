import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const documents = globSync(
  ['*.md', 'docs/**/*.md', '{apps,packages}/*/README.md', 'apps/*/src/**/README.md', '{e2e,bench,docker}/README.md'],
  { exclude: ['**/node_modules/**', '**/dist/**'] },
);

test('every link in the docs leads somewhere', () => {
  const broken = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)]
      .filter(([, target]) => !existsSync(join(dirname(file), target)))
      .map(([, target]) => `${file}: ${target}`),
  );
  assert.ok(documents.length > 20);
  assert.deepEqual(broken, []);
});

test('every command of pnpm in the docs exists', () => {
  const scripts = new Set(['install', 'exec', ...Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)]);
  const unknown = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/`(?:npx --yes )?pnpm (?:run )?([a-z][a-z:-]*)/g)]
      .filter(([, name]) => !scripts.has(name))
      .map(([, name]) => `${file}: pnpm ${name}`),
  );
  assert.deepEqual(unknown, []);
});
