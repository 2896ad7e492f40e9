/** A URL scheme, URL link or short link. */
export interface Link {
  kind: 'scheme' | 'link' | 'short';
  /** What the shop received: `weixin://…`, `https://…` or `#小程序://…`. */
  url: string;
  /** Page without query. */
  path: string;
  query: string;
  envVersion: string;
  createdAt: number;
  /** Null for a permanent short link. */
  expiresAt: number | null;
}
