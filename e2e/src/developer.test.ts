import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { call, ownerCookie, sandbox } from './people.js';

interface Order {
  id: string;
  status: string;
  refundStatus: string;
  refundedFen: number;
  totalFen: number;
  lines: { id: string }[];
}
const until = async (path: string, cookie: string, check: (order: Order) => boolean): Promise<Order> => {
  for (let i = 0; i < 100; i += 1) {
    const order = await call<Order>('GET', path, { cookie });
    if (check(order)) return order;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} did not come to it`);
};

it('A developer imports apparel.csv, and a customer’s program buys a variant, pays; two of three are refunded: all by REST', async () => {
  const cookie = await ownerCookie();
  const form = () => {
    const body = new FormData();
    body.append(
      'file',
      new Blob([readFileSync(join(import.meta.dirname, '../../apps/api/test/fixtures/shopify-apparel.csv'))]),
      'apparel.csv',
    );
    return body;
  };
  expect(await call('POST', '/admin/products/import?dryRun=true', { body: form(), cookie })).toMatchObject({
    rows: 22,
    created: 20,
    refused: [],
  });
  expect(await call('POST', '/admin/products/import?dryRun=false', { body: form(), cookie })).toMatchObject({ created: 20 });
  expect(await call('POST', '/admin/products/import?dryRun=false', { body: form(), cookie })).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 20,
  });

  const { id: wechatId } = await sandbox<{ id: string }>('POST', '/sandbox/customers', { nickname: '程序' });
  const { code } = await sandbox<{ code: string }>('POST', '/sandbox/login-codes', { customerId: wechatId });
  const { token } = await call<{ token: string }>('POST', '/storefront/sign-in', { body: { code } });
  const { items: stores } = await call<{ items: { id: string; open: boolean }[] }>('GET', '/storefront/stores');
  const storeId = stores.find((store) => store.open)!.id;
  const { items } = await call<{ items: { variants: { id: string; optionValues: string[]; priceFen: number }[] }[] }>(
    'GET',
    `/storefront/products?storeId=${storeId}&q=varsity`,
  );
  const medium = items[0]!.variants.find((variant) => variant.optionValues[0] === 'Medium')!;
  expect(medium.priceFen).toBe(6000);

  const wish = { storeId, fulfilment: 'pickup', lines: [{ variantId: medium.id, modifierIds: [], quantity: 3 }] };
  const quote = await call<{ hash: string; totalFen: number }>('POST', '/storefront/quotes', { body: wish });
  const submit = () => call<Order>('POST', '/storefront/orders', { body: { ...wish, quoteHash: quote.hash }, token, key: 'one-and-only' });
  const [order, again] = await Promise.all([submit(), submit()]);
  expect(again.id).toBe(order.id);
  const params = await call<object>('POST', `/storefront/orders/${order.id}/pay`, { token });
  await sandbox('POST', '/sandbox/payments', { customerId: wechatId, ...params });
  const admin = `/admin/orders/${order.id}`;
  await until(admin, cookie, (one) => one.status === 'paid');
  for (const step of ['accept', 'ready', 'complete']) await call('POST', `${admin}/${step}`, { cookie });
  await call('POST', `${admin}/refunds`, {
    cookie,
    key: 'refund-1',
    body: { lines: [{ lineId: order.lines[0]!.id, quantity: 2 }], reason: '尺码不合' },
  });
  const refunded = await until(admin, cookie, (one) => one.refundStatus === 'partial');
  expect(refunded).toMatchObject({ status: 'completed', refundedFen: 12_000, totalFen: 18_000 });
});
