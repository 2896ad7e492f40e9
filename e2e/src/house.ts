import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Facts, startEverything } from '@pailou/local';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    facts: Facts;
  }
}

/** Starts all of Pailou as `pnpm start` does, on data of its own, for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pailou-e2e-'));
  chmodSync(dataDir, 0o755);
  // The tests have a database of their own, also where DATABASE_URL names another.
  delete process.env.DATABASE_URL;
  const running = await startEverything({
    root: resolve(import.meta.dirname, '../..'),
    dataDir,
    portBase: 41_000 + (process.pid % 5000),
    watch: false,
    say: () => undefined,
  });
  project.provide('facts', running.facts);
  return async () => {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
