import type { OrderView, PageOf, QuoteInput, SubmitOrder } from '@pailou/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { Offline } from '@pailou/client';
import { newKey } from '@/lib/ids';
import { fresh, keep, type Kept, type Seen } from '@/lib/kept';
import { orderAgain } from '@/lib/order-again';
import { platform } from '@/lib/platform';
import type { PaymentOutcome } from '@/lib/platform/platform';
import { load } from '@/lib/storage';
import { useCart } from './cart';
import { useSession } from './session';
import { useSettings } from './settings';
import { useStore } from './store';

/** Ordering and paying: what checkout and order pages share. */
export const useOrders = defineStore('orders', () => {
  const session = useSession();
  const { client } = session;
  /** The same wish sent again carries the same key, so it is one order whatever the network does. */
  let sent = { body: '', key: '' };

  const quote = (input: QuoteInput) => client.post('/storefront/quotes', { body: input, open: true });
  /** The newest orders; without a network, those seen last. */
  const newest = (): Promise<Seen<PageOf<OrderView>>> => fresh('orders', () => list(null));
  const list = (cursor: string | null) => client.get('/storefront/orders', { query: { limit: 20, cursor } });

  /** An order; without a network as it was seen last, by itself or in the list. */
  async function find(id: string): Promise<Seen<OrderView>> {
    try {
      const value = await client.get('/storefront/orders/{id}', { params: { id } });
      keep('order', value);
      return { value, since: null };
    } catch (error) {
      const kept = error instanceof Offline ? seenBefore(id) : null;
      if (!kept) throw error;
      return { value: kept.value, since: kept.at };
    }
  }
  function seenBefore(id: string): Kept<OrderView> | null {
    const last = load<Kept<OrderView>>('order');
    const page = load<Kept<PageOf<OrderView>>>('orders');
    const value = page?.value.items.find((one) => one.id === id);
    const inList = page && value ? { at: page.at, value } : null;
    if (last?.value.id !== id) return inList;
    return inList && inList.at > last.at ? inList : last;
  }
  const cancel = (id: string) => client.post('/storefront/orders/{id}/cancel', { params: { id } });
  /** Asks WeChat through the server whether it was paid. */
  const check = (id: string) => client.post('/storefront/orders/{id}/check-payment', { params: { id } });

  async function submit(input: SubmitOrder): Promise<OrderView> {
    const body = JSON.stringify(input);
    if (sent.body !== body) sent = { body, key: newKey() };
    const order = await client.post('/storefront/orders', { body: input, idempotencyKey: sent.key });
    sent = { body: '', key: '' };
    return order;
  }
  const askable = ref<string[]>([]);
  /** There is something to ask, so the page says why before it does. */
  const canAsk = computed(() => askable.value.length > 0);
  /** The customer has answered for the order in hand: nobody asks twice. */
  const answered = ref(false);
  /** Learns what the customer may be asked, so that the tap itself can ask. */
  async function prepareAsk() {
    // Who has not agreed yet is not known to anybody.
    if (!session.consented) return;
    answered.value = false;
    askable.value = (await client.get('/storefront/messages/asks').catch(() => ({ templateIds: [] }))).templateIds;
  }
  /**
   * Asks whether we may tell how the order goes; to be called in the tap, before anything is waited for. Never fails;
   * true when something was allowed.
   */
  async function askToTell(): Promise<boolean> {
    if (askable.value.length === 0) return false;
    const answers: Record<string, string> = await platform.requestSubscribe(askable.value).catch(() => ({}));
    askable.value = [];
    answered.value = Object.keys(answers).length > 0;
    if (answered.value) await client.post('/storefront/messages/answers', { body: { answers } }).catch(() => undefined);
    return Object.values(answers).includes('accept');
  }
  /** Shows the payment sheet. What the client says of it is a hint; the server is asked after. */
  async function pay(id: string): Promise<PaymentOutcome> {
    const params = await client.post('/storefront/orders/{id}/pay', { params: { id } });
    return platform.pay(params);
  }
  /**
   * Puts an order of before into the cart of its store, at today's prices, and makes that store the current one.
   * Gives back the names of what cannot be had any more.
   */
  async function again(order: OrderView): Promise<{ zh: string; en: string }[]> {
    const [store, cart] = [useStore(), useCart()];
    if (!store.stores) await store.loadStores();
    store.choose(order.storeId);
    await store.loadMenu();
    await cart.open(order.storeId);
    const { lines, gone } = orderAgain(order, store.products, useSettings().locale);
    if (lines.length > 0) cart.addLines(lines);
    cart.wanted = lines.length > 0;
    return gone;
  }
  return { canAsk, answered, prepareAsk, askToTell, quote, submit, find, newest, list, cancel, check, pay, again };
});
