import { face, fill, focused, make, post, yuan } from './dom.js';
import { say } from './words.js';
import { refresh, world } from './world.js';

/** What closes the sheet that a phone shows now. */
const open = new WeakMap();

/**
 * Opens a dialog over a phone's screen and waits for one of its buttons. It is modal to the
 * phone, not to the page: the rest of the desk stays in use, as a desk around a real phone does.
 * @param name the dialog's part
 * @param choices part of a button → answer
 * @param otherwise the answer of Escape, of a click beside it and of being closed by another
 */
export function ask(phone, name, choices, otherwise) {
  const dialog = phone.part(name);
  return new Promise((resolve) => {
    const stop = new AbortController();
    const { signal } = stop;
    const before = focused();
    const answer = (value) => {
      stop.abort();
      open.delete(phone);
      dialog.close();
      cover(phone, false);
      before?.focus();
      resolve(value);
    };
    open.get(phone)?.();
    open.set(phone, () => answer(otherwise));
    for (const [button, value] of Object.entries(choices)) phone.part(button).addEventListener('click', () => answer(value), { signal });
    phone.root.addEventListener('keydown', (event) => event.key === 'Escape' && answer(otherwise), { signal });
    phone.part('shade').addEventListener('click', () => answer(otherwise), { signal });
    dialog.pick = answer;
    dialog.show();
    cover(phone, true);
  });
}

/** Dims what lies under a sheet and takes it out of reach. */
function cover(phone, covered) {
  phone.part('shade').hidden = !covered;
  phone.part('screen').inert = covered;
}

/** WeChat's plain question with one answer. */
export function alert(phone, title, text) {
  phone.part('alert-title').textContent = title;
  phone.part('alert-text').textContent = text;
  return ask(phone, 'alert', { 'alert-ok': true }, true);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * `wx.requestPayment`: checks the signed parameters, shows the sheet, does what the customer says.
 * @returns `errMsg` in WeChat's words
 */
export async function requestPayment(phone, params) {
  const customerId = phone.id;
  const sheet = await post('/sandbox/sheet', { customerId, params });
  if (sheet.errMsg) {
    await alert(phone, say('payRefused'), sheet.message);
    return sheet.errMsg;
  }
  phone.part('pay-payee').textContent = sheet.payee;
  phone.part('pay-amount').textContent = yuan(sheet.amountFen);
  phone.part('pay-what').textContent = sheet.description;
  phone.part('pay-done').hidden = true;
  const ends = [...phone.part('pay-ends').querySelectorAll('input')];
  for (const end of ends) {
    // Radios of one page share their names: each phone's sheet has a name of its own.
    end.name = `end-${customerId}`;
    end.checked = end.value === 'pay';
  }
  const confirmed = await ask(phone, 'pay', { 'pay-confirm': true, 'pay-close': false }, false);
  const outcome = confirmed ? (ends.find((end) => end.checked)?.value ?? 'pay') : 'cancel';
  const { result, message, errMsg } = await post('/sandbox/payments', { customerId, params, outcome });
  if (result === 'ok') await showDone(phone);
  if (result === 'fail') await alert(phone, say('payRefused'), message);
  return errMsg;
}

async function showDone(phone) {
  phone.part('pay-done').hidden = false;
  phone.part('pay').show();
  cover(phone, true);
  await pause(900);
  phone.part('pay').close();
  cover(phone, false);
}

/**
 * `wx.requestSubscribeMessage`: what was kept is answered by itself, the rest is asked; one tick for each template.
 * @returns `errMsg` and, for each template id, accept, reject or filter
 */
export async function requestSubscribe(phone, templateIds) {
  const customerId = phone.id;
  const prompt = await post('/sandbox/subscribe/prompt', { customerId, templateIds });
  if (!Array.isArray(prompt)) return prompt;
  const asked = prompt.filter((one) => !one.filtered && one.keep === null);
  const answers = Object.fromEntries(prompt.map((one) => [one.templateId, one.keep ?? 'reject']));
  if (asked.length > 0) {
    phone.part('subscribe-title').textContent = `${world.shop.name} ${say('subscribeTitle')}`;
    phone.part('subscribe-keep').checked = false;
    phone
      .part('subscribe-templates')
      .replaceChildren(
        ...asked.map((one) =>
          make(
            'li',
            {},
            make(
              'label',
              {},
              make('input', { type: 'checkbox', checked: true, value: one.templateId }),
              make('span', { textContent: one.title }),
            ),
          ),
        ),
      );
    const allowed = await ask(phone, 'subscribe', { 'subscribe-allow': true, 'subscribe-reject': false }, false);
    const keep = phone.part('subscribe-keep').checked;
    for (const box of phone.part('subscribe-templates').querySelectorAll('input')) {
      const accepted = allowed && box.checked;
      answers[box.value] = accepted ? (keep ? 'always' : 'accept') : keep ? 'never' : 'reject';
    }
  }
  return post('/sandbox/subscribe', { customerId, answers });
}

/** Buttons with the pictures of codes. */
export const codeButtons = (codes, pick) =>
  codes
    .toReversed()
    .map((code) =>
      make(
        'button',
        { type: 'button', className: 'code', onclick: () => pick(code), title: code.path },
        make('img', { src: code.imageUrl, alt: '', loading: 'lazy', width: 96, height: 96 }),
        make('b', { textContent: code.title }),
        make('small', { textContent: code.page }),
      ),
    );

/** `wx.scanCode` and the phone's own scanner: the code that was chosen, or null. */
export function scan(phone, codes) {
  fill(
    phone.part('scan-codes'),
    codeButtons(codes, (code) => phone.part('scan').pick(code)),
    say('noCodes'),
  );
  return ask(phone, 'scan', { 'scan-cancel': null }, null);
}

/** How a card of the mini program looks, in a chat and before it is sent. */
export const cardFace = (card) =>
  make(
    'span',
    { className: 'card-face' },
    make('span', { className: 'card-from', textContent: world.shop.name }),
    make('b', { textContent: card.title }),
    card.picture
      ? make('img', { src: card.picture, alt: '', loading: 'lazy' })
      : make('span', { className: 'card-blank', textContent: [...world.shop.name][0] ?? '', attributes: { 'aria-hidden': 'true' } }),
    make('small', { textContent: say('program') }),
  );

/** 转发: the friend whom the card was sent to, or null. */
export async function share(phone, card) {
  phone.part('share-card').replaceChildren(cardFace({ title: card.title, picture: card.imageUrl }));
  fill(
    phone.part('share-friends'),
    world.customers
      .map((customer, index) => ({ customer, index }))
      .filter(({ customer }) => customer.id !== phone.id)
      .map(({ customer, index }) =>
        make(
          'li',
          {},
          make(
            'button',
            { type: 'button', onclick: () => phone.part('share').pick(customer) },
            face(customer.nickname, index),
            make('b', { textContent: customer.nickname }),
          ),
        ),
      ),
    say('noFriends'),
  );
  const friend = await ask(phone, 'share', { 'share-cancel': null }, null);
  if (!friend) return null;
  await post('/sandbox/friends/card', { customerId: phone.id, friendId: friend.id, ...card });
  phone.banner(`${say('sharedTo')} ${friend.nickname}`);
  await refresh();
  return friend;
}
