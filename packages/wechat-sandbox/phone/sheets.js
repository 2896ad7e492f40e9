import { $, fill, make, post, yuan } from './dom.js';
import { say } from './words.js';

let hideBanner;
/** Says something at the top of the phone for a moment. */
export function banner(text) {
  $('banner').textContent = text;
  $('banner').hidden = false;
  clearTimeout(hideBanner);
  hideBanner = setTimeout(() => ($('banner').hidden = true), 2400);
}

/**
 * Opens a dialog over the phone's screen and waits for one of its buttons. It is modal to the
 * phone, not to the page: the panels beside it stay in use, as a desk beside a real phone does.
 * @param choices button id → answer
 * @param otherwise the answer of Escape, of a click beside it and of being closed by another
 */
export function ask(id, choices, otherwise) {
  const dialog = $(id);
  return new Promise((resolve) => {
    const stop = new AbortController();
    const { signal } = stop;
    const before = document.activeElement;
    const answer = (value) => {
      stop.abort();
      dialog.close();
      cover(false);
      before?.focus?.();
      resolve(value);
    };
    closeOpen();
    closeOpen = () => answer(otherwise);
    for (const [button, value] of Object.entries(choices)) $(button).addEventListener('click', () => answer(value), { signal });
    addEventListener('keydown', (event) => event.key === 'Escape' && answer(otherwise), { signal });
    $('shade').addEventListener('click', () => answer(otherwise), { signal });
    signal.addEventListener('abort', () => (closeOpen = () => undefined));
    dialog.pick = answer;
    dialog.show();
    cover(true);
  });
}

let closeOpen = () => undefined;

/** Dims the mini program and takes it out of reach. */
function cover(covered) {
  $('shade').hidden = !covered;
  $('screen').inert = covered;
}

/** WeChat's plain question with one answer. */
export function alert(title, text) {
  $('alert-title').textContent = title;
  $('alert-text').textContent = text;
  return ask('alert', { 'alert-ok': true }, true);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * `wx.requestPayment`: checks the signed parameters, shows the sheet, does what the customer says.
 * @returns `errMsg` in WeChat's words
 */
export async function requestPayment(customerId, params) {
  const sheet = await post('/sandbox/sheet', { customerId, params });
  if (sheet.errMsg) {
    await alert(say('payRefused'), sheet.message);
    return sheet.errMsg;
  }
  $('pay-payee').textContent = sheet.payee;
  $('pay-amount').textContent = yuan(sheet.amountFen);
  $('pay-what').textContent = sheet.description;
  $('pay-done').hidden = true;
  const outcome = await ask('pay', { 'pay-confirm': 'pay', 'pay-fail': 'fail', 'pay-close': 'cancel' }, 'cancel');
  const { result, message, errMsg } = await post('/sandbox/payments', { customerId, params, outcome });
  if (result === 'ok') await showDone();
  if (result === 'fail') await alert(say('payRefused'), message);
  return errMsg;
}

/**
 * `wx.requestSubscribeMessage`: what was kept is answered by itself, the rest is asked; one tick for each template.
 * @returns `errMsg` and, for each template id, accept, reject or filter
 */
export async function requestSubscribe(customerId, templateIds, shopName) {
  const prompt = await post('/sandbox/subscribe/prompt', { customerId, templateIds });
  if (!Array.isArray(prompt)) return prompt;
  const asked = prompt.filter((one) => !one.filtered && one.keep === null);
  const answers = Object.fromEntries(prompt.map((one) => [one.templateId, one.keep ?? 'reject']));
  if (asked.length > 0) {
    $('subscribe-title').textContent = `${shopName} ${say('subscribeTitle')}`;
    $('subscribe-keep').checked = false;
    $('subscribe-templates').replaceChildren(
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
    const allowed = await ask('subscribe', { 'subscribe-allow': true, 'subscribe-reject': false }, false);
    const keep = $('subscribe-keep').checked;
    for (const box of $('subscribe-templates').querySelectorAll('input')) {
      const accepted = allowed && box.checked;
      answers[box.value] = accepted ? (keep ? 'always' : 'accept') : keep ? 'never' : 'reject';
    }
  }
  return post('/sandbox/subscribe', { customerId, answers });
}

async function showDone() {
  $('pay-done').hidden = false;
  $('pay').show();
  cover(true);
  await pause(900);
  $('pay').close();
  cover(false);
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
export function scan(codes) {
  fill(
    $('scan-codes'),
    codeButtons(codes, (code) => $('scan').pick(code)),
    say('noCodes'),
  );
  return ask('scan', { 'scan-cancel': null }, null);
}
