/** A file that was uploaded, or sent by a customer. */
export interface Media {
  mediaId: string;
  /** `image/jpeg` and so on, from the bytes themselves. */
  mime: string;
  fileName: string;
  bytes: number;
  createdAt: number;
}

/** What stands in the chat between a customer and the shop. */
export interface ChatEntry {
  id: string;
  openid: string;
  /** `wechat` says what neither of them said. */
  from: 'customer' | 'shop' | 'wechat';
  type: 'text' | 'image' | 'link' | 'miniprogrampage' | 'enter' | 'notice';
  /** By type: content · mediaId, url · title, description, url, thumbUrl · title, pagePath, thumbMediaId, thumbUrl · sessionFrom. */
  content: Record<string, string>;
  at: number;
  /** The push that told the shop; null for what the shop itself said. */
  pushId: string | null;
  /** Whether the shop handed it to the people at the customer-service tool (transfer_customer_service). */
  transferred: boolean;
  /** Whether the shop marked it as an AI's answer. */
  ai: boolean;
}

/** How many messages the shop may still send until when. */
export interface ChatWindow {
  until: number;
  left: number;
}

/** What a customer's last actions allow the shop (下发条数限制). */
export interface ChatWindows {
  /** After a message: five within 48 hours. */
  message: ChatWindow | null;
  /** After entering the session: two within a minute. */
  enter: ChatWindow | null;
  /** When the customer last did something. */
  lastAt: number;
  /** Until when the customer sees that the shop is typing. */
  typingUntil: number;
}
