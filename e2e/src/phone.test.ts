import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { takePhone, takePhoneBeside } from './people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('Su sends a drink from her phone to the phone beside it, where a tap opens that drink', async () => {
  const su = await takePhone(browser, '苏叶');
  const ye = await takePhoneBeside(su, '叶知秋');
  await su.scan('老街店 A1');
  // The code goes to the phone in front, and that is Ye's, which was laid down last.
  await ye.program.getByText('已选 A1 桌').waitFor();

  await su.program.locator('.uni-tabbar').getByText('点单').click();
  await su.program.locator('.row', { hasText: '桂花乌龙奶茶' }).locator('.row__name').click();
  await su.program.locator('.product__share').click();
  await su.wechat.locator('[data-part="share-friends"]').getByText('叶知秋').click();

  await ye.wechat.locator('[data-part="banner"]', { hasText: '桂花乌龙奶茶' }).click();
  await ye.wechat.locator('.card-button').click();
  await ye.program.locator('.product').waitFor();
  expect(await ye.program.locator('.pl-sheet__title').innerText()).toBe('桂花乌龙奶茶');

  await ye.openChat('苏叶');
  await ye.wechat.locator('[data-part="chat-text"]').fill('好呀，来两杯');
  await ye.wechat.locator('[data-part="chat-send"]').click();
  await su.wechat.locator('[data-part="banner"]', { hasText: '好呀，来两杯' }).click();
  await su.wechat.locator('.theirs').getByText('好呀，来两杯').waitFor();
  await su.close();
});
