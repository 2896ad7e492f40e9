import type { Facts } from '@pailou/local';
import pg from 'pg';
import { inTurns, latencies } from '../load.ts';
import { type Part, round, type Row, share } from '../part.ts';

/**
 * The list at 1,000 and at 100,000 products: first page, a page deep within, and searches that find the same twenty.
 * Two houses side by side, asked in turns, so that what else goes on falls on both.
 */
export const growth: Part = {
  name: 'growth',
  async run({ facts, storeId, another }) {
    const other = await another();
    const small = await asked(facts, storeId, 1000);
    const large = await asked(other.facts, other.storeId, 100_000);
    const rows: Row[] = [];
    for (const what of kinds) {
      const [a, b] = await inTurns(
        5,
        () => p99(small[what]),
        () => p99(large[what]),
      );
      rows.push({
        what: `${what}, p99 at 100,000 products`,
        measured: `${round(b, 1)} ms`,
        against: `${round(a, 1)} ms at 1,000`,
        ratio: round(b / a, 2),
        aim: '≤ 1.5',
      });
    }
    await other.stop();
    return rows;
  },
};

const kinds = ['first page', 'page deep within', 'search of three characters', 'search of two characters'] as const;

/** The addresses to ask at a house that has so many products. */
async function asked(facts: Facts, storeId: string, products: number): Promise<Record<(typeof kinds)[number], string>> {
  const db = new pg.Client({ connectionString: facts.databaseUrl }).on('error', () => undefined);
  await db.connect();
  await fill(db, products);
  const base = `${facts.api}/api/v1/storefront/products?storeId=${storeId}&limit=20`;
  const deep = await cursorAt(db, base, Math.floor(products / 2));
  await db.end();
  const search = (q: string) => `${base}&q=${encodeURIComponent(q)}`;
  return {
    'first page': base,
    'page deep within': `${base}&cursor=${deep}`,
    'search of three characters': search('蓝印花'),
    'search of two characters': search('印花'),
  };
}

/** Milliseconds, after a warm-up. */
async function p99(url: string): Promise<number> {
  await latencies(url, { seconds: 0.5, connections: 4 });
  return share(await latencies(url, { seconds: 2, connections: 4 }), 0.99);
}

/** Products with one variant each, all on sale; the same twenty are found by the search at each size. */
async function fill(db: pg.Client, count: number): Promise<void> {
  await db.query(
    `with made as (
       insert into catalog_products (id, handle, name, description, status, position)
       select gen_random_uuid(), 'bench-' || n, jsonb_build_object('zh', case when n <= 20 then '蓝印花布' else '青柑' end || n, 'en', 'Green tangerine ' || n), '{"zh":"","en":""}', 'active', 1000 + n from generate_series(1, $1::int) n returning id)
     insert into catalog_variants (id, product_id, position, option_values, choice, price_fen) select gen_random_uuid(), id, 0, '[]', '{"zh":"","en":""}', 1800 from made`,
    [count],
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
