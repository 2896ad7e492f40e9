import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { openPanel, takePhone } from './people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('A name that WeChat is in doubt about waits for the house: refused it is told why, approved it is everyone’s to see', async () => {
  const panel = await openPanel(browser, { path: '/moderation' });
  const qiu = await takePhone(browser, '邱霜降');
  const name = async (words: string) => {
    await qiu.program.locator('.profile__input input').fill(words);
    await qiu.program.locator('.profile__save').click();
    await qiu.program.getByText('新昵称正在审核').waitFor();
  };
  await qiu.program.getByText('我的', { exact: true }).click();
  await qiu.program.locator('.me__who').click();
  await name('加微信有惊喜');

  // It comes to the queue by itself, and the keyboard is enough to decide.
  await panel.getByText('加微信有惊喜').first().waitFor();
  await panel.keyboard.press('r');
  await panel.getByLabel('原因').last().fill('昵称里请不要写广告');
  await panel.keyboard.press('Control+Enter');
  await qiu.program.getByText('“加微信有惊喜”没有通过审核：昵称里请不要写广告').waitFor();

  await name('低俗小说家');
  await panel.getByText('低俗小说家').first().waitFor();
  await panel.keyboard.press('a');
  await expect.poll(() => qiu.program.locator('.profile__note').count()).toBe(0);
  await qiu.close();
  const guest = await openPanel(browser, { path: '/customers' });
  await guest.getByText('低俗小说家').first().waitFor();
  await guest.context().close();
  await panel.context().close();
}, 120_000);
