import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';

/** Any number, the same for every process of Pailou. */
const LOCK = 7_266_371;
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../migrations');

/**
 * Brings the schema up to date: each file of `migrations/` once, in the order of its
 * stamp, in a transaction of its own. An advisory lock lets one process at a time.
 * Throws when a migration that already ran was changed since.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ran: string[] = [];
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migrations (name text primary key, hash text not null, at timestamptz not null default now())',
    );
    const known = new Map(
      (await client.query<{ name: string; hash: string }>('select name, hash from migrations')).rows.map((row) => [row.name, row.hash]),
    );
    const files = readdirSync(folder)
      .filter((file) => /^\d{14}-[a-z0-9-]+\.(js|ts)$/.test(file))
      .sort();
    for (const file of files) {
      const name = file.replace(/\.(js|ts)$/, '');
      const { up } = (await import(pathToFileURL(join(folder, file)).href)) as { up: string };
      const hash = createHash('sha256').update(up).digest('hex');
      const before = known.get(name);
      if (before && before !== hash) throw new Error(`The migration ${name} was changed after it ran; write a new one.`);
      if (before) continue;
      await client.query('begin');
      try {
        await client.query(up);
        await client.query('insert into migrations (name, hash) values ($1, $2)', [name, hash]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`The migration ${name} failed`, { cause: error });
      }
      ran.push(name);
    }
    return ran;
  } finally {
    await client.end();
  }
}
