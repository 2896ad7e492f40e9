import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import autocannon from 'autocannon';

/** Asks one address again and again over 20 connections; answers per second. A failed answer ends the measure. */
export async function load(url: string, options: { seconds: number }): Promise<number> {
  const result = await autocannon({ url, duration: options.seconds, connections: 20 });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} broken`);
  return result['2xx'] / result.duration;
}

/** Two measures in turns, each the first in every other round, so that what else goes on falls on both: the median of each. */
export async function inTurns(rounds: number, a: () => Promise<number>, b: () => Promise<number>): Promise<[number, number]> {
  const [as, bs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) as.push(await a());
    bs.push(await b());
    if (round % 2 === 1) as.push(await a());
  }
  return [median(as), median(bs)];
}

export const median = (all: readonly number[]): number => all.toSorted((x, y) => x - y)[Math.floor(all.length / 2)]!;

/** Runs one work from so many hands for so long; finished works per second. */
export async function hands(count: number, seconds: number, work: (hand: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  const end = began + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: count }, async (_, hand) => {
      while (performance.now() < end) {
        await work(hand);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - began)) * 1000;
}

/** Works a list off with so many hands; finished works per second. */
export async function workOff<T>(count: number, list: readonly T[], work: (one: T) => Promise<void>): Promise<number> {
  const left = list.values();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (const one of left) await work(one);
    }),
  );
  return (list.length / (performance.now() - began)) * 1000;
}

/** How long each answer took, milliseconds with fractions: autocannon keeps whole ones, too coarse for answers of a few. */
export async function latencies(url: string, options: { seconds: number; connections: number }): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const took: number[] = [];
  await hands(options.connections, options.seconds, async () => {
    const began = performance.now();
    const answer = await new Promise<IncomingMessage>((resolve, reject) => get(url, { agent }, resolve).once('error', reject));
    answer.resume();
    await once(answer, 'end');
    took.push(performance.now() - began);
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`);
  });
  agent.destroy();
  return took;
}
