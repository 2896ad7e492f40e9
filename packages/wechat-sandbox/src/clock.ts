/**
 * Two times. `wire` is the injected clock: signatures carry it and are checked against it,
 * as both sides of a wire share real time. `now` runs ahead by what was advanced: codes,
 * tokens, orders and refunds live by it, so a test can let two hours pass.
 */
export class SandboxClock {
  private advancedMs = 0;

  constructor(private readonly base: () => Date = () => new Date()) {}

  /** Milliseconds since 1970, for signatures. */
  wire(): number {
    return this.base().getTime();
  }

  /** Milliseconds since 1970, for everything that expires. */
  now(): number {
    return this.wire() + this.advancedMs;
  }

  /** How far `now` is ahead of `wire`, in milliseconds. */
  get advanced(): number {
    return this.advancedMs;
  }

  set advanced(ms: number) {
    this.advancedMs = ms;
  }
}

/** RFC 3339 in China time, as WeChat Pay writes times: `2018-06-08T10:34:56+08:00`. */
export function chinaTime(ms: number): string {
  return `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** The day in China (`2026-11-21`) on which daily quotas are counted. */
export const chinaDay = (ms: number): string => chinaTime(ms).slice(0, 10);
