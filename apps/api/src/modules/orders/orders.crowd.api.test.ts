import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBuyers, openShop, payByWechat, type Shop, stockGoods, stockOf, until } from '../../../test/shop.js';
import { createWechatTestApp, type WechatTestApp } from '../../../test/wechat.js';
import { newId } from '../../kernel/ids.js';

let test: WechatTestApp;
let shop: Shop;
beforeAll(async () => {
  test = await createWechatTestApp();
  shop = await openShop(test);
});
afterAll(() => test.close());

it('sells exactly 50 pieces to 500 buyers who order at once, and takes money for 50', async () => {
  const [goods, buyers] = [await stockGoods(test, { stock: 50 }), await newBuyers(test, 500)];
  const wish = { storeId: shop.storeId, fulfilment: 'pickup', lines: [{ variantId: goods.variantId, quantity: 1 }] };
  const { body: quote } = await test.request('POST', '/api/v1/storefront/quotes', { body: wish });
  const answers = await Promise.all(
    buyers.map(async (buyer) => ({
      buyer,
      answer: await test.request('POST', '/api/v1/storefront/orders', {
        as: buyer.as,
        headers: { 'idempotency-key': newId() },
        body: { ...wish, quoteHash: quote.hash },
      }),
    })),
  );
  const won = answers.filter(({ answer }) => answer.status === 201);
  const refusals = new Set(
    answers.filter(({ answer }) => answer.status !== 201).map(({ answer }) => `${answer.status} ${answer.body.code}`),
  );
  expect(won).toHaveLength(50);
  for (const refusal of refusals) expect(['409 orders.unavailable', '409 catalog.not_enough']).toContain(refusal);
  expect(await stockOf(test, goods.variantId)).toEqual({ stock: 50, reserved: 50 });

  await Promise.all(won.map(({ buyer, answer }) => payByWechat(test, buyer, answer.body.id)));
  const paid = async () => (await test.db.pool.query(`select 1 from orders where status = 'paid'`)).rowCount;
  await until(async () => (await paid()) === 50, 30);
  expect(await stockOf(test, goods.variantId)).toEqual({ stock: 0, reserved: 0 });
  expect(
    (await test.db.pool.query(`select count(*)::int as n, sum(amount_fen)::int as fen from payments_attempts where status = 'paid'`)).rows,
  ).toEqual([{ n: 50, fen: 50 * 1800 }]);
  expect((await test.db.pool.query(`select count(distinct number)::int as n from orders`)).rows).toEqual([{ n: 50 }]);
}, 90_000);

it('lets orders of the same goods in opposite order pass each other', async () => {
  const [a, b] = [await stockGoods(test, { stock: 1000 }), await stockGoods(test, { stock: 1000 })];
  const buyers = await newBuyers(test, 40);
  const line = ({ variantId }: { variantId: string }) => ({ variantId, quantity: 1 });
  const answers = await Promise.all(
    buyers.map(async (buyer, index) => {
      const wish = { storeId: shop.storeId, fulfilment: 'pickup', lines: index % 2 ? [line(a), line(b)] : [line(b), line(a)] };
      const { body: quote } = await test.request('POST', '/api/v1/storefront/quotes', { body: wish });
      return test.request('POST', '/api/v1/storefront/orders', {
        as: buyer.as,
        headers: { 'idempotency-key': newId() },
        body: { ...wish, quoteHash: quote.hash },
      });
    }),
  );
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 40 }, () => 201));
  expect(await stockOf(test, a.variantId)).toEqual({ stock: 1000, reserved: 40 });
});
