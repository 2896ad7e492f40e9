import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from './start.js';

const fileOf = (dataDir: string) => join(dataDir, 'running.json');

/** Tells scripts and other programs what runs where; gives the function that takes it back. */
export function saveFacts(dataDir: string, facts: Facts): () => void {
  writeFileSync(fileOf(dataDir), `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  return () => rmSync(fileOf(dataDir), { force: true });
}

/** The house that runs on this folder now. A start that was killed leaves its file behind, so its sandbox is asked. */
export async function findRunning(dataDir: string): Promise<Facts | null> {
  if (!existsSync(fileOf(dataDir))) return null;
  try {
    const facts = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Facts;
    const answer = await fetch(`${facts.sandbox}/sandbox/clock`, { signal: AbortSignal.timeout(2000) });
    return answer.ok ? facts : null;
  } catch {
    return null;
  }
}
