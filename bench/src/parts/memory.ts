import { readdirSync, readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { type Part, round } from '../part.ts';

/** Whether the API's process grows: what it holds after a warm-up, and after 100,000 requests more. */
export const memory: Part = {
  name: 'memory',
  async run({ facts, storeId }) {
    const pid = processOf(new URL(facts.api).port);
    if (!pid) return [{ what: 'memory of the API', measured: 'not read: there is no /proc here', against: '', ratio: '' }];
    const url = `${facts.api}/api/v1/storefront/products?storeId=${storeId}&limit=20`;
    const ask = (amount: number) => autocannon({ url, amount, connections: 20 });
    await ask(50_000);
    const before = megabytes(pid);
    await ask(100_000);
    const after = megabytes(pid);
    return [
      {
        what: 'memory of the API after 100,000 requests',
        measured: `${round(after)} MB`,
        against: `${round(before)} MB before them`,
        ratio: round(after / before, 2),
        aim: '≤ 1.1',
      },
    ];
  },
};

/** The API's process, by the port that it was told. */
function processOf(port: string): string | undefined {
  try {
    return readdirSync('/proc').find(
      (pid) =>
        /^\d+$/.test(pid) &&
        reads(`/proc/${pid}/cmdline`).includes('apps/api/dist/main.js') &&
        reads(`/proc/${pid}/environ`).split('\0').includes(`PORT=${port}`),
    );
  } catch {
    return undefined;
  }
}
const megabytes = (pid: string): number => Number(/VmRSS:\s+(\d+)/.exec(reads(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
function reads(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
