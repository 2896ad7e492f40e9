import { once } from 'node:events';
import { type Part, round, share } from '../part.ts';
import { askToPay, newBuyer, pay, quoteAndSubmit } from '../shopping.ts';

/** From the customer's thumb on the payment sheet to "paid" on the operator's screen; the stand-in notifies at once. */
export const news: Part = {
  name: 'news',
  async run(house) {
    const { facts, cookie } = house;
    const settings = `${facts.sandbox}/sandbox/pay-settings`;
    const { paymentDelayMs } = (await (await fetch(settings)).json()) as { paymentDelayMs: number };
    const wait = (ms: number) => fetch(settings, { method: 'POST', body: JSON.stringify({ paymentDelayMs: ms }) });
    await wait(0);
    const socket = new WebSocket(`${facts.api.replace('http', 'ws')}/api/v1/live?topics=orders:all`, { headers: { cookie } });
    await once(socket, 'open');
    const paid = new Map<string, () => void>();
    socket.addEventListener('message', ({ data }) => {
      const { data: order } = JSON.parse(String(data)) as { data?: { id: string; status: string } };
      if (order?.status === 'paid') paid.get(order.id)?.();
    });
    const buyer = await newBuyer(house);
    const took: number[] = [];
    for (let n = 0; n < 220; n += 1) {
      const id = await quoteAndSubmit(house, buyer);
      const params = await askToPay(house, buyer, id);
      const heard = new Promise<void>((resolve) => paid.set(id, resolve));
      const began = performance.now();
      await Promise.all([pay(house, buyer, params), heard]);
      // The first ones warm up what runs only when somebody pays.
      if (n >= 20) took.push(performance.now() - began);
    }
    socket.close();
    await wait(paymentDelayMs);
    return [
      {
        what: 'payment to “paid” on the operator’s screen, p99',
        measured: `${round(share(took, 0.99), 1)} ms`,
        against: `${round(share(took, 0.5), 1)} ms p50, of ${took.length}`,
        ratio: round(share(took, 0.99) / share(took, 0.5), 2),
      },
    ];
  },
};
