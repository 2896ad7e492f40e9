import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDatabase, type LocalPostgres, startPostgres } from '@pailou/local';
import { type PaymentParams, type RunningSandbox, startSandbox } from '@pailou/wechat-sandbox';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, wechatEnv } from '../../../test/wechat.js';
import { newId } from '../../kernel/ids.js';

// The whole thing as in production: PostgreSQL with its safety on, the API as a process of its own
// that is started again when it dies, WeChat and the buyers outside of both.
const buyers = 200;
const priceFen = 1800;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pailou-crash-'));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let postgres: LocalPostgres;
let databaseUrl: string;
let sandbox: RunningSandbox;
let api: Supervised;

/** The API under a supervisor: whatever ends it, it comes back. */
class Supervised {
  readonly url: string;
  readonly said: string[] = [];
  starts = 0;
  private child: ChildProcess | undefined;
  private wanted = true;

  constructor(
    port: number,
    private readonly env: Record<string, string>,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    this.start();
  }

  private start(): void {
    this.starts += 1;
    const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => this.said.push(String(bytes)));
    child.on('exit', () => this.wanted && setTimeout(() => this.wanted && this.start(), 100));
    this.child = child;
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.wanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async ready(): Promise<void> {
    for (let i = 0; i < 600; i += 1) {
      if (
        await fetch(`${this.url}/ready`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await pause(50);
    }
    throw new Error(`The API did not come up:\n${this.said.slice(-10).join('')}`);
  }
}

/** Builds `dist` unless it is as new as the sources: this test is about what is shipped. */
function build(): void {
  const newest = Math.max(...globSync('src/**/*.ts', { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs));
  const main = join(root, 'dist/main.js');
  const oldest = existsSync(main)
    ? Math.max(...globSync('dist/**/*.js', { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs))
    : 0;
  if (oldest < newest) execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}

beforeAll(async () => {
  build();
  chmodSync(folder, 0o755);
  postgres = await startPostgres({ dataDir: join(folder, 'data'), port: await freePort(), password: randomBytes(12).toString('hex') });
  databaseUrl = await ensureDatabase(postgres, 'pailou');
  // WeChat tries again quickly, and long enough to outlast every fall.
  sandbox = await startSandbox({ paymentDelayMs: 0, notifyDelaysMs: Array.from({ length: 60 }, () => 500) });
  const port = await freePort();
  api = new Supervised(port, {
    ...wechatEnv(sandbox),
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TOKEN_SECRET: randomBytes(32).toString('hex'),
    STORAGE_DIR: join(folder, 'media'),
    LOG_LEVEL: 'error',
  });
  await api.ready();
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await sandbox?.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks PostgreSQL, as often as it takes. */
async function ask<T>(text: string, values: unknown[] = []): Promise<T[]> {
  for (let i = 0; ; i += 1) {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(text, values)).rows as T[];
    } catch (error) {
      if (i >= 100) throw error;
      await pause(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** PostgreSQL dies in the middle of everything and is started again, as its supervisor would. */
async function killPostgres(): Promise<void> {
  process.kill(Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  for (let i = 0; i < 50; i += 1) {
    await pause(200);
    // Its orphans hold the shared memory for a moment.
    if (
      await postgres.restart().then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error('PostgreSQL did not come back');
}

/** A buyer's phone: when there is no answer, or a 5xx, it asks again with the same key. */
async function insist(
  method: string,
  path: string,
  options: { token?: string; key?: string; body?: unknown },
): Promise<{ status: number; body: Record<string, string> }> {
  for (let i = 0; i < 600; i += 1) {
    try {
      const answer = await fetch(`${api.url}/api/v1/storefront${path}`, {
        method,
        headers: {
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
          ...(options.key ? { 'idempotency-key': options.key } : {}),
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        signal: AbortSignal.timeout(10_000),
      });
      const body = (await answer.json()) as Record<string, string>;
      if (answer.status < 500 && body.code !== 'payments.in_progress') return { status: answer.status, body };
    } catch {
      // The line broke; whether it was heard, nobody knows.
    }
    await pause(100);
  }
  throw new Error(`${method} ${path}: no answer in a minute`);
}

async function openShop(): Promise<{ storeId: string; variantId: string }> {
  const [storeId, productId, variantId] = [newId(), newId(), newId()];
  const hours = JSON.stringify(Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]));
  await ask(
    `insert into stores (id, name, address, phone, latitude, longitude, time_zone, hours, pickup, delivery, dine_in, delivery_fee_fen)
     values ($1, '{"zh":"春熙路店","en":""}', '{"zh":"成都","en":""}', '02888886666', 30.65, 104.08, 'Asia/Shanghai', $2, true, false, false, 0)`,
    [storeId, hours],
  );
  await ask(
    `insert into catalog_products (id, handle, name, description, status) values ($1, 'oolong', '{"zh":"乌龙","en":""}', '{"zh":"","en":""}', 'active')`,
    [productId],
  );
  await ask(
    `insert into catalog_variants (id, product_id, position, option_values, choice, price_fen, stock) values ($1, $2, 0, '[]', '{"zh":"","en":""}', $3, 1000)`,
    [variantId, productId, priceFen],
  );
  return { storeId, variantId };
}

it('loses and doubles nothing when the API and PostgreSQL are killed in the middle of 200 payments', async () => {
  const { storeId, variantId } = await openShop();
  // Besides the falls, WeChat's news are lost and doubled.
  await sandbox.control.faults([
    { on: 'notification', action: 'drop', count: 25 },
    { on: 'notification', action: 'duplicate', count: 25 },
  ]);
  const wish = { storeId, fulfilment: 'pickup', lines: [{ variantId, quantity: 1 }] };
  const { body: quote } = await insist('POST', '/quotes', { body: wish });
  const progress = { paid: 0 };

  const buy = async () => {
    const { id } = await sandbox.control.createCustomer();
    let token: string | undefined;
    // A login code is good once: after an answer that was lost, another is needed.
    while (!token) token = (await insist('POST', '/sign-in', { body: { code: await sandbox.control.loginCode(id) } })).body.token;
    const placed = await insist('POST', '/orders', { token, key: newId(), body: { ...wish, quoteHash: quote.hash } });
    expect(placed.status).toBe(201);
    const params = await insist('POST', `/orders/${placed.body.id}/pay`, { token });
    expect(params.status).toBe(200);
    expect((await sandbox.control.pay(id, params.body.package!, 'pay', params.body as unknown as PaymentParams)).result).toBe('ok');
    progress.paid += 1;
  };
  const at = async (count: number) => {
    while (progress.paid < count) await pause(5);
  };
  const fall = async () => {
    await at(20);
    api.kill();
    await at(60);
    await killPostgres();
    await at(110);
    api.kill();
    await killPostgres();
    await at(160);
    await killPostgres();
    api.kill();
  };
  await Promise.all([fall(), ...Array.from({ length: buyers }, (_, index) => pause(index * 10).then(buy))]);
  await api.ready();

  // What was lost is found by asking; time is let pass for the jobs that died with their process.
  const unpaid = async () => (await ask<{ n: number }>(`select count(*)::int as n from orders where status <> 'paid'`))[0]!.n;
  for (let i = 0; i < 300 && (await unpaid()) > 0; i += 1) {
    await ask(`update graphile_worker._private_jobs set locked_at = locked_at - interval '10 minutes' where locked_at is not null`);
    await ask(`select graphile_worker.add_job('payments.sweep', job_key => 'sweep now')`);
    await ask(
      `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where task_identifier = 'payments.poll' and locked_at is null`,
    );
    await pause(200);
  }

  expect(api.starts).toBeGreaterThanOrEqual(4);
  const charged = (await sandbox.control.orders()).filter((order) => order.state === 'SUCCESS');
  expect(charged).toHaveLength(buyers);
  expect(await sandbox.control.refunds()).toEqual([]);
  expect(
    await ask(
      `select status, count(*)::int as n, sum(total_fen)::int as fen, count(distinct number)::int as numbers, count(distinct customer_id)::int as customers from orders group by 1`,
    ),
  ).toEqual([{ status: 'paid', n: buyers, fen: buyers * priceFen, numbers: buyers, customers: buyers }]);
  expect(
    await ask(
      `select count(*)::int as n, count(distinct payable_id)::int as orders, sum(amount_fen)::int as fen, sum(refunded_fen)::int as back from payments_attempts where status = 'paid'`,
    ),
  ).toEqual([{ n: buyers, orders: buyers, fen: charged.reduce((sum, order) => sum + order.total, 0), back: 0 }]);
  expect(await ask(`select stock, reserved from catalog_variants where id = $1`, [variantId])).toEqual([
    { stock: 1000 - buyers, reserved: 0 },
  ]);
  expect(
    await ask(`select event, count(*)::int as n, count(distinct order_id)::int as orders from orders_history group by 1 order by 1`),
  ).toEqual([
    { event: 'paid', n: buyers, orders: buyers },
    { event: 'submitted', n: buyers, orders: buyers },
  ]);
  expect(await ask(`select type, count(*)::int as n from events where type like 'order.%' group by 1 order by 1`)).toEqual([
    { type: 'order.paid', n: buyers },
    { type: 'order.submitted', n: buyers },
  ]);
}, 240_000);
