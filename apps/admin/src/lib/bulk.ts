import { ref, type Ref } from 'vue';
import { messageOf } from './client';

/** What did not work for one of many things, and why, in the API's own words. */
export interface BulkFailure<T> {
  item: T;
  why: string;
}
export interface BulkRun<T> {
  verb: string;
  total: number;
  done: number;
  failures: BulkFailure<T>[];
  running: boolean;
}

export interface Bulk<T> {
  run: Ref<BulkRun<T> | null>;
  start: (verb: string, items: readonly T[], work: (item: T) => Promise<unknown>) => Promise<BulkRun<T>>;
  stop: () => void;
  close: () => void;
}

/** Does the same to many things, one after the other, so that each failure is known with its reason. */
export function useBulk<T>(): Bulk<T> {
  const run = ref<BulkRun<T> | null>(null) as Ref<BulkRun<T> | null>;
  let stopped = false;

  async function start(verb: string, items: readonly T[], work: (item: T) => Promise<unknown>): Promise<BulkRun<T>> {
    stopped = false;
    run.value = { verb, total: items.length, done: 0, failures: [], running: true };
    const now = run.value;
    for (const item of items) {
      if (stopped) break;
      try {
        await work(item);
      } catch (error) {
        now.failures.push({ item, why: messageOf(error) });
      }
      now.done += 1;
    }
    now.running = false;
    return now;
  }
  return {
    run,
    start,
    stop: () => (stopped = true),
    close: () => (run.value = null),
  };
}
