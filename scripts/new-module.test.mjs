import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { violations } from './floors.mjs';
import { newModule } from './new-module.mjs';

const root = join(import.meta.dirname, '..');

/** The parts of the repository that a slice touches, as a copy that has the same packages at hand. */
function copyOfHouse() {
  const copy = mkdtempSync(join(tmpdir(), 'pailou-new-module-'));
  const own = (path) => !/\/(node_modules|dist|\.turbo)(\/|$)/.test(path);
  for (const part of ['apps/api', 'packages/contracts', 'scripts', 'tsconfig.base.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true, filter: own });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  symlinkSync(join(root, 'packages/contracts/node_modules'), join(copy, 'packages/contracts/node_modules'));
  const [from, to] = [root, copy].map((house) => join(house, 'apps/api/node_modules'));
  mkdirSync(join(to, '@pailou'), { recursive: true });
  for (const name of readdirSync(from)) if (name !== '@pailou') symlinkSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(from, '@pailou')))
    symlinkSync(name === 'contracts' ? join(copy, 'packages/contracts') : join(from, '@pailou', name), join(to, '@pailou', name));
  return copy;
}

test('a new slice compiles, keeps the floors, and its test passes on PostgreSQL', { timeout: 300_000 }, () => {
  const house = copyOfHouse();
  try {
    const { modules } = JSON.parse(readFileSync(join(house, 'scripts/floors.json'), 'utf8'));
    const made = newModule(
      house,
      'gift-cards',
      modules.findIndex((row) => row.includes('membership')),
    );
    for (const file of made) {
      const text = readFileSync(join(house, file), 'utf8');
      assert.doesNotMatch(text, /__\w+__/, file);
      assert.deepEqual(violations(file, text), [], file);
    }
    assert.match(readFileSync(join(house, 'scripts/floors.json'), 'utf8'), /\["membership", "gift-cards"\]/);
    const run = (command, args, folder) => {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd: join(house, folder), encoding: 'utf8' });
      assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
    };
    run('tsc', ['-p', 'tsconfig.build.json'], 'packages/contracts');
    run('tsc', ['-p', 'tsconfig.json', '--noEmit'], 'apps/api');
    run('node_modules/.bin/vitest', ['run', 'src/modules/gift-cards'], 'apps/api');
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
});

test('a name that is no plural, that is taken, or a floor that is not there is refused', () => {
  assert.throws(() => newModule(root, 'GiftCard'), /plural/);
  assert.throws(() => newModule(root, 'orders'), /already/);
  assert.throws(() => newModule(root, 'gift-cards', 99), /--floor/);
});
