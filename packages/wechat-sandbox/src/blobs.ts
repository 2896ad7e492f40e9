import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Uploaded files by id: in memory, or in `dataDir`/media when there is a folder. Ids are the sandbox's own. */
export class Blobs {
  private readonly kept = new Map<string, Buffer>();
  private readonly folder: string | null;

  constructor(dataDir: string | undefined) {
    this.folder = dataDir ? join(dataDir, 'media') : null;
  }

  put(id: string, bytes: Buffer): void {
    if (!this.folder) {
      this.kept.set(id, bytes);
      return;
    }
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, id), bytes, { mode: 0o600 });
  }

  /** The bytes; null when they were never there or are gone. */
  get(id: string): Buffer | null {
    if (!this.folder) return this.kept.get(id) ?? null;
    const file = join(this.folder, id);
    return existsSync(file) ? readFileSync(file) : null;
  }

  remove(id: string): void {
    this.kept.delete(id);
    if (this.folder) rmSync(join(this.folder, id), { force: true });
  }

  clear(): void {
    this.kept.clear();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }
}
