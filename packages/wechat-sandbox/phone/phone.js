import { askFrame, listen } from './bridge.js';
import { chatsOf, nameOf, previewOf } from './chats.js';
import { $, face, post } from './dom.js';
import { choosePlace, getLocation, getPhoneNumber } from './permits.js';
import { alert, ask, requestPayment, requestSubscribe, scan, share } from './sheets.js';
import { Wechat } from './wechat.js';
import { say, translate } from './words.js';
import { customerOf, now, refresh, shopOrigin, world } from './world.js';

let made = 0;

/** One phone on the desk: a customer's WeChat, and the mini program open in it. */
export class Phone {
  #openings = 0;
  #hideBanner;
  #seen = null;
  /** Since when the privacy guide was refused; WeChat leaves people in peace for a while. */
  privacyRefusedAt = 0;

  constructor(customerId) {
    this.id = customerId;
    this.root = $('phone').content.firstElementChild.cloneNode(true);
    made += 1;
    for (const element of this.root.querySelectorAll('[data-labelledby]')) {
      const title = this.part(element.dataset.labelledby);
      title.id = `${element.dataset.labelledby}-${made}`;
      element.setAttribute('aria-labelledby', title.id);
    }
    this.wechat = new Wechat(this);
    this.part('menu').onclick = () => void this.#actions();
    this.part('leave').onclick = () => this.wechat.show({ name: 'chats' });
    this.part('banner').onclick = () => this.#tapBanner?.();
    this.#stop = listen(this.part('program'), shopOrigin, this.#handlers());
    this.translate();
  }

  #stop;
  #tapBanner = null;

  /** The element of this part of this phone. */
  part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  get customer() {
    return customerOf(this.id);
  }

  /** Takes the phone off the desk. */
  remove() {
    this.#stop();
    this.root.remove();
  }

  translate() {
    translate(this.root);
    this.root.setAttribute('aria-label', `${say('phone')} · ${this.customer?.nickname ?? ''}`);
    this.part('program').title = `${say('program')} · ${this.customer?.nickname ?? ''}`;
    this.draw();
  }

  tick() {
    this.part('time').textContent = new Date(now()).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    this.wechat.tick();
  }

  draw() {
    const { customer } = this;
    if (!customer) return;
    const shown = face(customer.nickname, world.customers.indexOf(customer));
    shown.dataset.part = 'holder-face';
    this.part('holder-face').replaceWith(shown);
    this.part('holder-name').textContent = customer.nickname;
    this.part('no-program').hidden = world.shop.h5Url !== '';
    this.part('program').hidden = world.shop.h5Url === '';
    this.#announce();
    this.wechat.draw();
    this.tick();
  }

  /** Says at the top of the phone what came in meanwhile; a tap opens the chat. */
  #announce() {
    const chats = chatsOf(this.customer);
    const seen = new Map(chats.map(({ chat, last }) => [chat, last?.id]));
    const before = this.#seen;
    this.#seen = seen;
    if (!before) return;
    const news = chats.find(({ chat, last }) => last && !last.mine && last.id !== before.get(chat) && !this.wechat.shows(chat));
    if (news) this.banner(`${nameOf(news.chat)}：${previewOf(news.last)}`, () => this.wechat.show({ name: 'chat', chat: news.chat }));
  }

  /** Says something at the top of the phone for a moment. */
  banner(text, onTap = null) {
    this.part('banner').textContent = text;
    this.part('banner').disabled = onTap === null;
    this.part('banner').hidden = false;
    this.part('spoken').textContent = text;
    this.#tapBanner =
      onTap &&
      (() => {
        this.part('banner').hidden = true;
        onTap();
      });
    clearTimeout(this.#hideBanner);
    this.#hideBanner = setTimeout(() => (this.part('banner').hidden = true), onTap ? 5000 : 2400);
  }

  /** Opens a page of the mini program from cold, as WeChat does after a scan or a tap on a card. */
  openProgram(path = '') {
    this.wechat.hide();
    if (!world.shop.h5Url) return;
    this.#openings += 1;
    // The counter makes it another page: a change behind the # alone would not load anew.
    const query = new URLSearchParams({ sandbox: location.origin, customer: this.id, opening: String(this.#openings) });
    const url = `${world.shop.h5Url.replace(/\/$/, '')}/?${query}#/${path}`;
    // replace: the phone's openings are no steps of the browser's history.
    this.part('program').contentWindow.location.replace(url);
  }

  /** Opens what a tap on a card or a notification opens; `address` is the control API's. */
  async openCard(address) {
    try {
      const { path, query } = await post(address, { customerId: this.id });
      const search = new URLSearchParams(query).toString();
      this.openProgram(search ? `${path}?${search}` : path);
    } catch (error) {
      this.banner(error.message || say('unreachable'));
    }
  }

  scanned(code) {
    this.banner(`${say('scanned')} · ${code.title}`);
    this.openProgram(code.path);
  }

  /** The card of the page that the mini program shows; null where the page cannot be shared. */
  async pageCard() {
    const answer = await askFrame(this.part('program'), shopOrigin(), 'pailou:shareCard');
    return answer?.card ?? null;
  }

  /** A card to send in a chat: of the page in front, or of the mini program as a whole. */
  async anyCard() {
    return (await this.pageCard()) ?? { title: world.shop.name, path: world.shop.homePage, imageUrl: '' };
  }

  async #share() {
    const card = await this.pageCard();
    if (card) await share(this, card);
    else await alert(this, say('shareTitle'), say('notShared'));
  }

  move = () => choosePlace(this);

  async scan() {
    const code = await scan(this, world.codes);
    if (code) this.scanned(code);
  }

  async #actions() {
    const choices = { 'action-share': 'share', 'action-scan': 'scan', 'action-restart': 'restart', 'action-cancel': null };
    const wish = await ask(this, 'actions', choices, null);
    if (wish === 'restart') this.openProgram();
    if (wish === 'scan') await this.scan();
    if (wish === 'share') await this.#share();
  }

  /** What the mini program may ask of WeChat. Words of failure are WeChat's. */
  #handlers() {
    const guarded = (name, work) => async (message) => {
      try {
        return await work(message);
      } catch {
        this.banner(say('unreachable'));
        return { errMsg: `${name}:fail (no answer)` };
      } finally {
        void refresh();
      }
    };
    return {
      'pailou:requestPayment': guarded('requestPayment', async ({ params }) => ({ errMsg: await requestPayment(this, params) })),
      'pailou:requestSubscribe': guarded('requestSubscribeMessage', ({ templateIds }) => requestSubscribe(this, templateIds)),
      'pailou:scanCode': guarded('scanCode', async () => {
        await refresh();
        const code = await scan(this, world.codes);
        return code ? { errMsg: 'scanCode:ok', path: code.path } : { errMsg: 'scanCode:fail cancel' };
      }),
      'pailou:share': guarded('shareAppMessage', async ({ card }) => {
        const shared = await share(this, card);
        return { errMsg: shared ? 'shareAppMessage:ok' : 'shareAppMessage:fail cancel' };
      }),
      'pailou:contact': guarded('contact', async ({ sessionFrom, card }) => {
        await this.wechat.enterService(sessionFrom ?? '', card ?? null);
        return { errMsg: 'contact:ok' };
      }),
      'pailou:agreePrivacy': guarded('agreePrivacy', () =>
        post('/sandbox/handset/privacy', { customerId: this.id, answer: 'agree' }).then(() => ({ errMsg: 'agreePrivacy:ok' })),
      ),
      'pailou:getLocation': guarded('getLocation', () => getLocation(this)),
      'pailou:getPhoneNumber': guarded('getPhoneNumber', () => getPhoneNumber(this)),
    };
  }
}
