import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { addToCart, checkOut, facts, sandbox, takePhone, takePhoneBeside } from './people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('Su scans a shelf and sends what stands there to the phone beside hers, where a tap opens it', async () => {
  const su = await takePhone(browser, '苏叶');
  const ye = await takePhoneBeside(su, '叶知秋');
  await su.scan('老街店 A1');
  // The code goes to the phone in front, and that is Ye's, which was laid down last.
  await ye.program.getByText('已选 A1 桌').waitFor();
  await su.wechat.locator('.status').click();
  await su.scan('龙井茶罐 50 克');
  await su.program.locator('.product__share').click();
  await su.wechat.locator('[data-part="share-friends"]').getByText('叶知秋').click();

  await ye.wechat.locator('[data-part="banner"]', { hasText: '龙井茶罐 50 克' }).click();
  await ye.wechat.locator('.card-button').click();
  await ye.program.locator('.product').waitFor();
  expect(await ye.program.locator('.pl-sheet__title').innerText()).toBe('龙井茶罐 50 克');

  await ye.openChat('苏叶');
  await ye.wechat.locator('[data-part="chat-text"]').fill('好呀，来两杯');
  await ye.wechat.locator('[data-part="chat-send"]').click();
  await su.wechat.locator('[data-part="banner"]', { hasText: '好呀，来两杯' }).click();
  await su.wechat.locator('.theirs').getByText('好呀，来两杯').waitFor();
  await su.close();
});

it('He only looks around: WeChat asks for privacy and position in its own words, and the stores are sorted by where the phone is', async () => {
  const he = await takePhone(browser, '何田田', '先随便看看');
  await he.program.locator('.home__change').click();
  await he.program.locator('.stores__near').click();
  await he.wechat.locator('[data-part="privacy-agree"]').click();
  await he.wechat.locator('[data-part="location-where"]').click();
  await he.wechat.locator('[data-part="place-spots"]').getByText('离老街店五公里').click();
  await he.wechat.locator('[data-part="location-allow"]').click();
  await he.program.getByText(/距您 5\.0 km/).waitFor();

  // Kept until it is changed at the phone itself.
  await he.wechat.locator('[data-part="leave"]').click();
  await he.wechat.locator('[data-part="tab-me"]').click();
  await he.wechat.locator('[data-part="me-location"]').selectOption('refuse');
  await he.wechat.locator('[data-part="tab-chats"]').click();
  await he.wechat.locator('[data-part="resume"]').click();
  const { place, location } = await sandbox<{ place: { name: string }; location: string }>('GET', `/sandbox/handset?customerId=${he.id}`);
  expect([place.name, location]).toEqual(['离老街店五公里', 'refuse']);
  await he.close();
});

it('Shen pays as the network is lost: the mini program heard of a failure, the order is paid all the same', async () => {
  const shen = await takePhone(browser, '沈清秋');
  await shen.scan('老街店 A2');
  await addToCart(shen, '黑糖鲜奶');
  await checkOut(shen);
  await shen.wechat.getByLabel('余额不足').check();
  await shen.paySheet(/确认付款/);
  await shen.wechat.locator('[data-part="alert-text"]', { hasText: '余额不足' }).waitFor();
  await shen.wechat.locator('[data-part="alert-ok"]').click();
  await shen.program.locator('.order__act--first').click();
  await shen.wechat.getByLabel('付完断网').check();
  await shen.paySheet(/确认付款/);
  await shen.wechat.locator('[data-part="alert-ok"]').click();
  await shen.program.getByText('已支付，等待接单').waitFor();
  await shen.close();
});

it.each([
  [1440, 'light', 'zh-CN'],
  [390, 'dark', 'en-GB'],
] as const)('WeChat’s own pages have no fault that axe finds, at %i px in %s', async (width, scheme, locale) => {
  const { id } = await sandbox<{ id: string }>('POST', '/sandbox/customers', { nickname: '宋知夏' });
  await sandbox('POST', '/sandbox/chat/text', { customerId: id, content: '请问今天几点关门？' });
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme: scheme, locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${facts.sandbox}/?phone=${id}`);
  const part = (name: string) => page.locator(`[data-part="${name}"]`);
  const faults: string[] = [];
  // Legacy: it stays out of the mini program's frame, which is not looked at here.
  const look = async (where: string) => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
    for (const { id: rule, nodes } of violations) faults.push(`${where} ${rule}: ${nodes[0]?.html.slice(0, 120)}`);
  };
  await part('leave').click();
  await page.locator('[data-chat="shop"]').waitFor();
  await look('chats');
  await page.locator('[data-chat="shop"]').press('Enter');
  await page.locator('.said .mine').first().waitFor();
  await look('chat');
  await part('chat-back').press('Enter');
  await part('tab-me').press('Enter');
  await part('me-place').press('Enter');
  await part('place-spots').getByRole('button').first().waitFor();
  await look('place');
  await page.keyboard.press('Escape');
  await part('place').waitFor({ state: 'hidden' });
  await look('me');
  expect(faults).toEqual([]);
  await context.close();
});
