import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Facts } from '@pailou/local';
import { afterAll, beforeAll, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../packages/local/dist/main.js');
let dataDir: string;
let child: ChildProcess;
let said = '';
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'pailou-restart-'));
  chmodSync(dataDir, 0o755);
});
afterAll(async () => {
  await end('SIGINT');
  rmSync(dataDir, { recursive: true, force: true });
});

const base = 36_000 + (process.pid % 4000);
/** Starts as a person does, and waits for the table. */
async function start(): Promise<Facts> {
  said = '';
  const { DATABASE_URL: _, ...env } = process.env;
  child = spawn(process.execPath, [main, '--data', dataDir, '--port-base', String(base)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (bytes) => (said += String(bytes)));
  for (let i = 0; i < 600 && !said.includes('Ctrl-C'); i += 1) {
    if (child.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as Facts;
}
async function end(signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
const stores = async ({ api }: Facts) =>
  ((await (await fetch(`${api}/api/v1/storefront/stores`)).json()) as { items: { id: string }[] }).items.map((store) => store.id);
const until = async (check: () => Promise<boolean>) => {
  for (let i = 0; i < 300; i += 1) {
    if (await check().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not come to it. Said:\n${said.slice(-2000)}`);
};

it('starts again on the same data after Ctrl-C, after kill -9 of all at once, and with its ports taken', async () => {
  const first = await start();
  const before = await stores(first);
  expect(before).toHaveLength(2);
  expect(first.owner.password).not.toBe('');
  await end('SIGINT');

  const second = await start();
  expect(await stores(second)).toEqual(before);
  expect(second.owner).toEqual(first.owner);
  expect(second.wechat.mchid).toBe(first.wechat.mchid);
  await end('SIGKILL');

  const blocker = createServer().listen(base + 2);
  const third = await start();
  expect(said).toContain(`Port ${base + 2} is taken`);
  expect(third.admin).not.toBe(first.admin);
  expect(await stores(third)).toEqual(before);
  blocker.close();
});

it('comes back by itself after kill -9 of PostgreSQL and of the API', async () => {
  const facts = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as Facts;
  const before = await stores(facts);
  const [postgres] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(postgres), 'SIGKILL');
  await until(async () => said.includes('PostgreSQL ended'));
  await until(async () => (await stores(facts)).length === before.length);

  const running = execFileSync('ps', ['-eo', 'pid,ppid,command'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const [pid] = running.find(
    ([, parent, ...command]) => Number(parent) === child.pid && command.join(' ').includes('apps/api/dist/main.js'),
  )!;
  process.kill(Number(pid), 'SIGKILL');
  await until(async () => said.includes('The API ended'));
  await until(async () => (await stores(facts)).length === before.length);
});
