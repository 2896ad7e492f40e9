interface Planned {
  due: number;
  run: () => void;
}

/**
 * Does things later. Its time is the computer's running time plus what was skipped, so
 * advancing the sandbox's clock also brings on what was waiting, and a frozen injected
 * clock does not stop it.
 */
export class Schedule {
  private readonly planned = new Set<Planned>();
  private skippedMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  private elapsed(): number {
    return performance.now() + this.skippedMs;
  }

  /** Runs `run` once after `delayMs` milliseconds. */
  after(delayMs: number, run: () => void): void {
    if (this.closed) return;
    this.planned.add({ due: this.elapsed() + delayMs, run });
    this.arm();
  }

  /** Lets `ms` milliseconds pass at once. */
  skip(ms: number): void {
    this.skippedMs += ms;
    this.arm();
  }

  /** Forgets everything that waits. */
  clear(): void {
    this.planned.clear();
    clearTimeout(this.timer);
  }

  close(): void {
    this.closed = true;
    this.clear();
  }

  private arm(): void {
    clearTimeout(this.timer);
    const next = Math.min(...[...this.planned].map((item) => item.due));
    if (!Number.isFinite(next)) return;
    // setTimeout takes at most 2^31-1 ms; a longer wait is armed again.
    const wait = Math.min(Math.max(0, next - this.elapsed()), 2_000_000_000);
    this.timer = setTimeout(() => this.fire(), wait);
    this.timer.unref();
  }

  private fire(): void {
    const now = this.elapsed();
    const due = [...this.planned].filter((item) => item.due <= now).sort((a, b) => a.due - b.due);
    for (const item of due) {
      this.planned.delete(item);
      item.run();
    }
    this.arm();
  }
}
