/**
 * `pnpm soak`: the whole main job 1,000 times while every tenth answer and notice between the shop and WeChat breaks;
 * in the end the books must equal WeChat's bill to the fen.
 *   --rounds N  --seed N
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const told = (name, otherwise) => new RegExp(`--${name}[ =](\\d+)`).exec(process.argv.slice(2).join(' '))?.[1] ?? otherwise;
const shell = process.platform === 'win32';
const build = spawnSync('turbo', ['run', 'build', '--filter=@pailou/api...', '--output-logs=errors-only'], { stdio: 'inherit', shell });
if (build.status !== 0) process.exit(1);
const env = { ...process.env, SOAK_ROUNDS: told('rounds', '1000'), SOAK_SEED: told('seed', String(Date.now() % 1_000_000)) };
console.log(`seed ${env.SOAK_SEED}`);
process.exit(
  spawnSync('node_modules/.bin/vitest', ['run', 'test/soak.api.test.ts'], { cwd: 'apps/api', stdio: 'inherit', env, shell }).status ?? 1,
);
