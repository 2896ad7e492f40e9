import type { WechatResult } from '../result.js';

export interface StoredToken {
  token: string;
  /** A UTC instant after which it is not to be used. */
  expiresAt: Date;
}

/** Where the access token is kept. One shared by all processes spares WeChat and us a stampede. */
export interface TokenStore {
  /** The token that is known, or null. */
  read(): Promise<StoredToken | null>;
  /**
   * Gives a token other than `stale`: one that somebody else has stored meanwhile, or what `fetchNew` gives, which
   * runs in one place at a time.
   */
  refresh(stale: string | null, fetchNew: () => Promise<WechatResult<StoredToken>>): Promise<WechatResult<StoredToken>>;
}

/** Keeps the token in this process; parallel calls share one fetch. Room for any length: WeChat asks for 512 characters at least. */
export class MemoryTokenStore implements TokenStore {
  private known: StoredToken | null = null;
  private fetching: Promise<WechatResult<StoredToken>> | undefined;

  constructor(private readonly now: () => Date = () => new Date()) {}

  async read(): Promise<StoredToken | null> {
    return this.known;
  }

  refresh(stale: string | null, fetchNew: () => Promise<WechatResult<StoredToken>>): Promise<WechatResult<StoredToken>> {
    const { known } = this;
    if (known && known.token !== stale && known.expiresAt > this.now()) return Promise.resolve({ ok: true, value: known });
    this.fetching ??= fetchNew()
      .then((fresh) => {
        if (fresh.ok) this.known = fresh.value;
        return fresh;
      })
      .finally(() => (this.fetching = undefined));
    return this.fetching;
  }
}
