import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Facts, startEverything } from '@pailou/local';

export const root = resolve(import.meta.dirname, '../..');

export interface House {
  facts: Facts;
  /** From the call to ready, milliseconds, database made and demo filled. */
  firstStartMs: number;
  /** The same again on the data that is there. */
  warmStartMs: number;
  /** The operator's cookie. */
  cookie: string;
  storeId: string;
  /** The API's, so that another process of it takes the same customers. */
  tokenSecret: string;
  /** Another house beside this one, with data of its own. */
  another(): Promise<{ facts: Facts; storeId: string; stop(): Promise<void> }>;
  /** One drink for pickup. */
  wish: { storeId: string; fulfilment: 'pickup'; lines: { variantId: string; modifierIds: string[]; quantity: number }[] };
  stop(): Promise<void>;
}

function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'pailou-bench-'));
  // PostgreSQL runs as another user where this one is root.
  chmodSync(dataDir, 0o755);
  return dataDir;
}

async function firstStore(facts: Facts): Promise<string> {
  const { items } = (await (await fetch(`${facts.api}/api/v1/storefront/stores`)).json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

/** Starts all of Pailou twice on data of its own: the first start fills it, the second is what a developer sees every day. */
export async function openHouse(): Promise<House> {
  const dataDir = newDataDir();
  delete process.env.DATABASE_URL;
  const start = async () => {
    const began = performance.now();
    const running = await startEverything({ root, dataDir, portBase: 46_000, watch: false, say: () => undefined });
    return { running, ms: performance.now() - began };
  };
  const first = await start();
  await first.running.stop();
  const { running, ms } = await start();
  const { facts } = running;
  const signIn = await fetch(`${facts.api}/api/v1/admin/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(facts.owner),
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const storeId = await firstStore(facts);
  const menu = (await (await fetch(`${facts.api}/api/v1/storefront/products?storeId=${storeId}&limit=1`)).json()) as {
    items: { variants: { id: string }[]; modifierGroups: { min: number; modifiers: { id: string }[] }[] }[];
  };
  const [product] = menu.items;
  const modifierIds = product?.modifierGroups.flatMap(({ min, modifiers }) => modifiers.slice(0, min).map(({ id }) => id)) ?? [];
  const { tokenSecret } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { tokenSecret: string };
  return {
    facts,
    cookie,
    tokenSecret,
    wish: { storeId, fulfilment: 'pickup', lines: [{ variantId: product?.variants[0]?.id ?? '', modifierIds, quantity: 1 }] },
    firstStartMs: first.ms,
    warmStartMs: ms,
    storeId,
    another: async () => {
      const otherDir = newDataDir();
      const other = await startEverything({ root, dataDir: otherDir, portBase: 47_000, watch: false, say: () => undefined });
      return {
        facts: other.facts,
        storeId: await firstStore(other.facts),
        stop: async () => {
          await other.stop();
          rmSync(otherDir, { recursive: true, force: true });
        },
      };
    },
    stop: async () => {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
