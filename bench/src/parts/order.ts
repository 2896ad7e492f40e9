import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { fromApi } from '../from-api.ts';
import { hands, inTurns } from '../load.ts';
import { type Part, perSecond, round } from '../part.ts';
import { type Buyer, newBuyer, quoteAndSubmit } from '../shopping.ts';

type Statement = { name?: string; text: string; values: unknown[] };

/** Quote and submit through HTTP, against the statements that they really make, replayed on bare connections. */
export const order: Part = {
  name: 'order',
  async run(house) {
    const buyers = await Promise.all(Array.from({ length: 8 }, () => newBuyer(house)));
    const ours = (seconds: number) => hands(8, seconds, async (hand) => void (await quoteAndSubmit(house, buyers[hand]!)));
    const since = Date.now();
    const statements = await record(house, buyers[0]!);
    const clients = await Promise.all(
      buyers.map(async () => {
        const client = new pg.Client({ connectionString: house.facts.databaseUrl }).on('error', () => undefined);
        await client.connect();
        return client;
      }),
    );
    let replays = 0;
    const bare = (seconds: number) =>
      hands(8, seconds, async (hand) => {
        await replay(clients[hand]!, statements, since);
        replays += 1;
      });
    const orders = async () => Number((await clients[0]!.query<{ count: string }>('select count(*) from orders')).rows[0]!.count);
    const before = await orders();
    await bare(2);
    if ((await orders()) - before !== replays) throw new Error(`${replays} replays made ${(await orders()) - before} orders`);
    await ours(2);
    const [a, b] = await inTurns(
      5,
      () => ours(4),
      () => bare(4),
    );
    await Promise.all(clients.map((client) => client.end()));
    return [
      {
        what: 'quote and submit of an order',
        measured: perSecond(a),
        against: `${perSecond(b)} its ${statements.length} statements alone`,
        ratio: round(a / b, 2),
      },
    ];
  },
};

/** What the API asks of PostgreSQL for one quote and one submit, from an API in this process. */
async function record(house: Parameters<Part['run']>[0], buyer: Buyer): Promise<Statement[]> {
  const { createApp } = await fromApi<{
    createApp: (
      config: object,
    ) => Promise<{ listen(port: number, host: string): Promise<unknown>; getUrl(): Promise<string>; close(): Promise<void> }>;
  }>('create-app.js');
  const { loadConfig } = await fromApi<{ loadConfig: (env: Record<string, string>) => object }>('platform/config/config.js');
  const app = await createApp(
    loadConfig({ DATABASE_URL: house.facts.databaseUrl, PORT: '0', TOKEN_SECRET: house.tokenSecret, LOG_LEVEL: 'silent', WORKER: 'false' }),
  );
  await app.listen(0, '127.0.0.1');
  const said: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...all: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...all: unknown[]) {
    const [first, second] = all;
    if (typeof first === 'string') said.push({ text: first, values: Array.isArray(second) ? second : [] });
    else if (typeof first === 'object' && first !== null && 'text' in first) {
      const { name, text, values = Array.isArray(second) ? second : [] } = first as Statement & { values?: unknown[] };
      said.push({ ...(name ? { name } : {}), text, values });
    }
    return query.apply(this, all);
  };
  await quoteAndSubmit({ ...house, facts: { ...house.facts, api: await app.getUrl() } }, buyer);
  prototype.query = query;
  await app.close();
  return said.filter(({ text }) => !/^listen/i.test(text));
}

/** Runs the statements once more for an order of its own: ids and numbers are new, all else is as it was. */
async function replay(client: pg.Client, statements: readonly Statement[], since: number): Promise<void> {
  const fresh = new Map<string, string>();
  const renew = (text: string) =>
    text.replaceAll(/0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) =>
      madeAt(id) >= since ? (fresh.get(id) ?? fresh.set(id, randomUUID()).get(id)!) : id,
    );
  for (const { values, ...statement } of statements) {
    const own = values.map((value) => {
      if (typeof value !== 'string') return value;
      if (/^\d{8}-\d{4,}$/.test(value)) return randomUUID();
      return value.startsWith('bench-key-') ? `bench-key-${randomUUID()}` : renew(value);
    });
    await client.query({ ...statement, values: own });
  }
}

/** When a UUIDv7 was made, as it says itself: those of the recorded order are younger than the shop's. */
const madeAt = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
