/**
 * `pnpm doctor`: what must be right before customers come. Reads the settings of `.env` (see `.env.example`), or,
 * where there is none, asks the Pailou that runs on this machine.
 *   --data DIR    the data folder of that Pailou
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const data = /--data[ =](\S+)/.exec(process.argv.slice(2).join(' '))?.[1] ?? '.local';
const marks = { fine: '✓', todo: '✗', unknown: '?' };

if (existsSync('.env') || process.env.DATABASE_URL) {
  const build = spawnSync('turbo', ['run', 'build', '--filter=@pailou/api', '--output-logs=errors-only'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (build.status !== 0) process.exit(1);
  const { status } = spawnSync(process.execPath, ['--env-file-if-exists=.env', 'apps/api/dist/doctor.js'], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
const running = join(data, 'running.json');
if (!existsSync(running)) {
  console.error(
    'There is neither a .env file nor a Pailou that runs here. Copy .env.example to .env and fill it in, or run: npx --yes pnpm start',
  );
  process.exit(1);
}
const { api, owner } = JSON.parse(readFileSync(running, 'utf8'));
const signIn = await fetch(`${api}/api/v1/admin/sign-in`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(owner),
});
const cookie = signIn.headers
  .getSetCookie()
  .map((line) => line.split(';')[0])
  .join('; ');
const lines = await (await fetch(`${api}/api/v1/admin/going-live`, { headers: { cookie } })).json();
const language = /^zh/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh' : 'en';
for (const { state, title, say } of lines) console.log(`${marks[state]} ${title[language]}\n  ${say[language]}`);
