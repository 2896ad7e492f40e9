import { permissions } from '@pailou/contracts';
import sharp from 'sharp';
import { newId } from '../src/kernel/ids.js';
import { newOperator, ownerEnv, signInOperator } from './operators.js';
import { type Goods, openShop, order, type Shop, stockGoods, until } from './shop.js';
import { createWechatTestApp, type TestCustomer, type WechatTestApp } from './wechat.js';

type As = { token?: string; cookie?: string };

/** A house with one of everything, all of it of `customer` and `shop`, and everyone who might come to its doors. */
export interface World {
  test: WechatTestApp;
  shop: Shop;
  otherShop: Shop;
  goods: Goods;
  customer: TestCustomer;
  otherCustomer: TestCustomer;
  owner: As;
  /** Signed in, and allowed nothing. */
  clerk: As;
  /** Allowed everything, but only in `otherShop`. */
  stranger: As;
  /** What stands at each `:parameter` of a path, and at each field of a body that holds an id. */
  idAt(path: string, parameter: string): string;
  fieldIds: Record<string, string>;
  /** Texts that are never to be seen in a refusal or in the log. */
  secrets: string[];
}

const phone = '13912345678';

/** Builds it by the API itself wherever the API can. No jobs run, so nothing changes by itself. */
export async function createWorld(): Promise<World> {
  const test = await createWechatTestApp({ ...ownerEnv, WORKER: 'false' });
  const [shop, otherShop] = [await openShop(test), await openShop(test, '太古里店')];
  const goods = await stockGoods(test, { stock: 50, extras: { 珍珠: 200 } });
  const [customer, otherCustomer] = [await test.customer('林'), await test.customer('白')];
  const owner = await signInOperator(test);
  const clerk = await newOperator(test, owner, [], null);
  const stranger = await newOperator(test, owner, [...permissions], [otherShop.storeId]);
  const make = async (path: string, as: As, body: object) => {
    const answer = await test.request('POST', `/api/v1${path}`, { as, body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const category = await make('/admin/categories', owner, { name: { zh: '茶' } });
  const role = await make('/admin/roles', owner, { name: '店员', permissions: ['orders:read'] });
  const code = await make(`/admin/stores/${shop.storeId}/codes`, owner, { kind: 'table', label: 'B7' });
  const address = await make('/storefront/me/addresses', customer.as, {
    name: '林',
    phone,
    region: '四川省成都市锦江区',
    detail: '春熙路 1 号',
  });
  const lines = [{ variantId: goods.variantId, quantity: 2 }];
  await test.request('PUT', `/api/v1/storefront/stores/${shop.storeId}/cart`, { as: customer.as, body: { lines } });
  const buyer = { ...customer, addressId: address.id };
  const placed = await order(test, buyer, shop, { lines, fulfilment: 'delivery', addressId: address.id }, newId());
  if (placed.status !== 201) throw new Error(`The order was not placed: ${JSON.stringify(placed.body)}`);
  const reply = await make('/admin/conversations/quick-replies', owner, { title: '发票', text: { zh: '请在订单里申请', en: '' } });
  await test.sandbox.control.chatImage(customer.wechatId, Buffer.from('89504e470d0a1a0a', 'hex'));
  const said = async () =>
    (
      await test.db.pool.query<{ conversation: string; id: string; picture: string }>(
        'select conversation_id as conversation, id, picture_id as picture from conversations_messages',
      )
    ).rows[0];
  await until(async () => (await said()) !== undefined);
  const message = (await said())!;
  const face = new FormData();
  face.set(
    'file',
    new Blob([
      new Uint8Array(
        await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a33' } })
          .png()
          .toBuffer(),
      ),
    ]),
    'me.png',
  );
  await test.request('POST', '/api/v1/storefront/me/avatar', { as: customer.as, body: face });
  const [check] = (await test.request('GET', '/api/v1/admin/moderation-checks', { as: owner })).body.items;
  const [session] = (await test.request('GET', '/api/v1/admin/me/sessions', { as: owner })).body;

  const ids: [RegExp, string, string][] = [
    [/\/shipping-reports\//, 'id', newId()],
    [/\/reconciliation\/tasks\//, 'id', newId()],
    [/\/reconciliation\/days\//, 'day', '2026-11-20'],
    [/\/me\/addresses\//, 'id', address.id],
    [/\/me\/sessions\//, 'id', session.id],
    [/\/orders\//, 'id', placed.body.id],
    [/\/stores\//, 'id', shop.storeId],
    [/\/stores\//, 'storeId', shop.storeId],
    [/\/codes\//, 'codeId', code.id],
    [/\/codes\//, 'scene', code.scene],
    [/\/products\//, 'id', goods.productId],
    [/\/categories\//, 'id', category.id],
    [/\/variants\//, 'id', goods.variantId],
    [/\/customers\//, 'id', customer.id],
    [/\/operators\//, 'id', clerk.id],
    [/\/roles\//, 'id', role.id],
    [/\/messages\/kinds\//, 'kind', 'order_paid'],
    [/\/messages\/grants\//, 'customerId', customer.id],
    [/\/conversations\//, 'id', message.conversation],
    [/\/conversations\//, 'messageId', message.id],
    [/\/conversations\//, 'pictureId', message.picture],
    [/\/quick-replies\//, 'replyId', reply.id],
    [/\/moderation-checks\//, 'id', check.id],
  ];
  return {
    test,
    shop,
    otherShop,
    goods,
    customer,
    otherCustomer,
    owner,
    clerk: { cookie: clerk.cookie },
    stranger: { cookie: stranger.cookie },
    idAt: (path, parameter) => {
      const found = ids.find(([where, name]) => where.test(path) && name === parameter);
      if (!found) throw new Error(`Name an existing :${parameter} of ${path} in test/world.ts`);
      return found[2];
    },
    fieldIds: {
      storeId: shop.storeId,
      storeIds: shop.storeId,
      variantId: goods.variantId,
      modifierIds: goods.modifiers.珍珠!,
      addressId: address.id,
      tableId: code.id,
      categoryId: category.id,
      roleId: role.id,
      productId: goods.productId,
      lineId: placed.body.lines[0].id,
    },
    secrets: [customer.as.token, otherCustomer.as.token, owner.cookie, clerk.cookie, stranger.cookie]
      .flatMap((text) => text?.split('=').at(-1) ?? [])
      .concat(
        phone,
        customer.openid,
        otherCustomer.openid,
        ownerEnv.OWNER_PASSWORD,
        test.sandbox.credentials.secret,
        test.sandbox.credentials.apiV3Key,
      ),
  };
}

/** What all tables hold, as one fingerprint each; without those that count visits. */
export async function fingerprint(test: WechatTestApp): Promise<Record<string, string>> {
  const visits = ['operators_sessions', 'operators_attempts', 'shared_values'];
  const { rows: tables } = await test.db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1) order by 1`,
    [visits],
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const {
      rows: [row],
    } = await test.db.pool.query<{ print: string }>(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from "${name}" t`,
    );
    prints[name] = row!.print;
  }
  return prints;
}
