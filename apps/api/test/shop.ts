import type { Pool } from 'pg';
import { newId } from '../src/kernel/ids.js';
import { AuthRegistry } from '../src/platform/auth/callers.js';
import type { TestAnswer, TestApp } from './harness.js';
import type { WechatTestApp } from './wechat.js';

export interface Shop {
  storeId: string;
  tableId: string;
}
export interface Buyer {
  id: string;
  as: { token: string };
  addressId: string;
  /** In the sandbox; empty without one. */
  wechatId: string;
}
export interface Goods {
  productId: string;
  variantId: string;
  /** By Chinese name. */
  modifiers: Record<string, string>;
}
export interface Choice {
  variantId: string;
  modifierIds?: string[];
  quantity: number;
}

/** Whatever has a database; whatever can be asked: an API in this process or in another. */
export type Stored = { db: { pool: Pick<Pool, 'query'> } };
export type Asked = Pick<TestApp, 'request'>;

const allDay = JSON.stringify(Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]));

/** A store that never closes, with one table; delivery costs 5 yuan, nothing from 60 yuan on. */
export async function openShop(test: Stored, name = '春熙路店', timeZone = 'Asia/Shanghai'): Promise<Shop> {
  const [storeId, tableId] = [newId(), newId()];
  await test.db.pool.query(
    `insert into stores (id, name, address, phone, latitude, longitude, time_zone, hours, pickup, delivery, dine_in, delivery_fee_fen, free_delivery_over_fen)
     values ($1, $2, '{"zh":"成都","en":""}', '02888886666', 30.65, 104.08, $3, $4, true, true, true, 500, 6000)`,
    [storeId, JSON.stringify({ zh: name, en: '' }), timeZone, allDay],
  );
  await test.db.pool.query(`insert into store_codes (id, store_id, kind, label, scene) values ($1, $2, 'table', 'A3', $3)`, [
    tableId,
    storeId,
    tableId.replaceAll('-', ''),
  ]);
  return { storeId, tableId };
}

/** Something to buy: one variant; its extras are one group of which at most two may be chosen, unless said otherwise. */
export async function stockGoods(
  test: Stored,
  { priceFen = 1800, stock = null as number | null, extras = {} as Record<string, number>, min = 0, max = 2, name = '桂花乌龙' } = {},
): Promise<Goods> {
  const [productId, variantId, groupId] = [newId(), newId(), newId()];
  await test.db.pool.query(
    `insert into catalog_products (id, handle, name, description, status) values ($1, $2, $3, '{"zh":"","en":""}', 'active')`,
    [productId, productId, JSON.stringify({ zh: name, en: 'Osmanthus oolong' })],
  );
  await test.db.pool.query(
    `insert into catalog_variants (id, product_id, position, option_values, choice, price_fen, stock) values ($1, $2, 0, '["大杯"]', '{"zh":"大杯","en":"Large"}', $3, $4)`,
    [variantId, productId, priceFen, stock],
  );
  const modifiers: Record<string, string> = {};
  if (Object.keys(extras).length > 0) {
    await test.db.pool.query(
      `insert into catalog_modifier_groups (id, product_id, name, min_choices, max_choices, position) values ($1, $2, '{"zh":"小料","en":"Extras"}', $3, $4, 0)`,
      [groupId, productId, min, max],
    );
    for (const [position, [zh, fen]] of Object.entries(extras).entries()) {
      modifiers[zh] = newId();
      await test.db.pool.query('insert into catalog_modifiers (id, group_id, name, price_fen, position) values ($1, $2, $3, $4, $5)', [
        modifiers[zh],
        groupId,
        JSON.stringify({ zh, en: '' }),
        fen,
        position,
      ]);
    }
  }
  return { productId, variantId, modifiers };
}

/** Customers who are signed in already, known to WeChat when there is one: signing in has tests of its own. */
export async function newBuyers(test: TestApp | WechatTestApp, count: number): Promise<Buyer[]> {
  const registry = test.app.get(AuthRegistry);
  const before = registry.customer;
  const buyers: Buyer[] = [];
  for (let i = 0; i < count; i += 1) {
    const wechat = 'sandbox' in test ? await test.sandbox.control.createCustomer() : undefined;
    const buyer = { id: newId(), addressId: newId(), as: { token: `buyer-${newId()}` }, wechatId: wechat?.id ?? '' };
    await test.db.pool.query('insert into customers (id, nickname, created_at) values ($1, $2, now())', [buyer.id, `林${i}`]);
    await test.db.pool.query(
      `insert into customers_addresses (id, customer_id, name, phone, region, detail, is_default, created_at) values ($1, $2, '林', '13800138000', '四川省成都市锦江区', '春熙路 1 号', true, now())`,
      [buyer.addressId, buyer.id],
    );
    if (wechat && 'sandbox' in test) {
      await test.db.pool.query(
        `insert into customers_identities (id, customer_id, provider, appid, openid, created_at) values ($1, $2, 'wechat_mini_program', $3, $4, now())`,
        [newId(), buyer.id, test.sandbox.credentials.appid, wechat.openid],
      );
    }
    buyers.push(buyer);
  }
  const known = new Map(buyers.map((buyer) => [buyer.as.token, buyer.id]));
  registry.customer = async (token) => {
    const customerId = known.get(token);
    return customerId ? { kind: 'customer', customerId } : before(token);
  };
  return buyers;
}

export async function newBuyer(test: TestApp | WechatTestApp): Promise<Buyer> {
  return (await newBuyers(test, 1))[0]!;
}

export interface Wish {
  lines: Choice[];
  fulfilment?: 'pickup' | 'delivery' | 'dine_in';
  addressId?: string;
  tableId?: string;
}

/** Asks for the price, then orders at it. */
export async function order(
  test: Asked,
  buyer: Pick<Buyer, 'as'>,
  shop: Pick<Shop, 'storeId'>,
  { lines, fulfilment = 'pickup', ...rest }: Wish,
  key: string = newId(),
): Promise<TestAnswer> {
  const wish = { storeId: shop.storeId, lines, fulfilment, ...rest };
  const quote = await test.request('POST', '/api/v1/storefront/quotes', { body: wish });
  if (quote.status !== 200) return quote;
  return test.request('POST', '/api/v1/storefront/orders', {
    as: buyer.as,
    headers: { 'idempotency-key': key },
    body: { ...wish, quoteHash: quote.body.hash },
  });
}

/** The stock of a variant as it stands. */
export async function stockOf(test: Stored, variantId: string): Promise<{ stock: number | null; reserved: number }> {
  return (await test.db.pool.query('select stock, reserved from catalog_variants where id = $1', [variantId])).rows[0];
}

/** The customer asks to pay and does, in the sandbox. */
export async function payByWechat(
  test: Asked & Pick<WechatTestApp, 'sandbox'>,
  buyer: Pick<Buyer, 'as' | 'wechatId'>,
  orderId: string,
): Promise<void> {
  const { status, body } = await test.request('POST', `/api/v1/storefront/orders/${orderId}/pay`, { as: buyer.as });
  if (status !== 200) throw new Error(`The order could not be paid: ${status} ${JSON.stringify(body)}`);
  const { result, message } = await test.sandbox.control.pay(buyer.wechatId, body.package, 'pay', body);
  if (result !== 'ok') throw new Error(`WeChat did not take the payment: ${message}`);
}

/** Waits up to ten seconds (or so many) for what happens by itself. */
export async function until(what: () => Promise<boolean>, seconds = 10): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`It did not happen within ${seconds} seconds`);
}

/** Makes the jobs of this name, which wait for their time, run now. */
export async function hurry(test: Stored, task: string): Promise<void> {
  await test.db.pool.query(
    'select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where task_identifier = $1',
    [task],
  );
}
