import pg from 'pg';
import { latencies, median } from '../load.ts';
import { type Part, round, share } from '../part.ts';

/** The list at 1,000 and at 100,000 products: first page, a page deep within, and searches that find the same twenty. */
export const growth: Part = {
  name: 'growth',
  async run({ facts, storeId }) {
    const db = new pg.Client({ connectionString: facts.databaseUrl }).on('error', () => undefined);
    await db.connect();
    const base = `${facts.api}/api/v1/storefront/products?storeId=${storeId}&limit=20`;
    const measure = async (until: number): Promise<Record<(typeof kinds)[number], number>> => {
      await fill(db, until);
      const deep = await cursorAt(db, base, Math.floor(until / 2));
      const search = (q: string) => `${base}&q=${encodeURIComponent(q)}`;
      return {
        'first page': await p99(base),
        'page deep within': await p99(`${base}&cursor=${deep}`),
        'search of three characters': await p99(search('蓝印花')),
        'search of two characters': await p99(search('印花')),
      };
    };
    const small = await measure(1000);
    const large = await measure(100_000);
    await db.query(`delete from catalog_products where handle like 'bench-%'`);
    await db.query('vacuum analyze catalog_products, catalog_variants');
    await db.end();
    return kinds.map((what) => ({
      what: `${what}, p99 at 100,000 products`,
      measured: `${round(large[what], 1)} ms`,
      against: `${round(small[what], 1)} ms at 1,000`,
      ratio: round(large[what] / small[what], 2),
      aim: '≤ 1.5',
    }));
  },
};

const kinds = ['first page', 'page deep within', 'search of three characters', 'search of two characters'] as const;

/** Milliseconds: after a warm-up, the median of three rounds. */
async function p99(url: string): Promise<number> {
  await latencies(url, { seconds: 1, connections: 4 });
  const rounds: number[] = [];
  for (let n = 0; n < 3; n += 1) rounds.push(share(await latencies(url, { seconds: 2.5, connections: 4 }), 0.99));
  return median(rounds);
}

/** Products with one variant each, up to so many, all on sale; the same twenty are found by the search at each size. */
async function fill(db: pg.Client, until: number): Promise<void> {
  const { rows } = await db.query<{ n: string }>(`select count(*) as n from catalog_products where handle like 'bench-%'`);
  await db.query(
    `with made as (
       insert into catalog_products (id, handle, name, description, status, position)
       select gen_random_uuid(), 'bench-' || n, jsonb_build_object('zh', case when n <= 20 then '蓝印花布' else '青柑' end || n, 'en', 'Green tangerine ' || n), '{"zh":"","en":""}', 'active', 1000 + n from generate_series($1::int + 1, $2::int) n returning id)
     insert into catalog_variants (id, product_id, position, option_values, choice, price_fen) select gen_random_uuid(), id, 0, '[]', '{"zh":"","en":""}', 1800 from made`,
    [Number(rows[0]?.n ?? 0), until],
  );
  await db.query('vacuum analyze catalog_products, catalog_variants');
}

/** The cursor of the page that begins after so many products, as the API itself writes it. */
async function cursorAt(db: pg.Client, base: string, position: number): Promise<string> {
  const { nextCursor } = (await (await fetch(base)).json()) as { nextCursor: string };
  const { rows } = await db.query<{ id: string }>(`select id from catalog_products where handle = 'bench-${position}'`);
  const [, id] = JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) as [string, string];
  return Buffer.from(
    Buffer.from(nextCursor, 'base64url')
      .toString()
      .replace(id, rows[0]!.id)
      .replace(/"-?\d+"/, `"${1000 + position}"`),
  ).toString('base64url');
}
