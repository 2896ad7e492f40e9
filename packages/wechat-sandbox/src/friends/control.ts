import { ControlError } from '../control/base.js';
import { randomText } from '../crypto.js';
import { PayControl } from '../pay/control.js';
import { noteActivity } from '../weixin/activity.js';
import { type Opened, opened } from '../weixin/subscribe/control.js';
import type { FriendMessage } from './types.js';

/** What the mini program's onShareAppMessage gives. */
export interface SharedCard {
  title: string;
  /** With its query, with or without the slash before it. */
  path: string;
  /** Empty for a card without a picture. */
  imageUrl?: string;
}

/** Customers who write to each other and share the mini program's cards. */
export class FriendsControl extends PayControl {
  /** Writes to a friend. */
  async tellFriend(customerId: string | undefined, friendId: string, content: string): Promise<FriendMessage> {
    if (content.trim() === '') throw new ControlError(400, 'A text is not empty.');
    return this.send(customerId, friendId, 'text', { content });
  }

  /** Shares a card of the mini program (转发) into the chat with a friend. */
  async shareCard(customerId: string | undefined, friendId: string, { title, path, imageUrl = '' }: SharedCard): Promise<FriendMessage> {
    if (title === '') throw new ControlError(400, 'A card has a title.');
    return this.send(customerId, friendId, 'card', { title, path: path.replace(/^\//, ''), imageUrl });
  }

  /** All that this customer wrote to friends and got from them, oldest first. */
  async friendMessages(customerId?: string): Promise<FriendMessage[]> {
    const { id } = this.find(customerId);
    return structuredClone(this.world.state.friendMessages.filter(({ from, to }) => from === id || to === id));
  }

  /** A customer taps a card in the chat with a friend (scene 1007): page and query that the mini program opens with. */
  async openSharedCard(messageId: string, customerId?: string): Promise<Opened> {
    const message = this.world.state.friendMessages.find(({ id, type }) => id === messageId && type === 'card');
    if (!message) throw new ControlError(404, `There is no card ${messageId}.`);
    const customer = this.find(customerId ?? message.to);
    if (customer.id !== message.from && customer.id !== message.to) throw new ControlError(404, `There is no card ${messageId}.`);
    noteActivity(this.world, customer.openid);
    this.world.changed();
    return opened(message.content.path ?? '', 'release', 1007);
  }

  /** The customer has seen a chat: a friend's (their id), or one of WeChat's own: `service`, `shop`, `pay`. */
  async readChat(customerId: string | undefined, chat: string): Promise<void> {
    const { id } = this.find(customerId);
    (this.world.state.readUntil[id] ??= {})[chat] = this.world.clock.now();
    this.world.changed();
  }

  private send(
    customerId: string | undefined,
    friendId: string,
    type: FriendMessage['type'],
    content: Record<string, string>,
  ): FriendMessage {
    const from = this.find(customerId);
    const to = this.find(friendId);
    if (from.id === to.id) throw new ControlError(400, 'Nobody writes to themselves.');
    const message: FriendMessage = { id: randomText(12), from: from.id, to: to.id, type, content, at: this.world.clock.now() };
    this.world.state.friendMessages.push(message);
    this.world.changed();
    return structuredClone(message);
  }
}
