import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf } from './axe.js';
import { openBrowser } from './browser.js';
import { addToCart, call, checkOut, facts, openPanel, ownerCookie, takePhone } from './people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A colleague who was invited to answer customers, at a panel of their own. */
async function colleague(name: string, email: string): Promise<Page> {
  const cookie = await ownerCookie();
  const roles = await call<{ id: string; permissions: string[]; builtIn: boolean; name: string }[]>('GET', '/admin/roles', { cookie });
  const roleId = roles.find((role) => role.name.includes('客服'))!.id;
  const { url } = await call<{ url: string }>('POST', '/admin/invitations', { cookie, body: { email, name, roleId, storeIds: null } });
  const password = 'a long and quiet password';
  await call('POST', '/admin/invitations/accept', { body: { token: new URL(url).searchParams.get('token')!, password } });
  return openPanel(browser, { path: '/conversations', as: { email, password } });
}
const row = (panel: Page, words: string) => panel.locator('[data-row]', { hasText: words });
const drawn = { width: 300, height: 200, channels: 3 as const, background: '#c73e2b' };
const thread = (panel: Page) => panel.getByRole('log');

it('He asks about his order; the house answers in words, a picture and a card, and hands him over to a colleague', async () => {
  const panel = await openPanel(browser, { path: '/orders/board' });
  const he = await takePhone(browser, '何谷雨');
  await he.scan('老街店 A2');
  await he.program.getByText('已选 A2 桌').waitFor();
  await addToCart(he, '桂花乌龙奶茶');
  await checkOut(he);
  await he.paySheet(/确认付款/);
  await he.program.getByText('查看订单').click();
  await he.program.getByText('联系客服').click();
  await he.wechat.locator('[data-part="chat-text"]').fill('能改成少冰吗？');
  await he.wechat.locator('[data-part="chat-send"]').click();

  // Whoever is on another page sees the count, is told, and gets there by the notice.
  await panel.locator('.conversation-notice', { hasText: '能改成少冰吗？' }).click();
  await panel.waitForURL(/\/conversations\?chat=/);
  await thread(panel).getByText('顾客从订单页打开了客服').waitFor();
  const open = panel.locator('[data-row][aria-current]', { hasText: '能改成少冰吗？' });
  await open.waitFor();
  await open.getByText('未读').waitFor({ state: 'detached' });
  await panel.getByText('还能回').first().waitFor();
  await panel.locator('aside').getByText('桂花乌龙奶茶').waitFor();

  const reply = panel.getByRole('textbox', { name: '回复', exact: true });
  await reply.fill('可以的');
  await reply.press('Shift+Enter');
  await reply.pressSequentially('马上改');
  await reply.press('Enter');
  await he.wechat.getByText('可以的').waitFor();
  await expect.poll(() => reply.inputValue()).toBe('');
  await reply.press('/');
  await panel.getByRole('combobox', { name: '找一条快捷回复', exact: true }).fill('马上');
  await panel.getByRole('option', { name: /马上看/ }).waitFor();
  await panel.keyboard.press('Enter');
  await expect.poll(() => reply.inputValue()).toContain('请稍等');
  await reply.press('Enter');
  await he.wechat.getByText('我马上帮您看').waitFor();
  const cup = { name: 'cup.png', mimeType: 'image/png', buffer: await sharp({ create: drawn }).png().toBuffer() };
  await he.wechat.locator('[data-part="chat-file"]').setInputFiles(cup);
  await thread(panel).getByRole('img', { name: '顾客发来的图片' }).waitFor();
  await panel.locator('footer input[type=file]').setInputFiles(cup);
  await panel.getByText('图片待发送').waitFor();
  await reply.press('Enter');
  await he.wechat.locator('.theirs .photo').waitFor();
  await panel
    .locator('aside')
    .getByRole('button', { name: /^把订单/ })
    .click();
  await panel.getByRole('dialog').getByRole('button', { name: '发送', exact: true }).click();
  await he.wechat.locator('.said .card-button').last().click();
  await he.program.getByText('已支付，等待接单').waitFor();

  const wang = await colleague('王芒种', 'wang@example.com');
  await panel.getByRole('button', { name: '转交', exact: true }).click();
  await panel.getByText('王芒种').click();
  await panel.getByLabel('留言（只有同事看得到）').fill('少冰，请吧台确认');
  await panel.getByRole('dialog').getByRole('button', { name: '转交', exact: true }).click();
  await wang.locator('label', { hasText: '我的' }).click();
  await row(wang, '[小程序] 订单').focus();
  await wang.keyboard.press('Enter');
  await thread(wang).getByText('少冰，请吧台确认').waitFor();
  await he.openChat('shop');
  expect(await he.wechat.getByText('少冰，请吧台确认').count()).toBe(0);

  // With the last message that WeChat allows the field closes and says why; the customer's next one opens it.
  const field = wang.getByRole('textbox', { name: '回复', exact: true });
  const pill = wang.locator('.pill');
  for (let n = 1; await field.isEnabled(); n += 1) {
    const before = await pill.innerText();
    await field.fill(`第 ${n} 杯改好了`);
    await field.press('Enter');
    await he.wechat.getByText(`第 ${n} 杯改好了`).waitFor();
    await expect.poll(async () => (await pill.innerText()).split('条')[0]).not.toBe(before.split('条')[0]);
  }
  await wang.getByText('微信允许的 5 条都发出了').first().waitFor();
  await he.wechat.locator('[data-part="chat-text"]').fill('谢谢！');
  await he.wechat.locator('[data-part="chat-send"]').click();
  await thread(wang).getByText('谢谢！').waitFor();
  await expect.poll(() => field.isEnabled()).toBe(true);
  await wang.context().close();

  // The whole of it is free of faults that axe finds, also on a phone, where Escape leads back to the list.
  for (const width of [1440, 390]) {
    await panel.setViewportSize({ width, height: 844 });
    await panel.getByRole('textbox', { name: '回复', exact: true }).waitFor();
    expect(await faultsOf(panel, `an open chat at ${width} px`)).toEqual([]);
  }
  await panel.getByRole('textbox', { name: '回复', exact: true }).press('Escape');
  await row(panel, '谢谢！').waitFor();
  expect(new URL(panel.url()).searchParams.get('chat')).toBeNull();
  expect(facts.admin).toContain(new URL(panel.url()).origin);
  await panel.context().close();
  await he.close();
}, 180_000);
