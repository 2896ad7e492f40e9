import type { OrderView, QuoteInput, SubmitOrder } from '@pailou/contracts';
import { defineStore } from 'pinia';
import { newKey } from '@/lib/ids';
import { platform } from '@/lib/platform';
import type { PaymentOutcome } from '@/lib/platform/platform';
import { useSession } from './session';

/** Ordering and paying: what checkout and order pages share. */
export const useOrders = defineStore('orders', () => {
  const session = useSession();
  const { client } = session;
  /** The same wish sent again carries the same key, so it is one order whatever the network does. */
  let sent = { body: '', key: '' };

  const quote = (input: QuoteInput) => client.post('/storefront/quotes', { body: input, open: true });
  const find = (id: string) => client.get('/storefront/orders/{id}', { params: { id } });
  const list = (cursor: string | null) => client.get('/storefront/orders', { query: { limit: 20, cursor } });
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
  let askable: string[] = [];
  /** Learns what the customer may be asked, so that the tap itself can ask. */
  async function prepareAsk() {
    // Who has not agreed yet is not known to anybody.
    if (!session.consented) return;
    askable = (await client.get('/storefront/messages/asks').catch(() => ({ templateIds: [] }))).templateIds;
  }
  /** Asks whether we may tell how the order goes; to be called in the tap, before anything is waited for. Never fails. */
  async function askToTell() {
    if (askable.length === 0) return;
    const answers = await platform.requestSubscribe(askable).catch(() => ({}));
    askable = [];
    if (Object.keys(answers).length > 0) await client.post('/storefront/messages/answers', { body: { answers } }).catch(() => undefined);
  }
  /** Shows the payment sheet. What the client says of it is a hint; the server is asked after. */
  async function pay(id: string): Promise<PaymentOutcome> {
    const params = await client.post('/storefront/orders/{id}/pay', { params: { id } });
    return platform.pay(params);
  }
  return { prepareAsk, askToTell, quote, submit, find, list, cancel, check, pay };
});
