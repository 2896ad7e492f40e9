import { chatsOf, isTyping, itemsOf, nameOf, own, previewOf } from './chats.js';
import { face, focused, icon, make, post } from './dom.js';
import { drawItem, whenOf } from './items.js';
import { drawMe, readMe } from './me.js';
import { cardFace } from './sheets.js';
import { say } from './words.js';
import { now, refresh, world } from './world.js';

const lines = {
  back: ['m14.500 6-6 6 6 6'],
  scan: [
    'M4 8V5.500A1.500 1.500 0 0 1 5.500 4H8M16 4h2.500A1.500 1.500 0 0 1 20 5.500V8M20 16v2.500a1.500 1.500 0 0 1-1.500 1.500H16M8 20H5.500A1.500 1.500 0 0 1 4 18.500V16M4 12h16',
  ],
  picture: ['M4.500 5h15v14h-15z', 'm5 16 4.500-4.500 4 4 2.500-2.500 3.500 3.500', 'M15.500 9h.01'],
  card: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z', 'M14.500 8.500c-3 0-2.500 2.500-2.500 3.500s.500 3.500-2.500 3.500'],
  bell: ['M6.500 16.500V11a5.500 5.500 0 0 1 11 0v5.500l1.500 1.500H5zM10.500 20.500h3'],
  purse: [
    'M4 7h14.500A1.500 1.500 0 0 1 20 8.500v9a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500zM4 7l11-2.500V7',
    'M16.500 13h.01',
  ],
  person: ['M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z', 'M4.500 20c.500-4 3.500-6 7.500-6s7 2 7.500 6'],
  talk: ['M4 12c0-4 3.500-7 8-7s8 3 8 7-3.500 7-8 7c-1 0-2-.200-3-.500L5 20l.800-3C4.700 15.600 4 14 4 12Z'],
};
const ownLooks = { service: ['bell', '#2F7D4F'], pay: ['purse', '#3E6A8A'], shop: ['talk', '#C73E2B'] };

/** The picture beside a chat: a friend's letter, or WeChat's own sign. */
function chatFace(chat) {
  const look = ownLooks[chat];
  if (look) return make('span', { className: 'face', style: `background:${look[1]}` }, icon(lines[look[0]], 22));
  const index = world.customers.findIndex(({ id }) => id === chat);
  return face(nameOf(chat), index);
}

const iconButton = (name, label, onclick, part) => {
  const button = make(
    'button',
    { type: 'button', className: 'tool', onclick, attributes: { 'aria-label': say(label) } },
    icon(lines[name]),
  );
  if (part) button.dataset.part = part;
  return button;
};

/** WeChat around the mini program: the list of chats, and one chat. */
export class Wechat {
  /** null while the mini program is in front. */
  #screen = null;
  #drawn = '';
  #draft = '';
  /** The card that the shop's page offers to send (show-message-card). */
  #offer = null;

  constructor(phone) {
    this.phone = phone;
    this.root = phone.part('wechat');
  }

  /** Whether this chat is in front of the customer's eyes. */
  shows(chat) {
    return this.#screen?.name === 'chat' && this.#screen.chat === chat;
  }

  /** @param screen `{name: 'chats'}`, `{name: 'me'}` or `{name: 'chat', chat, fromProgram}` */
  show(screen) {
    this.#screen = screen;
    this.#drawn = '';
    this.#draft = '';
    this.root.hidden = false;
    this.phone.part('program').inert = true;
    this.phone.part('capsule').hidden = true;
    this.draw();
    this.root.querySelector('[data-first]')?.focus({ preventScroll: true });
  }

  /** Back to the mini program as it was left. */
  hide() {
    this.#screen = null;
    this.#offer = null;
    this.root.hidden = true;
    this.root.replaceChildren();
    this.phone.part('program').inert = false;
    this.phone.part('capsule').hidden = false;
  }

  /** The mini program's contact button: enters customer service, with a card to send if it offers one. */
  async enterService(sessionFrom, card) {
    await post('/sandbox/chat/enter', { customerId: this.phone.id, sessionFrom });
    this.#offer = card;
    this.show({ name: 'chat', chat: 'shop', fromProgram: true });
  }

  draw() {
    if (!this.#screen || !this.phone.customer) return;
    if (this.#screen.name === 'chats') this.#drawChats();
    else if (this.#screen.name === 'chat') this.#drawChat(this.#screen.chat);
    else if (this.#drawn === '') void this.#drawMe();
  }

  tick() {
    if (this.shows('shop')) this.#drawTitle();
  }

  #drawChats() {
    const { phone } = this;
    const chats = chatsOf(phone.customer);
    const key = JSON.stringify([document.documentElement.lang, chats.map(({ chat, last, unread }) => [chat, last?.id, unread])]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const held = this.root.contains(focused()) ? focused().dataset.chat : undefined;
    this.root.replaceChildren(
      make(
        'header',
        { className: 'bar' },
        make('span'),
        make('h2', { textContent: say('wechat') }),
        iconButton('scan', 'scanTitle', () => void phone.scan(), 'wechat-scan'),
      ),
      make(
        'div',
        { className: 'scroll' },
        make(
          'button',
          { type: 'button', className: 'recent', onclick: () => this.hide(), attributes: { 'data-first': '', 'data-part': 'resume' } },
          make('span', { className: 'shop-face', textContent: [...world.shop.name][0] ?? '', attributes: { 'aria-hidden': 'true' } }),
          make('b', { textContent: world.shop.name }),
          make('small', { textContent: say('program') }),
        ),
        make('ul', { className: 'chats' }, ...chats.map((one) => make('li', {}, this.#chatRow(one)))),
      ),
      this.#tabs('chats'),
    );
    if (held) this.root.querySelector(`[data-chat="${held}"]`)?.focus({ preventScroll: true });
  }

  /** 我: redrawn after each change made here, and not while somebody chooses. */
  async #drawMe() {
    this.#drawn = 'me';
    const { phone } = this;
    const read = await readMe(phone.customer).catch(() => null);
    if (this.#screen?.name !== 'me') return;
    const held = this.root.contains(focused()) ? focused().dataset.part : undefined;
    this.root.replaceChildren(
      make('header', { className: 'bar' }, make('span'), make('h2', { textContent: say('me') }), make('span')),
      make(
        'div',
        { className: 'scroll', tabIndex: 0, attributes: { role: 'region', 'aria-label': say('me') } },
        ...(read ? drawMe(phone, read, () => this.#drawMe()) : [make('p', { className: 'none', textContent: say('unreachable') })]),
      ),
      this.#tabs('me'),
    );
    (held ? phone.part(held) : this.root.querySelector('[aria-current]'))?.focus({ preventScroll: true });
  }

  #tabs(now) {
    const tab = (name, sign, words) =>
      make(
        'button',
        {
          type: 'button',
          onclick: () => this.show({ name }),
          attributes: { 'data-part': `tab-${name}`, ...(name === now && { 'aria-current': 'page' }) },
        },
        icon(lines[sign]),
        make('span', { textContent: say(words) }),
      );
    return make(
      'nav',
      { className: 'tabbar', attributes: { 'aria-label': `${say('wechat')} · ${this.phone.customer.nickname}` } },
      tab('chats', 'talk', 'wechat'),
      tab('me', 'person', 'me'),
    );
  }

  #chatRow({ chat, last, unread }) {
    return make(
      'button',
      { type: 'button', onclick: () => this.show({ name: 'chat', chat }), attributes: { 'data-chat': chat } },
      chatFace(chat),
      make('b', { textContent: nameOf(chat) }),
      make('time', { textContent: last ? whenOf(last.at) : '' }),
      make('span', {
        className: 'preview',
        textContent: last ? previewOf(last) : say(own.includes(chat) ? `${chat}Empty` : 'friendEmpty'),
      }),
      unread ? make('em', { textContent: String(unread), attributes: { 'aria-label': `${unread} ${say('unread')}` } }) : null,
    );
  }

  #drawChat(chat) {
    const { phone } = this;
    if (!this.root.querySelector(`.chat[data-of="${chat}"]`) || this.#drawn === '') this.#buildChat(chat);
    const items = itemsOf(phone.customer, chat);
    const key = JSON.stringify([document.documentElement.lang, items.map(({ id }) => id), this.#offer]);
    this.#drawTitle();
    if (key === this.#drawn) return;
    this.#drawn = key;
    const list = this.root.querySelector('.said');
    list.replaceChildren(
      ...(items.length
        ? items.map((item, index) => drawItem(phone, item, items[index - 1], item.mine ? this.#myFace() : chatFace(chat)))
        : [make('li', { className: 'none', textContent: say(own.includes(chat) ? `${chat}Empty` : 'friendEmpty') })]),
    );
    this.#drawOffer();
    const scroll = this.root.querySelector('.scroll');
    scroll.scrollTop = scroll.scrollHeight;
    this.#read(chat, items);
  }

  #myFace() {
    const { customer } = this.phone;
    return face(customer.nickname, world.customers.indexOf(customer));
  }

  /** The frame of a chat; it stays while words come and go, so that what one is writing is never lost. */
  #buildChat(chat) {
    const back = () => (this.#screen.fromProgram ? this.hide() : this.show({ name: 'chats' }));
    const backButton = iconButton('back', 'back', back, 'chat-back');
    const writes = chat === 'shop' || !own.includes(chat);
    this.root.replaceChildren(
      make('header', { className: 'bar' }, backButton, make('h2', { className: 'chat', attributes: { 'data-of': chat } }), make('span')),
      make(
        'div',
        { className: 'scroll', tabIndex: 0, attributes: { role: 'log', 'aria-label': nameOf(chat) } },
        make('ol', { className: writes ? 'said' : 'said told' }),
      ),
      ...(writes ? [make('div', { className: 'offer', hidden: true }), this.#composer(chat)] : []),
    );
    (this.root.querySelector('.composer input') ?? backButton).dataset.first = '';
  }

  #drawTitle() {
    const title = this.root.querySelector('.chat');
    if (!title) return;
    const { chat } = this.#screen;
    const typing = chat === 'shop' && isTyping(this.phone.customer, now());
    title.textContent = typing ? say('typing') : nameOf(chat);
  }

  #composer(chat) {
    const input = make('input', {
      type: 'text',
      maxLength: 600,
      value: this.#draft,
      oninput: () => (this.#draft = input.value),
      attributes: { 'aria-label': say('write'), placeholder: say('write'), autocomplete: 'off', 'data-part': 'chat-text' },
    });
    const form = make(
      'form',
      { className: 'composer' },
      ...(chat === 'shop' ? [this.#pictureButton()] : []),
      iconButton('card', 'sendCard', () => void this.#sendCard(chat), 'chat-card'),
      input,
      make('button', { type: 'submit', className: 'send', textContent: say('send'), attributes: { 'data-part': 'chat-send' } }),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      const content = input.value.trim();
      if (!content) return;
      this.#draft = input.value = '';
      void this.#say(chat, 'text', { content });
    };
    return form;
  }

  #pictureButton() {
    const file = make('input', {
      type: 'file',
      accept: 'image/png,image/jpeg,image/gif,image/bmp',
      className: 'hidden-file',
      tabIndex: -1,
      onchange: async () => {
        const [picked] = file.files;
        file.value = '';
        if (picked) await this.#say('shop', 'image', { image: await base64Of(picked) });
      },
      attributes: { 'data-part': 'chat-file', 'aria-hidden': 'true' },
    });
    return make(
      'span',
      { className: 'tool-slot' },
      iconButton('picture', 'sendPicture', () => file.click(), 'chat-picture'),
      file,
    );
  }

  async #say(chat, what, fields) {
    const customerId = this.phone.id;
    try {
      await (chat === 'shop'
        ? post(`/sandbox/chat/${what}`, { customerId, ...fields })
        : post(`/sandbox/friends/${what}`, { customerId, friendId: chat, ...fields }));
      await refresh();
    } catch (error) {
      this.phone.banner(error.message || say('unreachable'));
    }
  }

  /** Sends the card of the page where the customer was. */
  async #sendCard(chat, offered) {
    const card = offered ?? (await this.phone.anyCard());
    if (chat !== 'shop') return this.#say(chat, 'card', card);
    const thumb = await thumbOf(card.imageUrl);
    this.#offer = null;
    return this.#say(chat, 'card', { title: card.title, pagePath: card.path, ...(thumb && { thumb }) });
  }

  #drawOffer() {
    const place = this.root.querySelector('.offer');
    if (!place) return;
    const card = this.#offer;
    place.hidden = card === null;
    if (!card) return place.replaceChildren();
    place.replaceChildren(
      make('small', { textContent: say('offer') }),
      make(
        'button',
        { type: 'button', onclick: () => void this.#sendCard('shop', card), attributes: { 'data-part': 'chat-offer' } },
        cardFace({ title: card.title, picture: card.imageUrl }),
      ),
    );
  }

  #read(chat, items) {
    const until = world.readUntil[this.phone.id]?.[chat] ?? 0;
    if (items.some((item) => !item.mine && item.at > until))
      void post('/sandbox/friends/read', { customerId: this.phone.id, chat }).then(refresh, () => undefined);
  }
}

/** A file's bytes in base64. */
function base64Of(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** A card's picture as WeChat sends it, a JPEG of 520 × 416; nothing when the shop's server does not hand it over. */
async function thumbOf(url) {
  if (!url) return '';
  try {
    const picture = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(520, 416);
    const scale = Math.max(520 / picture.width, 416 / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    canvas.getContext('2d').drawImage(picture, (520 - width) / 2, (416 - height) / 2, width, height);
    return base64Of(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 }));
  } catch {
    return '';
  }
}
