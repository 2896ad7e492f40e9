import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, takePort } from '@pailou/local';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One throw-away cluster for the run; each test file clones its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL) {
    project.provide('postgresUrl', process.env.DATABASE_URL);
    return async () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'pailou-test-'));
  chmodSync(folder, 0o755);
  const port = await takePort(20_000 + (process.pid % 9000), new Set());
  const postgres = await startPostgres({ dataDir: join(folder, 'data'), port, password: randomBytes(12).toString('hex'), throwAway: true });
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
