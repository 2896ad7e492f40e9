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
/** How the customer came to customer service: what the shop is told, and a card that is offered to be sent. */
export interface ContactWish {
  /** `session-from`: the shop hears it with the visit; at most 1000 characters. */
  sessionFrom: string;
  /** Offered in the chat (`show-message-card`). */
  card: ShareCard | null;
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
  /** Whether it was sent to a friend or its address copied; null where only the platform's own button can share. */
  readonly share: ((card: ShareCard) => Promise<'sent' | 'copied' | 'given up'>) | null;
  /** Opens the chat with the shop; null where only the platform's own button (`open-type="contact"`) can. */
  readonly contact: ((wish: ContactWish) => Promise<void>) | null;
  /**
   * Says that the customer agreed on our own privacy sheet. In WeChat the sheet's button says it by itself
   * (`agreePrivacyAuthorization`); until then WeChat asks in its own words whatever is about to be told.
   */
  agreePrivacy(): Promise<void>;
  /** How much larger than usual the person reads, by WeChat's settings or the browser's: 1 to 1.4. */
  readingScale(): number;
  /** The person's position; null when refused or unknown. */
  locate(): Promise<Position | null>;
}
