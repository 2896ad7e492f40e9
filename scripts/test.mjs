/**
 * The whole test run, as `pnpm test` and CI run it: build, types, lint, then each
 * package's tests. Each step that is not a test runner counts as one test, so that a
 * type error can never hide behind a green suite. Ends with `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const total = { passed: 0, failed: 0 };
process.env.TURBO_TELEMETRY_DISABLED = '1';
const reports = mkdtempSync(join(tmpdir(), 'pailou-test-'));

/** Runs one command; true when it exits with 0. What it says is shown when it ends, whole, for others run beside it. */
async function run(title, command, args, cwd = '.') {
  console.log(`• ${title}`);
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
  const ok = await new Promise((done) => {
    child.once('error', (error) => {
      said.push(Buffer.from(error.message));
      done(false);
    });
    child.once('close', (code) => done(code === 0));
  });
  console.log(`\n▸ ${title}: ${ok ? 'passed' : 'failed'}\n${Buffer.concat(said).toString('utf8')}`);
  return ok;
}

/** A step that passes or fails as a whole. */
async function step(title, command, args) {
  const ok = await run(title, command, args);
  total[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

/** A vitest suite, counted test by test from its own JSON report. */
async function suite(folder) {
  const report = join(reports, `${folder.replaceAll('/', '-')}.json`);
  // Each package has its own vitest: the mini program's is tied to an older Vite.
  const vitest = resolve(folder, 'node_modules/.bin/vitest');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await run(`tests of ${folder}`, vitest, args, folder);
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { success: false, numPassedTests: 0, numFailedTests: 0 };
  total.passed += counted.numPassedTests;
  // A suite that broke before its tests ran must not look green.
  total.failed += ok && counted.success ? counted.numFailedTests : Math.max(1, counted.numFailedTests);
}

const nodeTest = (file) => ['--test', '--test-reporter=dot', `scripts/${file}.test.mjs`];
const built = await step('build', 'turbo', ['run', 'build', '--output-logs=errors-only']);
await step('types', 'turbo', ['run', 'check', '--output-logs=errors-only']);

async function checks() {
  await step('floors', 'node', ['scripts/floors.mjs']);
  await step('lint', 'oxlint', ['--deny-warnings', '.']);
  await step('format', 'oxfmt', ['--check', '.']);
  await step('a planted violation of the floors is found', 'node', nodeTest('floors'));
  await step('a new module compiles and passes', 'node', nodeTest('new-module'));
  await step('the docs lead where they say', 'node', nodeTest('docs'));
}
async function smallSuites() {
  const folders = globSync('{packages,apps}/*/package.json')
    .filter((manifest) => JSON.parse(readFileSync(manifest, 'utf8')).scripts?.test)
    .map((manifest) => dirname(manifest));
  for (const folder of folders) if (folder !== 'apps/api') await suite(folder);
}

if (built) {
  // The API's suite fills both cores by itself. A browser waits more than it works: the rest uses what it leaves.
  await suite('apps/api');
  await Promise.all([suite('e2e'), checks().then(smallSuites)]);
} else await checks();

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
