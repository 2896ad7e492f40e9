import { config, queryValue } from '../config';
import { textScale } from '../text-scale';
import { answerHost, askHost, onPhone } from './host';
import { showPaymentSheet } from './payment-sheet';
import type { PaymentOutcome, Platform, ShareCard } from './platform';

/** Asks the stand-in for WeChat; the words say what to do when there is none. */
async function askSandbox(path: string, body: object): Promise<Record<string, unknown>> {
  if (!config.sandbox) throw new Error('No sandbox: open this page with ?sandbox=<origin>&customer=<id>.');
  const answer = await fetch(config.sandbox + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to ${path}.`);
  return (await answer.json()) as Record<string, unknown>;
}

async function oneTimeCode(path: string): Promise<string> {
  const { code } = await askSandbox(path, { customerId: config.customer });
  if (typeof code !== 'string') throw new Error(`The sandbox gave no code for ${path}.`);
  return code;
}

/** A picture's address as a page of another origin needs it; nothing stays nothing. */
const absolute = (url: string) => (url ? new URL(url, window.location.href).href : '');

/** `requestPayment:ok` and its two failures, as WeChat words them. */
export function paymentOutcome(errMsg: unknown): PaymentOutcome {
  if (errMsg === 'requestPayment:ok') return 'paid';
  return String(errMsg).includes('cancel') ? 'cancelled' : 'failed';
}

/** What a page keeps of its `onShareAppMessage`: Vue's list of hooks, which h5 itself never calls. */
interface SharingPage {
  $vm?: { $?: { onShareAppMessage?: ((from: { from: string }) => Partial<ShareCard>)[] } };
}

/** The card of the page in front, as WeChat's menu asks for it; null where the page cannot be shared. */
function cardOfPage(): ShareCard | null {
  const page = getCurrentPages().at(-1) as SharingPage | undefined;
  const card = page?.$vm?.$?.onShareAppMessage?.[0]?.({ from: 'menu' });
  if (!card?.title || !card.path) return null;
  return { title: card.title, path: card.path.replace(/^\//, ''), imageUrl: absolute(card.imageUrl ?? '') };
}
if (typeof window !== 'undefined' && onPhone()) answerHost('pailou:shareCard', () => ({ card: cardOfPage() }));

/** The stand-in for WeChat behind the h5 build. */
export const platform: Platform = {
  login: () => oneTimeCode('/sandbox/login'),
  async pay(params) {
    if (onPhone()) {
      const answer = await askHost('pailou:requestPayment', { params });
      return paymentOutcome(answer.errMsg);
    }
    const outcome = await showPaymentSheet();
    const { errMsg } = await askSandbox('/sandbox/pay', {
      ...params,
      customerId: config.customer,
      prepayId: params.package.replace(/^prepay_id=/, ''),
      outcome,
    });
    return paymentOutcome(errMsg);
  },
  async requestSubscribe(templateIds) {
    // A page that stands alone has nobody to ask.
    if (!onPhone()) return {};
    const answer = await askHost('pailou:requestSubscribe', { templateIds });
    return Object.fromEntries(templateIds.flatMap((id) => (typeof answer[id] === 'string' ? [[id, answer[id]]] : [])));
  },
  async scan() {
    if (onPhone()) {
      const { path, result } = await askHost('pailou:scanCode', {});
      const scanned = path ?? result;
      return typeof scanned === 'string' ? scanned : null;
    }
    return window.prompt('pages/menu/index?scene=…');
  },
  async phoneNumber() {
    if (onPhone() && (await askHost('pailou:getPhoneNumber', {})).errMsg !== 'getPhoneNumber:ok') return null;
    return oneTimeCode('/sandbox/phone-number');
  },
  phoneButton: false,
  async share({ title, path, imageUrl }) {
    if (onPhone()) {
      const { errMsg } = await askHost('pailou:share', { card: { title, path, imageUrl: absolute(imageUrl) } });
      return errMsg === 'shareAppMessage:ok' ? 'sent' : 'given up';
    }
    const url = `${window.location.origin}${window.location.pathname}${window.location.search}#/${path}`;
    if (navigator.share)
      return navigator.share({ title, url }).then(
        () => 'sent',
        () => 'given up',
      );
    await navigator.clipboard.writeText(url);
    return 'copied';
  },
  async contact({ sessionFrom, card }) {
    // A page that stands alone only tells the shop of the visit: the chat itself is on the phone.
    if (onPhone()) await askHost('pailou:contact', { sessionFrom, card: card && { ...card, imageUrl: absolute(card.imageUrl) } });
    else await askSandbox('/sandbox/chat/enter', { customerId: config.customer, sessionFrom });
  },
  readingScale() {
    const probe = document.createElement('span');
    probe.style.fontSize = 'medium';
    document.body.append(probe);
    const px = parseFloat(getComputedStyle(probe).fontSize);
    probe.remove();
    return textScale(px, 16);
  },
  async agreePrivacy() {
    if (onPhone()) await askHost('pailou:agreePrivacy', {});
  },
  async locate() {
    if (onPhone()) {
      const { latitude, longitude } = await askHost('pailou:getLocation', {});
      return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
    }
    const [latitude, longitude] = ['lat', 'lng'].map((name) => Number(queryValue(window.location.search, name)));
    if (latitude && longitude) return { latitude, longitude };
    return new Promise((resolve) => {
      uni.getLocation({
        type: 'wgs84',
        success: (found) => resolve({ latitude: found.latitude, longitude: found.longitude }),
        fail: () => resolve(null),
      });
    });
  },
};
