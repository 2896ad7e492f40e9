import { fork } from 'node:child_process';
import { once } from 'node:events';
import { inTurns, load } from '../load.ts';
import { type Part, perSecond, round } from '../part.ts';

/** The storefront's product list against the least that could answer it. */
export const list: Part = {
  name: 'list',
  async run({ facts, storeId }) {
    const port = 46_900;
    const child = fork(new URL('../bare.ts', import.meta.url), {
      env: { ...process.env, DATABASE_URL: facts.databaseUrl, PORT: String(port) },
    });
    await once(child, 'message');
    const bare = `http://127.0.0.1:${port}/products?storeId=${storeId}&limit=20`;
    const ours = `${facts.api}/api/v1/storefront/products?storeId=${storeId}&limit=20`;
    const same = await Promise.all([bare, ours].map(async (url) => (await fetch(url)).text()));
    if (same[0] !== same[1]) throw new Error('The two do not answer the same');
    await load(ours, { seconds: 3 });
    await load(bare, { seconds: 3 });
    const [a, b] = await inTurns(
      15,
      () => load(ours, { seconds: 2 }),
      () => load(bare, { seconds: 2 }),
    );
    child.kill();
    return [
      {
        what: 'product list, 20 products',
        measured: perSecond(a),
        against: `${perSecond(b)} bare fastify + pg, same statement`,
        ratio: round(a / b, 2),
        aim: '≥ 0.85',
      },
    ];
  },
};
