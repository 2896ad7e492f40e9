/**
 * `pnpm start`: install, build and start everything on this machine.
 * `--watch` (`pnpm dev`) rebuilds and restarts on change; `--port-base N` and `--data DIR`
 * let several run side by side.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
process.env.TURBO_TELEMETRY_DISABLED = '1';

// pnpm installs before it runs a script, but only warns when that fails: check for ourselves.
if (!existsSync('node_modules/.bin/turbo')) {
  console.error('The packages are not installed. Run: npx --yes pnpm@12.21.0 install');
  process.exit(1);
}

console.log('• building');
const build = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (build.status !== 0) {
  spawnSync('turbo', ['run', 'build', '--output-logs=errors-only'], { stdio: 'inherit', shell: process.platform === 'win32' });
  console.error('The build failed; its errors stand above.');
  process.exit(1);
}

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const child = spawn(process.execPath, ['packages/local/dist/main.js', ...args], { stdio: 'inherit' });
// Ctrl-C reaches the child by the terminal; a kill of this process alone must reach it too.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => undefined);
child.on('exit', (code) => process.exit(code ?? 0));
