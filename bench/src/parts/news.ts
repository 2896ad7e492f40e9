import { once } from 'node:events';
import { type Part, round, share } from '../part.ts';
import { newBuyer, payFor, quoteAndSubmit } from '../shopping.ts';

/** From the customer's thumb on the payment sheet to "paid" on the operator's screen. */
export const news: Part = {
  name: 'news',
  async run(house) {
    const { facts, cookie } = house;
    const socket = new WebSocket(`${facts.api.replace('http', 'ws')}/api/v1/live?topics=orders:all`, { headers: { cookie } });
    await once(socket, 'open');
    const paid = new Map<string, () => void>();
    socket.addEventListener('message', ({ data }) => {
      const { data: order } = JSON.parse(String(data)) as { data?: { id: string; status: string } };
      if (order?.status === 'paid') paid.get(order.id)?.();
    });
    const buyer = await newBuyer(house);
    const took: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const id = await quoteAndSubmit(house, buyer);
      const heard = new Promise<void>((resolve) => paid.set(id, resolve));
      const began = performance.now();
      await payFor(house, buyer, id);
      await heard;
      took.push(performance.now() - began);
    }
    socket.close();
    return [
      {
        what: 'payment to “paid” on the operator’s screen, p99',
        measured: `${round(share(took, 0.99))} ms`,
        against: `${round(share(took, 0.5))} ms p50; WeChat’s own prepay, payment and notification included`,
        ratio: round(share(took, 0.99) / share(took, 0.5), 1),
      },
    ];
  },
};
