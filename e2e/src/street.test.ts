import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { addToCart, call, checkOut, openPanel, ownerCookie, takePhone } from './people.js';

let browser: Browser;
let panel: Page;
beforeAll(async () => {
  browser = await openBrowser();
  panel = await openPanel(browser);
});
afterAll(() => browser.close());

/** The board's ticket of the order that was paid last: other journeys leave theirs there, of the same drinks too. */
async function newestTicket(): Promise<Locator> {
  const { items } = await call<{ items: { pickupNumber: string }[] }>('GET', '/admin/orders?limit=1', { cookie: await ownerCookie() });
  return ticket(items[0]!.pickupNumber);
}
const ticket = (number: string) => panel.locator('.ticket', { has: panel.getByText(number, { exact: true }) });

it('Lin scans a table, orders, pays; the house prepares and hands over; Lin sees each step as it happens', async () => {
  const lin = await takePhone(browser, '林小满');
  await lin.scan('老街店 A1');
  await lin.program.getByText('已选 A1 桌').waitFor();
  await addToCart(lin, '桂花乌龙奶茶', 2);
  await checkOut(lin);
  await lin.paySheet(/确认付款/);
  await lin.program.getByText('下单成功').last().waitFor();
  await lin.program.getByText('查看订单').click();
  await lin.program.getByText('已支付，等待接单').waitFor();
  await lin.program.getByText('实时更新').waitFor();

  const order = await newestTicket();
  await order.getByRole('button', { name: '接单', exact: true }).click();
  await lin.program.getByText('制作中').waitFor();
  await order.getByRole('button', { name: '做好了', exact: true }).click();
  await lin.program.getByText('马上上桌').waitFor();
  await order.getByRole('button', { name: '已交给顾客', exact: true }).click();
  await lin.program.getByText('已完成').first().waitFor();
  await lin.openChat('pay');
  await lin.wechat.locator('.said').getByText('微信支付凭证').waitFor();
  await lin.wechat.locator('[data-part="chat-back"]').click();
  // What Lin allowed was told, and a tap on it opens the order.
  await lin.wechat.locator('[data-chat="service"]').click();
  await lin.wechat.locator('.said').getByText('取餐提醒').waitFor();
  await lin.wechat.locator('.said button', { hasText: '订单支付成功通知' }).click();
  await lin.program.getByText('已完成').first().waitFor();
  await lin.close();
});

it('Chen buys three, one is sold out: the house refunds that one, and Chen reads the receipt', async () => {
  const chen = await takePhone(browser, '陈小寒');
  await chen.scan('老街店 A2');
  await addToCart(chen, '茉莉奶绿', 3);
  await checkOut(chen);
  await chen.paySheet(/确认付款/);
  await chen.program.getByText('查看订单').click();
  await chen.program.getByText('已支付，等待接单').waitFor();

  const order = await newestTicket();
  const number = await order.locator('.number').innerText();
  await order.getByRole('button', { name: '详情', exact: true }).click();
  await panel.getByRole('button', { name: '退款', exact: true }).click();
  await panel.getByText('选商品').click();
  await panel.getByLabel(/茉莉奶绿 退几份/).fill('1');
  await panel.getByLabel('原因（顾客会看到）').fill('茉莉卖完了');
  await panel.getByRole('button', { name: /^退款 ¥16/ }).click();
  await chen.program.getByText('已部分退款').waitFor();
  await chen.program.getByText('茉莉卖完了').waitFor();
  await chen.openChat('pay');
  await chen.wechat.locator('.said').getByText('退款到账').waitFor();
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');
  await ticket(number).waitFor();
  await chen.close();
});

it('Zhou closes the payment sheet: the order waits, and is paid from its own page', async () => {
  const zhou = await takePhone(browser, '周处暑');
  await zhou.scan('老街店 B1');
  await addToCart(zhou, '芋泥波波');
  await checkOut(zhou);
  await zhou.wechat.locator('[data-part="pay-close"]').click();
  await zhou.program.getByText('待支付').first().waitFor();
  await zhou.program.getByText(/请在 \d+:\d\d 内支付/).waitFor();
  await zhou.program.locator('.order__act--first').click();
  await zhou.paySheet(/确认付款/);
  await zhou.program.getByText('下单成功').last().waitFor();
  await zhou.close();
});

it('Gu gives up before the house has begun: the money comes back whole', async () => {
  const gu = await takePhone(browser, '顾白露');
  await gu.scan('老街店 B2');
  await addToCart(gu, '牌楼珍珠奶茶');
  await checkOut(gu);
  await gu.paySheet(/确认付款/);
  await gu.program.getByText('查看订单').click();
  await gu.program.getByText('取消订单').click();
  await gu.program.locator('.uni-modal__btn_primary').click();
  await gu.program.getByText('已全额退款').waitFor();
  await gu.close();
});

it('Xu asks for delivery with a new address, in English', async () => {
  const xu = await takePhone(browser, '许立冬');
  await xu.program.getByText('我的', { exact: true }).click();
  await xu.program.getByText('English').click();
  await xu.program.getByText('Home', { exact: true }).click();
  await xu.scan('老街店 A3');
  await xu.program.getByText(/A3/).first().waitFor();
  // The code opened the menu afresh, and its tab bar speaks English too.
  await xu.program.getByText('Menu', { exact: true }).waitFor();
  await xu.program.locator('.row__touch').first().click();
  await xu.program.locator('.product__add').click();
  await xu.program.getByText('Check out', { exact: true }).click();
  await xu.program.locator('.ways__way', { hasText: 'Delivery' }).click();
  await xu.program.locator('.checkout__place--tap').click();
  await xu.program.locator('.book__add').click();
  for (const [index, value] of ['Xu', '13800138000', 'Shanghai', '1 Bund'].entries())
    await xu.program.locator('.address__input input').nth(index).fill(value);
  await xu.program.locator('.address__save').click();
  await xu.program.locator('.book__words').first().click();
  await xu.program.getByText('1 Bund').first().waitFor();
  await xu.program.locator('.checkout__pay:not(.checkout__pay--off)').click();
  await xu.wechat.locator('[data-part="subscribe-reject"]').click();
  await xu.paySheet(/确认付款|Pay|Confirm/);
  await xu.program.locator('.result__number').waitFor();
  expect(await xu.program.locator('.result__number').innerText()).toMatch(/\w+/);
  await xu.close();
});
