import type { StoredToken, TokenStore, WechatResult } from '@pailou/wechat';
import type { Clock } from '../../kernel/time.js';
import type { Database } from '../database/database.js';

/** So long a process believes what it knows, milliseconds; then it looks whether another has refreshed the token. */
const knownForMs = 60_000;

/** The access token that all processes share: kept in PostgreSQL, fetched by one of them at a time. */
export class SharedTokens implements TokenStore {
  private readonly key: string;
  /** Saves the query for each call; another process's refresh is found when WeChat refuses this one. */
  private known: StoredToken | null = null;
  private knownSince = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    appid: string,
  ) {
    this.key = `wechat.access_token:${appid}`;
  }

  async read(): Promise<StoredToken | null> {
    if (!this.usable(this.known) || this.clock.now().getTime() - this.knownSince > knownForMs) this.know(await this.stored());
    return this.usable(this.known) ? this.known : null;
  }

  private know(token: StoredToken | null): void {
    this.known = token;
    this.knownSince = this.clock.now().getTime();
  }

  /** Fetches a new token unless another process has put one there that is not `stale`. */
  async refresh(stale: string | null, fetchNew: () => Promise<WechatResult<StoredToken>>): Promise<WechatResult<StoredToken>> {
    const client = await this.database.pool.connect();
    try {
      // A lock of the session, not of a transaction: nothing outside is called inside one.
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [this.key]);
      try {
        const stored = await this.stored();
        if (this.usable(stored) && stored?.token !== stale) {
          this.know(stored);
          return { ok: true, value: stored as StoredToken };
        }
        const fresh = await fetchNew();
        if (!fresh.ok) return fresh;
        await client.query(
          'insert into shared_values (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value, updated_at = now()',
          [this.key, JSON.stringify({ token: fresh.value.token, expiresAt: fresh.value.expiresAt.toISOString() })],
        );
        this.know(fresh.value);
        return fresh;
      } finally {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [this.key]);
      }
    } finally {
      client.release();
    }
  }

  private usable(token: StoredToken | null): boolean {
    return token !== null && token.expiresAt > this.clock.now();
  }

  private async stored(): Promise<StoredToken | null> {
    const [row] = await this.database.query<{ value: { token: string; expiresAt: string } }>(
      'shared-values.one',
      'select value from shared_values where key = $1',
      [this.key],
    );
    return row ? { token: row.value.token, expiresAt: new Date(row.value.expiresAt) } : null;
  }
}
