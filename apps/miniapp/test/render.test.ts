// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ids, openShop, type Shop } from './shop';
import { startWechat, type WeChat } from './wechat';

let shop: Shop;
let wechat: WeChat;
const complaints = vi.spyOn(console, 'error');

beforeAll(async () => {
  shop = await openShop();
  wechat = startWechat(shop.url);
});
afterAll(() => shop.close());

afterEach(() => {
  // Vue and WeChat's component system both report what a handler threw there.
  expect(complaints.mock.calls).toEqual([]);
  expect(shop.unknown).toEqual([]);
});

it('tells nothing of the customer before they agree, then signs in once', async () => {
  const page = await wechat.open('pages/home/index');
  expect(page.text()).toContain('老街店');
  for (const words of [
    '营业中',
    '距您 320 m',
    '自取',
    '外送',
    '堂食',
    '大家在点',
    '桂花乌龙',
    '¥18起',
    '方浜中路 269 号',
    '先说清楚',
    '同意并继续',
  ])
    expect(page.text()).toContain(words);
  expect(shop.asked).toEqual(['GET /storefront/stores', `GET /storefront/stores/${ids.store}/menu`]);
  await page.fire('consent__agree', 'agreeprivacyauthorization');
  expect(shop.asked.slice(2)).toEqual(['GET /storefront/privacy', 'POST /storefront/sign-in', 'POST /storefront/me/consents']);
  expect(shop.bodies.get('POST /storefront/me/consents')).toEqual({ version: '2026-01' });
  expect(page.text()).not.toContain('先说清楚');
  page.close();
});
it('lists dishes by category, prices a choice in its sheet, and puts it into the cart', async () => {
  const page = await wechat.open('pages/menu/index');
  for (const words of ['招牌', '桂花乌龙', '每日现泡', '¥18起', '选规格', '¥44', '去结算']) expect(page.text()).toContain(words);
  await page.fire('row__touch');
  for (const words of ['一整朵桂花', '杯型', '中杯', '大杯', '加入购物车']) expect(page.text()).toContain(words);
  await page.fire('product__chip', 'tap', { index: 1 });
  await page.fire('product__add');
  expect(page.text()).toContain('¥66');
  expect(page.text()).not.toContain('加入购物车');
  page.close();
});

it('asks at the tap what may be told, orders once and shows WeChat’s payment sheet', async () => {
  const page = await wechat.open('packages/orders/checkout');
  for (const words of ['自取', '桂花乌龙', '商品小计', '¥44']) expect(page.text()).toContain(words);
  await page.fire('checkout__pay');
  await vi.waitFor(() => expect(wechat.seen).toContain('requestPayment prepay_id=wx1'));
  expect(wechat.seen.indexOf('requestSubscribeMessage T1 T2')).toBeLessThan(wechat.seen.indexOf('requestPayment prepay_id=wx1'));
  expect(shop.bodies.get('POST /storefront/messages/answers')).toEqual({ answers: { T1: 'accept', T2: 'accept' } });
  expect(shop.bodies.get('POST /storefront/orders')).toMatchObject({ storeId: ids.store, fulfilment: 'pickup', quoteHash: 'f'.repeat(64) });
  expect(shop.asked.filter((one) => one === 'POST /storefront/orders')).toHaveLength(1);
  await vi.waitFor(() => expect(wechat.seen.at(-1)).toBe(`redirectTo /packages/orders/result?id=${ids.order}`));
  page.close();
});

it('orders again from the history: into the cart at today’s price, and over to the menu', async () => {
  const page = await wechat.open('pages/orders/index');
  await page.fire('orders__act');
  await vi.waitFor(() => expect(wechat.seen).toContain('switchTab /pages/menu/index'));
  expect(wechat.seen.at(-1)).toBe('showToast 已放进购物车，价格以今天为准');
  await vi.waitFor(() =>
    expect(shop.bodies.get(`PUT /storefront/stores/${ids.store}/cart`)).toEqual({
      lines: [{ variantId: ids.teaLarge, modifierIds: [], quantity: 2 }],
    }),
  );
  page.close();
});

it.each([
  ['pages/orders/index', {}, ['老街店', '制作中', '桂花乌龙', 'A007', '¥44']],
  ['pages/me/index', {}, ['小满', '收货地址', '隐私与数据', 'English']],
  ['packages/orders/result', { id: ids.order }, ['A007', '查看订单']],
  ['packages/orders/detail', { id: ids.order }, ['制作中', 'A007', '桂花乌龙', '大杯', '少冰', '¥44', '2026112100007']],
  ['packages/stores/list', {}, ['老街店', '320 m', '方浜中路 269 号']],
  ['packages/identity/addresses', {}, ['陈小满', '13800000000', '方浜中路 1 号']],
  ['packages/identity/address', { id: ids.address }, ['收货人', '详细地址', '设为默认', '保存']],
  ['packages/identity/profile', {}, ['头像', '昵称', '保存', '新头像正在审核', '“加微信”没有通过审核：可能含有广告']],
  ['packages/identity/privacy', {}, ['我们只收集下单所需。', '版本 2026-01', '导出我的数据', '注销账户', '沪ICP备2026000001号-1X']],
])('%s shows what is there', async (path, query, words) => {
  const page = await wechat.open(path, query);
  for (const word of words) expect(page.text()).toContain(word);
  page.close();
});

it('comes back from the chat to the page of the card that was tapped there', async () => {
  const page = await wechat.open('pages/me/index');
  expect(page.text()).toContain('联系客服');
  await page.fire('me__contact', 'contact', { detail: { path: '/packages/orders/detail', query: { id: ids.order } } });
  expect(wechat.seen.at(-1)).toBe(`navigateTo /packages/orders/detail?id=${ids.order}`);
  await page.fire('me__contact', 'contact', { detail: { path: 'pages/menu/index', query: {} } });
  expect(wechat.seen.at(-1)).toBe('switchTab /pages/menu/index');
  page.close();
});
