import type { PaymentParams } from '@pailou/contracts';

export interface Position {
  latitude: number;
  longitude: number;
}
export interface ShareCard {
  title: string;
  path: string;
  imageUrl: string;
}
/** What the native button of a phone number hands over. */
export interface PhoneDetail {
  code?: string;
  errMsg?: string;
}
export type PaymentOutcome = 'paid' | 'cancelled' | 'failed';

/**
 * What only the surroundings can do. Chosen at build time: WeChat in the mini program,
 * the sandbox in a browser.
 */
export interface Platform {
  /** A one-time code for `POST /storefront/sign-in`. */
  login(): Promise<string>;
  /** Shows the payment sheet. `paid` is only what the client saw: the server is asked after. */
  pay(params: PaymentParams): Promise<PaymentOutcome>;
  /**
   * Asks to be allowed one message of each template; call it in a tap. What was answered, in WeChat's words by
   * template id; empty when nothing could be asked.
   */
  requestSubscribe(templateIds: string[]): Promise<Record<string, string>>;
  /** The path inside a scanned mini-program code (`pages/menu/index?scene=…`); null when given up. */
  scan(): Promise<string | null>;
  /** The one-time code for `POST /storefront/me/phone`; null when refused. */
  phoneNumber(detail: PhoneDetail): Promise<string | null>;
  /** True when the phone number must come from the platform's own button. */
  readonly phoneButton: boolean;
  /** Null where only the platform's own button can share. */
  readonly share: ((card: ShareCard) => Promise<void>) | null;
  /** The person's position; null when refused or unknown. */
  locate(): Promise<Position | null>;
}
