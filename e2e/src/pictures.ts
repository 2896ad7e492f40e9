import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, it } from 'vitest';
import { openBrowser } from './browser.js';
import { addToCart, call, checkOut, openPanel, ownerCookie, sandbox, type Phone, takePhone, takePhoneBeside } from './people.js';

// Not a test: the README's pictures, taken from the real thing. Each is of a demo shop on a busy morning.

const folder = join(import.meta.dirname, '../../docs/pictures');
let browser: Browser;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Product {
  name: { zh: string };
  variants: { id: string }[];
  modifierGroups: { min: number; modifiers: { id: string }[] }[];
}

/** A customer who orders for pickup through REST and pays; the order's id. */
async function buy(nickname: string, storeId: string, product: Product, quantity: number): Promise<string> {
  const { id } = await sandbox<{ id: string }>('POST', '/sandbox/customers', { nickname });
  const { code } = await sandbox<{ code: string }>('POST', '/sandbox/login-codes', { customerId: id });
  const { token } = await call<{ token: string }>('POST', '/storefront/sign-in', { body: { code } });
  const modifierIds = product.modifierGroups.flatMap(({ min, modifiers }) => modifiers.slice(0, min).map((one) => one.id));
  const wish = { storeId, fulfilment: 'pickup', lines: [{ variantId: product.variants[0]!.id, modifierIds, quantity }] };
  const { hash } = await call<{ hash: string }>('POST', '/storefront/quotes', { body: wish });
  const order = await call<{ id: string }>('POST', '/storefront/orders', {
    body: { ...wish, quoteHash: hash },
    token,
    key: `picture-${id}`,
  });
  await sandbox('POST', '/sandbox/payments', {
    customerId: id,
    ...(await call<object>('POST', `/storefront/orders/${order.id}/pay`, { token })),
  });
  return order.id;
}

const asPng = (page: Page) => page.screenshot({ animations: 'disabled' });

it('a mini program beside the panel', async () => {
  const cookie = await ownerCookie();
  const { items: stores } = await call<{ items: { id: string; open: boolean }[] }>('GET', '/storefront/stores');
  const storeId = stores[0]!.id;
  const { items } = await call<{ items: Product[] }>('GET', `/storefront/products?storeId=${storeId}&limit=12`);
  const names = ['陈小寒', '周叔', '顾北', '许言', '沈清秋', '何田田', '宋知夏', '陆远'];
  const orders: string[] = [];
  for (const [index, name] of names.entries()) orders.push(await buy(name, storeId, items[index + 1]!, 1 + (index % 3)));
  const steps = [
    ['accept', 'ready', 'complete'],
    ['accept', 'ready', 'complete'],
    ['accept', 'ready'],
    ['accept', 'ready'],
    ['accept'],
    ['accept'],
  ];
  for (const [index, todo] of steps.entries())
    for (const step of todo) await retry(() => call('POST', `/admin/orders/${orders[index]}/${step}`, { cookie }));

  const lin = await takePhone(browser, '林小满');
  await lin.scan('老街店 A1');
  await addToCart(lin, '桂花乌龙奶茶', 2);
  // Beside hers the phone of a friend, who is asked along.
  const ye = await takePhoneBeside(lin, '苏叶');
  await lin.program.locator('.row', { hasText: '芋泥波波' }).locator('.row__touch').last().click();
  await lin.program.locator('.product__share').click();
  await lin.wechat.locator('[data-part="share-friends"]').getByText('苏叶').click();
  await lin.program.locator('.pl-sheet__close').last().click();
  await ye.openChat('林小满');
  await ye.wechat.locator('.card-button img').waitFor();
  await ye.wechat.locator('[data-part="chat-text"]').fill('好呀，来两杯');
  await ye.wechat.locator('[data-part="chat-send"]').click();
  await ye.wechat.locator('.mine').getByText('好呀，来两杯').waitFor();
  await lin.wechat.locator('[data-part="banner"]').waitFor({ state: 'hidden' });
  await lin.page.locator('#codes button').first().scrollIntoViewIfNeeded();
  await sharp(await asPng(lin.page))
    .webp({ quality: 82 })
    .toFile(join(folder, 'sandbox.webp'));
  const menu = await program(lin, '/pages/menu/index');
  await menu.waitForTimeout(800);
  const phone = await asPng(menu);
  await checkOut(lin);
  await lin.paySheet(/确认付款/);
  await lin.program.getByText('查看订单').click();
  await lin.program.getByText('已支付，等待接单').waitFor();

  const panel = await openPanel(browser, { width: 1440, height: 900, path: '/orders/board' });
  await panel.getByText('桂花乌龙奶茶').first().waitFor();
  await panel.waitForTimeout(500);
  const board = await asPng(panel);
  await sharp(board).webp({ quality: 82 }).toFile(join(folder, 'panel.webp'));
  await sharp(await beside(board, phone))
    .webp({ quality: 84 })
    .toFile(join(folder, 'street.webp'));
});

/** The mini program as the phone shows it, sharp, by itself. */
async function program({ page, id }: Phone, path: string): Promise<Page> {
  const source = page
    .frames()
    .find((frame) => frame.url().includes(`customer=${id}`))!
    .url();
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, deviceScaleFactor: 2, locale: 'zh-CN' });
  const alone = await context.newPage();
  await alone.goto(source.split('#')[0]!);
  await alone.getByText('同意并继续').click();
  await alone.getByText('同意并继续').waitFor({ state: 'hidden' });
  await alone.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await alone.getByText('去结算').or(alone.locator('.row')).first().waitFor();
  return alone;
}

/** Both in one picture: the panel behind, the phone before it. */
async function beside(panel: Buffer, phone: Buffer): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 980 } });
  const uri = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;
  await page.setContent(`<style>
    body { margin: 0; height: 980px; background: linear-gradient(135deg, #e9efe9, #f6efe4); }
    img { position: absolute; display: block; }
    .panel { left: 56px; top: 64px; width: 1300px; border-radius: 14px; box-shadow: 0 24px 60px #1d2b2433, 0 2px 8px #1d2b2422; }
    .phone { right: 64px; top: 128px; width: 368px; border-radius: 40px; border: 10px solid #17211c; box-shadow: 0 32px 70px #1d2b2455; }
  </style><img class="panel" src="${uri(panel)}"><img class="phone" src="${uri(phone)}">`);
  await page.waitForLoadState('load');
  return asPng(page);
}

/** A payment becomes known a moment after it was made. */
async function retry<T>(work: () => Promise<T>, tries = 40): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return retry(work, tries - 1);
  }
}
