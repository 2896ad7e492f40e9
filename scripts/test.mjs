/**
 * The whole test run, as `pnpm test` and CI run it: build, types, lint, then each
 * package's tests. Each step that is not a test runner counts as one test, so that a
 * type error can never hide behind a green suite. Ends with `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const total = { passed: 0, failed: 0 };
process.env.TURBO_TELEMETRY_DISABLED = '1';
const reports = mkdtempSync(join(tmpdir(), 'pailou-test-'));

/** Runs one command with its output shown; true when it exits with 0. */
function run(command, args, cwd = '.') {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', env: process.env });
  return status === 0;
}

/** A step that passes or fails as a whole. */
function step(title, command, args) {
  console.log(`\n▸ ${title}`);
  const ok = run(command, args);
  total[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

/** A vitest suite, counted test by test from its own JSON report; what it says is shown when it ends, for others run beside it. */
async function suite(folder) {
  const report = join(reports, `${folder.replaceAll('/', '-')}.json`);
  // Each package has its own vitest: the mini program's is tied to an older Vite.
  const vitest = resolve(folder, 'node_modules/.bin/vitest');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(vitest, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
  const ok = await new Promise((done) => {
    child.once('error', () => done(false));
    child.once('close', (code) => done(code === 0));
  });
  console.log(`\n▸ tests of ${folder}\n${Buffer.concat(said).toString('utf8')}`);
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { success: false, numPassedTests: 0, numFailedTests: 0 };
  total.passed += counted.numPassedTests;
  // A suite that broke before its tests ran must not look green.
  total.failed += ok && counted.success ? counted.numFailedTests : Math.max(1, counted.numFailedTests);
}
async function oneByOne(folders) {
  for (const folder of folders) await suite(folder);
}

const built = step('build', 'turbo', ['run', 'build', '--output-logs=errors-only']);
step('types', 'turbo', ['run', 'check', '--output-logs=errors-only']);
step('floors', 'node', ['scripts/floors.mjs']);
step('a planted violation of the floors is found', 'node', ['--test', '--test-reporter=dot', 'scripts/floors.test.mjs']);
step('a new module compiles and passes', 'node', ['--test', '--test-reporter=dot', 'scripts/new-module.test.mjs']);
step('the docs lead where they say', 'node', ['--test', '--test-reporter=dot', 'scripts/docs.test.mjs']);
step('lint', 'oxlint', ['--deny-warnings', '.']);
step('format', 'oxfmt', ['--check', '.']);
if (built) {
  const small = globSync('{packages,apps}/*/package.json')
    .filter((manifest) => JSON.parse(readFileSync(manifest, 'utf8')).scripts?.test)
    .map((manifest) => dirname(manifest))
    .filter((folder) => folder !== 'apps/api');
  await suite('apps/api');
  // A browser waits more than it works: the small suites use what it leaves.
  await Promise.all([suite('e2e'), oneByOne(small)]);
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
