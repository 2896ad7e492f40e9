import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCredentials, type SandboxCredentials } from './credentials.js';
import { emptyState, type State } from './state.js';

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Never leaves half a file behind; only the owner may read it. */
function writeJson(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value, null, 1), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The merchant of `dataDir`, made on first use; a fresh one without a folder. */
export async function loadCredentials(dataDir: string | undefined): Promise<SandboxCredentials> {
  if (!dataDir) return generateCredentials();
  const file = join(dataDir, 'credentials.json');
  const saved = readJson(file) as SandboxCredentials | null;
  if (saved) return saved;
  const made = await generateCredentials();
  mkdirSync(dataDir, { recursive: true });
  writeJson(file, made);
  return made;
}

/** What happened so far according to `dataDir`; nothing without a folder. */
export function loadState(dataDir: string | undefined): State {
  const saved = dataDir ? (readJson(join(dataDir, 'state.json')) as Partial<State> | null) : null;
  return { ...emptyState(), ...saved };
}

/** Writes the state soon after it changed. */
export class Store {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataDir: string | undefined,
    private readonly state: State,
  ) {}

  /** Says that the state may have changed. */
  touch(): void {
    if (!this.dataDir || this.timer) return;
    this.timer = setTimeout(() => this.flush(), 100);
    this.timer.unref();
  }

  /** Writes now. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.dataDir) return;
    mkdirSync(this.dataDir, { recursive: true });
    writeJson(join(this.dataDir, 'state.json'), this.state);
  }
}
