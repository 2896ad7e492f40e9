import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { takePort } from './ports.js';
import { ensureDatabase, startPostgres } from './postgres.js';
import { findRunning, saveFacts } from './running.js';
import { loadSecrets } from './secrets.js';
import type { Facts } from './start.js';

const folder = mkdtempSync(join(tmpdir(), 'pailou-local-'));
// As root, PostgreSQL runs as a user of its own, who must be able to walk in.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ports', () => {
  it('passes over one that is in use and one already handed out', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const { port } = server.address() as { port: number };
    const taken = new Set<number>();
    const first = await takePort(port, taken);
    const second = await takePort(port, taken);
    expect(first).toBeGreaterThan(port);
    expect(second).toBeGreaterThan(first);
    server.close();
  });
});

describe('secrets', () => {
  it('are made once, kept, and readable by their owner alone', () => {
    const file = join(folder, 'secrets.json');
    const first = loadSecrets(file);
    expect(loadSecrets(file)).toEqual(first);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(loadSecrets(join(folder, 'other.json')).ownerPassword).not.toBe(first.ownerPassword);
  });
});

describe('what runs where', () => {
  it('is found while it answers, and not after it was killed or has ended', async () => {
    const sandbox = createHttpServer((_, answer) => answer.end('{}'));
    await new Promise<void>((resolve) => sandbox.listen(0, '127.0.0.1', resolve));
    const { port } = sandbox.address() as { port: number };
    expect(await findRunning(folder)).toBeNull();
    const forget = saveFacts(folder, { sandbox: `http://127.0.0.1:${port}`, admin: 'http://127.0.0.1:1' } as Facts);
    expect(await findRunning(folder)).toMatchObject({ admin: 'http://127.0.0.1:1' });
    await new Promise((resolve) => sandbox.close(resolve));
    expect(await findRunning(folder), 'its file is still there').toBeNull();
    forget();
    expect(await findRunning(folder)).toBeNull();
  });
});

describe('postgres', () => {
  it('starts, keeps its data, is found again and comes back after kill -9', { timeout: 60_000 }, async () => {
    const options = {
      dataDir: join(folder, 'pg', 'data'),
      port: await takePort(25000 + (process.pid % 1000), new Set()),
      password: 'only-for-this-test',
    };
    const postgres = await startPostgres(options);
    const url = await ensureDatabase(postgres, 'pailou');
    const run = async (sql: string) => {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    };
    await run('create table kept (n int); insert into kept values (7)');
    const again = await startPostgres(options);
    expect(await again.alive()).toBe(true);

    const [row] = await run(`select pg_read_file('postmaster.pid') as file`);
    process.kill(Number((row as { file: string }).file.split('\n')[0]), 'SIGKILL');
    while (await postgres.alive()) await new Promise((resolve) => setTimeout(resolve, 50));
    await postgres.restart();
    expect(await run('select n from kept')).toEqual([{ n: 7 }]);
    // Whoever finds the server of a killed parent also ends it.
    await (await startPostgres(options)).stop();
    expect(await postgres.alive()).toBe(false);
  });
});
