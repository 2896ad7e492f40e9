import { newKey } from '../../lib/key';

/** What was typed and not sent yet, by conversation, while the panel is open. */
export const drafts = new Map<string, string>();

/**
 * Keys that make a second press harmless: the same content after a failure, of which nobody
 * knows whether it arrived, goes out under the same key; once it is sent, the next gets a new one.
 */
export class Attempts {
  private tried: { content: string; key: string } | null = null;

  keyFor(content: string): string {
    if (this.tried?.content !== content) this.tried = { content, key: newKey() };
    return this.tried.key;
  }

  done(): void {
    this.tried = null;
  }
}
