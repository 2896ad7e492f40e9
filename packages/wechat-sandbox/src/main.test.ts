import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SandboxCredentials } from './index.js';
import { eventually } from './testing/shop.js';

// The command as one gets it: the files of the package and its dependencies, nothing else.
const from = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
let running: ChildProcess | undefined;
let said = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wechat-sandbox-'));
  for (const name of ['dist', 'phone', 'package.json']) cpSync(join(from, name), join(folder, name), { recursive: true });
  symlinkSync(join(from, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function start(): Promise<string> {
  said = '';
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  running = spawn(process.execPath, [join(folder, bin['wechat-sandbox'] ?? ''), '--port', '0', '--data-dir', 'data'], { cwd: folder });
  running.stdout?.on('data', (text: Buffer) => (said += text.toString('utf8')));
  await eventually(() => said.includes('Credentials: '));
  return /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
}

async function stop(): Promise<void> {
  const ended = once(running as ChildProcess, 'exit');
  running?.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}

it('starts from its dist, says where it and its credentials are, and remembers them', async () => {
  const url = await start();
  const file = /Credentials: (.+)/.exec(said)?.[1] ?? '';
  const { appid, secret } = JSON.parse(readFileSync(file, 'utf8')) as SandboxCredentials;
  const token = () => fetch(`${url}/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`);
  expect(await (await token()).json()).toMatchObject({ access_token: expect.any(String) });
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
  const made = (await (await fetch(`${url}/sandbox/customers`, { method: 'POST' })).json()) as { openid: string };
  await stop();
  const again = await start();
  expect(await (await fetch(`${again}/sandbox/customers`)).json()).toMatchObject([{ openid: made.openid }]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ appid });
  await stop();
}, 30_000);

it.each([
  [['--port', 'many'], '--port is a number'],
  [['--ports', '1'], "'--ports'"],
])('says in a sentence why it does not start with %j', async (wrong, sentence) => {
  const program = spawn(process.execPath, [join(folder, 'dist/main.js'), ...wrong], { cwd: folder });
  let told = '';
  program.stderr.on('data', (text: Buffer) => (told += text.toString('utf8')));
  expect(await once(program, 'close')).toEqual([1, null]);
  expect(told).toContain(sentence);
  expect(told).not.toContain('    at ');
});

it('says when its port is taken', async () => {
  const url = await start();
  const program = spawn(process.execPath, [join(folder, 'dist/main.js'), '--port', new URL(url).port, '--data-dir', 'other'], {
    cwd: folder,
  });
  let told = '';
  program.stderr.on('data', (text: Buffer) => (told += text.toString('utf8')));
  expect(await once(program, 'close')).toEqual([1, null]);
  expect(told.trim()).toBe('The port is taken: name another with --port, or 0 for any free one.');
  await stop();
}, 30_000);
