import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningSandbox, startSandbox } from '@pailou/wechat-sandbox';
import pg from 'pg';
import { createDatabase, requestTo, type TestApp } from './harness.js';
import { freePort, pushAesKey, pushToken, wechatEnv } from './wechat.js';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds `dist` unless it is as new as the sources: these tests are about what is shipped. */
function build(): void {
  const newest = Math.max(...globSync('src/**/*.ts', { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs));
  const main = join(root, 'dist/main.js');
  const built = existsSync(main)
    ? Math.max(...globSync('dist/**/*.js', { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs))
    : 0;
  if (built < newest) execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}

/** The API as it is shipped, in a process of its own, with its own database and WeChat. */
export class ApiProcess {
  /** All that it wrote, as it came. */
  said = '';
  private child: ChildProcess | undefined;
  private ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }> | undefined;

  private constructor(
    readonly url: string,
    readonly sandbox: RunningSandbox,
    readonly db: { pool: pg.Pool },
    private readonly env: Record<string, string>,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<ApiProcess> {
    build();
    const { databaseUrl, drop } = await createDatabase();
    const sandbox = await startSandbox({ paymentDelayMs: 0, refundDelayMs: 20, notifyDelaysMs: [50, 50, 100] });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
    pool.on('error', () => undefined);
    const dropAll = async () => {
      await sandbox.stop();
      await drop();
    };
    const own = {
      ...wechatEnv(sandbox),
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      PUBLIC_URL: url,
      TOKEN_SECRET: randomBytes(32).toString('hex'),
      STORAGE_DIR: mkdtempSync(join(tmpdir(), 'pailou-media-')),
      ...env,
    };
    const api = new ApiProcess(url, sandbox, { pool }, own, dropAll);
    await api.start();
    await sandbox.control.setPush({
      url: `${url}/api/v1/wechat/push`,
      token: pushToken,
      encodingAesKey: pushAesKey,
      mode: 'safe',
      format: 'json',
    });
    return api;
  }

  /** A second process of the same house: one database, one WeChat. Close it before the first. */
  async beside(): Promise<ApiProcess> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const pool = new pg.Pool({ connectionString: this.env.DATABASE_URL!, max: 1 });
    // WeChat knows the first one's address: PUBLIC_URL stays.
    const second = new ApiProcess(url, this.sandbox, { pool }, { ...this.env, PORT: String(port) }, async () => undefined);
    await second.start();
    return second;
  }

  get request(): TestApp['request'] {
    return requestTo(this.url);
  }
  /** What it was given to keep to itself. */
  get secrets(): string[] {
    return [
      this.env.TOKEN_SECRET!,
      this.env.DATABASE_URL!,
      new URL(this.env.DATABASE_URL!).password,
      this.env.WECHAT_SECRET!,
      this.env.WECHAT_API_V3_KEY!,
    ];
  }

  /** Starts it, and waits until it can serve. Throws when it ends instead. */
  async start(env: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
      env: { PATH: process.env.PATH, ...this.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    this.child = child;
    this.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    for (let i = 0; i < 600; i += 1) {
      if (child.exitCode !== null) break;
      if (
        await fetch(`${this.url}/ready`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (child.exitCode === null) throw new Error(`The API did not come up:\n${this.said.slice(-3000)}`);
    throw new Error(`It ended with ${(await this.ended).code}`);
  }

  /** Sends the signal; the answer is how the process ended. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    this.child?.kill(signal);
    return this.ended!;
  }

  /** Takes everything down, whatever state it is in. */
  async close(): Promise<void> {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) await this.end('SIGKILL');
    await this.db.pool.end();
    await this.drop();
  }
}
