import AxeBuilder from '@axe-core/playwright';
import { openBrowser } from './src/browser.js';
const browser = await openBrowser();
const base = 'http://localhost:46000';
const post = async (p: string, b: object) => (await fetch(base + p, { method: 'POST', body: JSON.stringify(b) })).json() as any;
const a = await post('/sandbox/customers', { nickname: '林小满' }),
  b = await post('/sandbox/customers', { nickname: '陈小寒' });
await post('/sandbox/friends/card', { customerId: a.id, friendId: b.id, title: '桂花乌龙奶茶 ¥18', path: 'pages/menu/index' });
await post('/sandbox/friends/text', { customerId: b.id, friendId: a.id, content: '好呀，来两杯。三点在老街店门口见？' });
await post('/sandbox/chat/text', { customerId: a.id, content: '请问今天几点关门？' });
for (const [w, h, locale, scheme, name] of [
  [1440, 900, 'zh-CN', 'light', 'wide'],
  [1440, 900, 'en-GB', 'dark', 'dark'],
  [1024, 768, 'en-GB', 'light', 'mid'],
  [390, 844, 'zh-CN', 'dark', 'narrow'],
] as const) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, locale, colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log(name, 'ERROR', e.message));
  await page.goto(`${base}/?phone=${a.id}&phone=${b.id}`);
  await page.waitForSelector('.phone.active');
  const axe = async (what: string) => {
    await page.waitForTimeout(250);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    for (const v of violations)
      console.log(
        name,
        what,
        v.id,
        v.nodes
          .map((n) => n.target.join(' ') + ' :: ' + (n.any[0]?.message ?? ''))
          .slice(0, 4)
          .join(' | '),
      );
    await page.screenshot({ path: `/tmp/shots/${name}-${what}.png` });
  };
  const phone = page.locator('.phone:visible').last();
  await phone.frameLocator('iframe').locator('uni-page-body').first().waitFor();
  await axe('program');
  for (const p of await page.locator('.phone:visible').all()) await p.locator('[data-part=leave]').click();
  await axe('chats');
  const other = w === 390 ? 'shop' : 'shop';
  await page.locator('.phone:visible').first().locator('[data-chat=shop]').click();
  if (w > 390) await phone.locator(`[data-chat="${a.id}"]`).click();
  await axe('chat');
  await phone.locator('[data-part=chat-back]').click();
  await phone.locator('[data-part=tab-me]').click();
  await phone.locator('[data-part=me-location]').waitFor();
  await axe('me');
  await phone.locator('[data-part=me-place]').click();
  await axe('place');
  await phone.locator('[data-part=place-cancel]').click();
  await phone.locator('[data-part=tab-chats]').click();
  await phone.locator('[data-part=resume]').click();
  await phone.locator('[data-part=menu]').click();
  await axe('actions');
  await phone.locator('[data-part=action-share]').click();
  await axe('share');
  await page.keyboard.press('Escape');
  if (w === 390) {
    await phone.locator('[data-part=holder]').click();
    await axe('drawer');
  }
  await context.close();
}
await browser.close();
