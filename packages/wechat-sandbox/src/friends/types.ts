/** What one customer sends another in a chat of their own; the shop sees nothing of it. */
export interface FriendMessage {
  id: string;
  /** Customer ids. */
  from: string;
  to: string;
  type: 'text' | 'card';
  /** By type: content · title, path, imageUrl. */
  content: Record<string, string>;
  at: number;
}

/** What the people with phones in hand keep among themselves. Times are milliseconds on the sandbox's clock. */
export interface FriendsState {
  /** Of all customers, oldest first. */
  friendMessages: FriendMessage[];
  /** By customer id and chat: until when it was read. */
  readUntil: Record<string, Record<string, number>>;
}

export const emptyFriendsState = (): FriendsState => ({ friendMessages: [], readUntil: {} });
