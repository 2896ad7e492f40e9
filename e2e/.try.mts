import { openBrowser } from './src/browser.js';
const browser = await openBrowser();
const base = 'http://localhost:46000';
const { id } = (await (
  await fetch(base + '/sandbox/customers', { method: 'POST', body: JSON.stringify({ nickname: '白露' }) })
).json()) as any;
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
page.on('pageerror', (e) => console.log('ERROR', e.message));
await page.goto(base + '/?phone=' + id);
const f = page.frameLocator('iframe').first();
await f.getByText('先随便看看').click();
await f.locator('.home__change').click();
await f.locator('.stores__near').click();
const shot = (n: string) => page.locator('.phone').screenshot({ path: `/tmp/shots/p-${n}.png`, animations: 'disabled' });
await page.locator('[data-part=privacy-agree]').waitFor();
await shot('privacy');
await page.locator('[data-part=privacy-agree]').click();
await page.locator('[data-part=location-where]').waitFor();
await shot('location');
await page.locator('[data-part=location-where]').click();
await page.locator('[data-part=place-spots]').waitFor();
await shot('place');
await page.locator('[data-part=place-spots]').getByText('离老街店五公里').click();
await page.locator('[data-part=location-allow]').click();
await page.waitForTimeout(1500);
await shot('stores');
await page.locator('[data-part=leave]').click();
await page.locator('[data-part=tab-me]').click();
await page.locator('[data-part=me-location]').waitFor();
await shot('me');
await page.locator('[data-part=tab-chats]').click();
await page.locator('[data-part=resume]').click();
await page.locator('#codes button', { hasText: '老街店 A1' }).click();
await f.locator('.row').first().waitFor();
await f.locator('.row', { hasText: '桂花乌龙奶茶' }).locator('.row__touch').last().click();
await f.getByText('加入购物车').click();
await f.getByText('去结算').click();
await f
  .getByText('同意并继续')
  .click()
  .catch(() => 0);
await page.waitForTimeout(1500);
await shot('checkout');
await f
  .locator('.checkout__pay:not(.checkout__pay--off)')
  .click({ timeout: 5000 })
  .catch((e) => console.log(e.message));
await page.locator('[data-part=subscribe-allow]').waitFor();
await shot('subscribe');
await page.locator('[data-part=subscribe-allow]').click();
await page.locator('[data-part=pay-confirm]').waitFor();
await shot('pay');
await browser.close();
