import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.js';
import { openBrowser } from './browser.js';
import { call, facts, openPanel, ownerCookie, sandbox } from './people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const pages = [
  '/',
  '/orders/board',
  '/orders',
  '/conversations',
  '/catalog',
  '/catalog/categories',
  '/catalog/import',
  '/catalog/products/new',
  '/stores',
  '/stores/new',
  '/customers',
  '/moderation',
  '/figures',
  '/reconciliation',
  '/reconciliation/tasks',
  '/reconciliation/rows',
  '/order-money',
  '/shipping',
  '/team',
  '/team/roles',
  '/audit',
  '/messages',
  '/settings/messages',
  '/settings/conversations',
  '/settings/going-live',
  '/settings',
];

interface Order {
  id: string;
  number: string;
  pickupNumber: string;
  status: string;
}

/** A customer who orders one piece for pickup through REST and pays; gives the order as the house sees it. */
async function bought(nickname: string, storeId?: string): Promise<Order> {
  const cookie = await ownerCookie();
  const { id } = await sandbox<{ id: string }>('POST', '/sandbox/customers', { nickname });
  const { code } = await sandbox<{ code: string }>('POST', '/sandbox/login-codes', { customerId: id });
  const { token } = await call<{ token: string }>('POST', '/storefront/sign-in', { body: { code } });
  const { items: stores } = await call<{ items: { id: string; open: boolean }[] }>('GET', '/storefront/stores');
  const store = storeId ?? stores.find((one) => one.open)!.id;
  const { items } = await call<{
    items: { soldOut: boolean; variants: { id: string }[]; modifierGroups: { min: number; modifiers: { id: string }[] }[] }[];
  }>('GET', `/storefront/products?storeId=${store}&limit=20`);
  const product = items.find((one) => !one.soldOut)!;
  const modifierIds = product.modifierGroups.flatMap(({ min, modifiers }) => modifiers.slice(0, min).map((one) => one.id));
  const wish = { storeId: store, fulfilment: 'pickup', lines: [{ variantId: product.variants[0]!.id, modifierIds, quantity: 1 }] };
  const { hash } = await call<{ hash: string }>('POST', '/storefront/quotes', { body: wish });
  const order = await call<Order>('POST', '/storefront/orders', { body: { ...wish, quoteHash: hash }, token, key: `panel-${id}` });
  const params = await call<object>('POST', `/storefront/orders/${order.id}/pay`, { token });
  await sandbox('POST', '/sandbox/payments', { customerId: id, ...params });
  await expect
    .poll(async () => (await call<Order>('GET', `/admin/orders/${order.id}`, { cookie })).status, { timeout: 20_000 })
    .toBe('paid');
  return order;
}
const statusOf = async (id: string) => (await call<Order>('GET', `/admin/orders/${id}`, { cookie: await ownerCookie() })).status;

describe('every page of the panel', () => {
  // In parts, each well within the time of one test on a busy machine.
  it.each([0, 1, 2])('has no serious fault that axe finds, wide and narrow, light and dark, part %i', async (part) => {
    const page = await openPanel(browser, { path: '/' });
    const cookie = await ownerCookie();
    const [store] = await call<{ id: string }[]>('GET', '/admin/stores', { cookie });
    const { items } = await call<{ items: { id: string }[] }>('GET', '/admin/products?limit=1', { cookie });
    const faults: string[] = [];
    const all = [...pages, `/stores/${store!.id}`, `/stores/${store!.id}/codes`, `/catalog/products/${items[0]!.id}`];
    for (const path of all.filter((_, at) => at % 3 === part)) {
      await page.goto(facts.admin + path);
      await page.waitForLoadState('networkidle');
      for (const [width, colorScheme] of [
        [1440, 'light'],
        [1440, 'dark'],
        [390, 'light'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        faults.push(...(await faultsOf(page, `${path} at ${width} px in ${colorScheme}`)));
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('every sheet and dialog of the panel', () => {
  it.each([
    [1440, 'light'],
    [1024, 'dark'],
    [390, 'dark'],
  ] as const)('has no serious fault that axe finds, at %i px in %s', async (width, scheme) => {
    const order = await bought(`单 ${width}`);
    const page = await openPanel(browser, { width, scheme, path: `/orders?order=${order.id}` });
    const cookie = await ownerCookie();
    const sheet = page.locator('.el-drawer:visible');
    const faults: string[] = [];
    const look = async (where: string) => void faults.push(...(await faultsOf(page, where)));
    await sheet.getByText('经过').waitFor();
    await look('order sheet');
    await sheet.getByRole('button', { name: '退款', exact: true }).click();
    await page.getByText('选商品').click();
    await look('refund sheet');
    await page.goto(`${facts.admin}/order-money/${order.id}`);
    await page.getByText('付款成功').waitFor();
    await look('money of an order');
    const { items: customers } = await call<{ items: { id: string }[] }>('GET', '/admin/customers?limit=1', { cookie });
    await page.goto(`${facts.admin}/customers?customer=${customers[0]!.id}`);
    await sheet.getByText('还能收到的消息').waitFor();
    await look('customer sheet');
    const { items: messages } = await call<{ items: { id: string }[] }>('GET', '/admin/messages?limit=1', { cookie });
    await page.goto(`${facts.admin}/messages?message=${messages[0]!.id}`);
    await sheet.getByText('经过').waitFor();
    await look('message sheet');
    await page.goto(`${facts.admin}/settings/messages`);
    await page
      .getByRole('button', { name: /换模板|选模板/ })
      .first()
      .click();
    await sheet.getByText('账号里的模板').first().waitFor();
    await look('template sheet');
    await page.goto(`${facts.admin}/team`);
    await page.getByRole('button', { name: '邀请员工', exact: true }).click();
    await sheet.getByLabel('邮箱').waitFor();
    await look('invitation sheet');
    const { id: me } = await call<{ id: string }>('GET', '/admin/me', { cookie });
    await page.goto(`${facts.admin}/team?operator=${me}`);
    await sheet.getByRole('button', { name: '修改记录', exact: true }).click();
    await page.getByText(/的修改记录$/).waitFor();
    await look('history sheet');
    await page.goto(`${facts.admin}/team/roles`);
    await page.getByRole('button', { name: '新角色', exact: true }).click();
    await sheet.getByRole('group').first().waitFor();
    await look('role sheet');
    await page.goto(`${facts.admin}/audit`);
    await page.locator('tbody .opener').first().click();
    await sheet.waitFor();
    await look('audit sheet');
    await page.goto(`${facts.admin}/catalog`);
    await page.locator('tbody .choose input').first().click();
    await look('chosen products');
    await page.getByRole('button', { name: '下架归档', exact: true }).click();
    await page.getByText('归档 1 件商品？').waitFor();
    await look('question before archiving');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('奶茶');
    await page.getByRole('option', { name: /奶茶/ }).first().waitFor();
    await look('search');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

it('A slip of the finger at the board is taken back, by a tap or by Ctrl-Z', async () => {
  const order = await bought('手滑');
  const page = await openPanel(browser, { path: '/orders/board' });
  const ticket = (column: string) =>
    page.getByRole('region', { name: column, exact: true }).getByRole('article', { name: order.pickupNumber, exact: true }).first();
  await ticket('待接单').getByRole('button', { name: '接单', exact: true }).click();
  await ticket('制作中').waitFor();
  await page.getByRole('button', { name: `撤销 · ${order.pickupNumber} 已接单`, exact: true }).click();
  await ticket('待接单').waitFor();
  expect(await statusOf(order.id)).toBe('paid');
  await ticket('待接单').getByRole('button', { name: '接单', exact: true }).click();
  await ticket('制作中').waitFor();
  await page.keyboard.press('Control+z');
  await ticket('待接单').waitFor();
  await expect.poll(() => statusOf(order.id)).toBe('paid');
  await page.context().close();
});

it('Of many orders chosen at once, those that cannot be accepted are named with their reason', async () => {
  const [fresh, done] = [await bought('一起一'), await bought('一起二')];
  await call('POST', `/admin/orders/${done.id}/accept`, { cookie: await ownerCookie() });
  const page = await openPanel(browser, { path: '/orders' });
  for (const one of [fresh, done])
    await page
      .getByRole('row', { name: new RegExp(one.number) })
      .first()
      .getByRole('checkbox')
      .click();
  await page.locator('.bulk').getByRole('button', { name: '接单', exact: true }).click();
  await page.getByText('1 项没有成功').waitFor();
  expect(await page.locator('.bulk li').innerText()).toContain(done.number);
  expect([await statusOf(fresh.id), await statusOf(done.id)]).toEqual(['accepted', 'accepted']);
  await page.context().close();
});

it('What was typed and not saved is asked about, kept, and offered again', async () => {
  const { items } = await call<{ items: { id: string }[] }>('GET', '/admin/products?limit=1', { cookie: await ownerCookie() });
  const page = await openPanel(browser, { path: `/catalog/products/${items[0]!.id}` });
  const name = page.getByLabel('名称 · 中文').first();
  await name.fill('还没想好的名字');
  await page.getByRole('link', { name: '顾客', exact: true }).click();
  await page.getByText('离开这里？').waitFor();
  await page.getByRole('button', { name: '仍然离开', exact: true }).click();
  await page.waitForURL(/\/customers$/);
  await page.goBack();
  await page.getByRole('button', { name: '接着写', exact: true }).click();
  expect(await name.inputValue()).toBe('还没想好的名字');
  await page.context().close();
});

it('An operator of one store sees that store alone, and what the role does not include is said', async () => {
  const cookie = await ownerCookie();
  const stores = await call<{ id: string; name: { zh: string }; hours: object[] }[]>('GET', '/admin/stores', { cookie });
  const [mine, other] = stores;
  // One of the demo's stores keeps hours; here it must sell at any time of day.
  const always = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
  for (const { id } of stores) await call('PATCH', `/admin/stores/${id}`, { cookie, body: { hours: always } });
  const [here, there] = [await bought('在这里', mine!.id), await bought('在那里', other!.id)];
  for (const { id, hours } of stores) await call('PATCH', `/admin/stores/${id}`, { cookie, body: { hours } });
  const role = await call<{ id: string }>('POST', '/admin/roles', {
    cookie,
    body: {
      name: '一家店',
      permissions: ['orders:read', 'orders:handle', 'stores:read', 'figures:read', 'catalog:read', 'catalog:write', 'payments:reconcile'],
    },
  });
  const email = `one-${Date.now()}@example.com`;
  const { url } = await call<{ url: string }>('POST', '/admin/invitations', {
    cookie,
    body: { email, name: '小周', roleId: role.id, storeIds: [mine!.id] },
  });
  const token = new URL(url).searchParams.get('token');
  await call('POST', '/admin/invitations/accept', { body: { token, password: 'a long enough password' } });
  const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${facts.admin}/sign-in?next=/orders`);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill('a long enough password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText(here.number).first().waitFor();
  expect(await page.locator('main').innerText()).not.toContain(other!.name.zh);
  await page.goto(`${facts.admin}/orders?order=${there.id}`);
  await page.getByText('没有找到订单').waitFor();
  await page.goto(`${facts.admin}/stores`);
  await page.getByRole('heading', { name: mine!.name.zh }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain(other!.name.zh);
  // The catalogue is the whole brand's: one store says what is sold out there, and no more.
  await page.goto(`${facts.admin}/catalog`);
  await page.locator('tbody .choose input').first().click();
  await page.getByRole('button', { name: '今日售罄', exact: true }).waitFor();
  for (const name of ['新商品', '导入商品', '下架归档']) expect(await page.getByRole('button', { name }).count(), name).toBe(0);
  for (const path of ['/customers', '/reconciliation', '/catalog/products/new']) {
    await page.goto(facts.admin + path);
    await page.getByText('您的角色看不到这个页面').waitFor();
  }
  expect(await page.getByRole('navigation', { name: '主导航', exact: true }).innerText()).not.toContain('顾客');
  await page.context().close();
});

it('The owner previews a file of products, is shown the line that cannot go in, and imports the rest', async () => {
  const page = await openPanel(browser, { path: '/catalog/import' });
  const csv = ['Handle,Title,Variant Price,Published', 'moon-cake,豆沙月饼,28.00,TRUE', 'bad-cake,坏月饼,minus one,TRUE', ''].join('\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'cakes.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('预览：还没有写入').waitFor();
  expect(await page.locator('main').innerText()).toContain('minus one');
  await page.getByRole('button', { name: '导入 1 件商品', exact: true }).click();
  await expect
    .poll(async () =>
      call<{ items: object[] }>('GET', `/admin/products?q=${encodeURIComponent('豆沙月饼')}`, { cookie: await ownerCookie() }),
    )
    .toMatchObject({ items: [{ handle: 'moon-cake' }] });
  await page.context().close();
});

it('A stranger is shown the door, and comes back to the page they wanted', async () => {
  const page = await browser.newPage();
  await page.goto(`${facts.admin}/customers`);
  await page.waitForURL(/sign-in/);
  await page.getByLabel('邮箱').fill(facts.owner.email);
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('密码').fill(facts.owner.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/customers$/);
  await page.context().close();
});
