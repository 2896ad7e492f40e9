/** What content security thinks; labels of §8.1. */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

/** A verdict that holds for the next `count` checks, whatever is in them. */
export type PlannedVerdict = Verdict & { count: number };

/** A picture or sound that WeChat was asked about. */
export interface MediaCheck {
  traceId: string;
  openid: string;
  url: string;
  askedAt: number;
  /** Whether the event was sent. */
  done: boolean;
}
