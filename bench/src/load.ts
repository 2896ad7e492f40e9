import autocannon from 'autocannon';

export interface Load {
  /** Requests answered with 2xx per second. */
  rps: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  failed: number;
}

/** Asks one address again and again over so many connections. */
export async function load(
  url: string,
  options: { seconds: number; connections?: number; headers?: Record<string, string> },
): Promise<Load> {
  const result = await autocannon({
    url,
    duration: options.seconds,
    connections: options.connections ?? 20,
    headers: options.headers ?? {},
  });
  return { rps: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99, failed: result.non2xx + result.errors };
}

/** Two loads in turns, so that what else the machine does falls on both: the median of each. */
export async function inTurns(rounds: number, a: () => Promise<Load>, b: () => Promise<Load>): Promise<[Load, Load]> {
  const [as, bs]: [Load[], Load[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    as.push(await a());
    bs.push(await b());
  }
  return [middle(as), middle(bs)];
}

const middle = (all: Load[]): Load => all.toSorted((x, y) => x.rps - y.rps)[Math.floor(all.length / 2)]!;

/** Runs one work from so many hands for so long; finished works per second. */
export async function hands(count: number, seconds: number, work: (hand: number) => Promise<void>): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const began = performance.now();
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
