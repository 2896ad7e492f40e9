import { ControlBase, ControlError } from '../../control/base.js';
import { noteActivity } from '../activity.js';
import { lengthOf } from '../api.js';
import { newMsgId, pushEvent, pushToShop } from '../push/deliver.js';
import { weixinSettings } from '../settings.js';
import { type Opened, opened } from '../subscribe/control.js';
import { keepMedia, mediaOf, mediaUrl, mimeOf } from './media.js';
import { addEntry, renewWindow, windowsOf } from './session.js';
import type { ChatEntry, ChatWindow } from './types.js';

/** A card that a customer sends from the mini program (show-message-card). */
export interface ChatCard {
  title: string;
  /** With its query. */
  pagePath: string;
  /** The cover's bytes; a card without one when absent. */
  thumb?: Buffer;
}

/** The chat as the customer sees it, and what the shop may still send. */
export interface ChatView {
  entries: ChatEntry[];
  /** Whether "typing" is shown. */
  typing: boolean;
  windows: { message: ChatWindow | null; enter: ChatWindow | null };
}

/** The customer in the chat of 客服消息. */
export class ChatControl extends ControlBase {
  /** Enters the session by `<button open-type="contact">`; the shop hears `user_enter_tempsession`. */
  async enterChat(customerId?: string, sessionFrom = ''): Promise<ChatEntry> {
    if (lengthOf(sessionFrom) > weixinSettings(this.world).sessionFromMax) throw new ControlError(400, 'session-from is too long.');
    const { openid } = this.find(customerId);
    noteActivity(this.world, openid);
    renewWindow(this.world, openid, 'enter');
    const push = pushEvent(this.world, openid, 'user_enter_tempsession', { SessionFrom: sessionFrom });
    return structuredClone(addEntry(this.world, openid, 'customer', 'enter', { sessionFrom }, { pushId: push.id }));
  }

  /** Writes a text. */
  async chatText(customerId: string | undefined, content: string): Promise<ChatEntry> {
    if (content === '') throw new ControlError(400, 'A text is not empty.');
    return this.say(customerId, 'text', { Content: content }, { content });
  }

  /** Sends a picture: JPEG, PNG, GIF or BMP. */
  async chatImage(customerId: string | undefined, bytes: Buffer): Promise<ChatEntry> {
    const { mediaId, url } = this.picture(bytes);
    return this.say(customerId, 'image', { PicUrl: url, MediaId: mediaId }, { mediaId, url });
  }

  /** Sends a card of the mini program. */
  async chatCard(customerId: string | undefined, { title, pagePath, thumb }: ChatCard): Promise<ChatEntry> {
    const { mediaId, url } = thumb ? this.picture(thumb) : { mediaId: '', url: '' };
    const { appid } = this.world.credentials;
    const fields = { Title: title, AppId: appid, PagePath: pagePath, ThumbUrl: url, ThumbMediaId: mediaId };
    return this.say(customerId, 'miniprogrampage', fields, { title, pagePath, thumbMediaId: mediaId, thumbUrl: url });
  }

  /** Everything said so far, oldest first. */
  async chat(customerId?: string): Promise<ChatView> {
    const { openid } = this.find(customerId);
    const { message, enter, typingUntil } = windowsOf(this.world, openid);
    const entries = this.world.state.chat.filter((entry) => entry.openid === openid);
    return structuredClone({ entries, typing: typingUntil > this.world.clock.now(), windows: { message, enter } });
  }

  /** The customer taps a card in the chat (scene 1007). */
  async openChatCard(entryId: string): Promise<Opened> {
    const entry = this.world.state.chat.find((item) => item.id === entryId && item.type === 'miniprogrampage');
    if (!entry) throw new ControlError(404, `There is no card ${entryId}.`);
    noteActivity(this.world, entry.openid);
    return opened(entry.content.pagePath ?? '', 'release', 1007);
  }

  /** A file of the chat; null when it is unknown or expired. */
  async media(mediaId: string): Promise<{ mime: string; bytes: Buffer } | null> {
    const found = mediaOf(this.world, mediaId);
    return found && { mime: found.media.mime, bytes: found.bytes };
  }

  private picture(bytes: Buffer): { mediaId: string; url: string } {
    const mime = mimeOf(bytes);
    if (!mime) throw new ControlError(400, 'The picture is no JPEG, PNG, GIF or BMP.');
    const { mediaId } = keepMedia(this.world, bytes, mime, 'picture');
    return { mediaId, url: mediaUrl(this.world, mediaId) };
  }

  private say(
    customerId: string | undefined,
    type: 'text' | 'image' | 'miniprogrampage',
    fields: Record<string, string>,
    content: Record<string, string>,
  ): ChatEntry {
    const { openid } = this.find(customerId);
    renewWindow(this.world, openid, 'message');
    const push = pushToShop(this.world, openid, type, { ...fields, MsgId: newMsgId() });
    return structuredClone(addEntry(this.world, openid, 'customer', type, content, { pushId: push.id }));
  }
}
