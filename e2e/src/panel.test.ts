import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.js';
import { call, facts, openPanel, ownerCookie } from './people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const pages = [
  '/',
  '/orders/board',
  '/orders',
  '/catalog',
  '/catalog/categories',
  '/catalog/import',
  '/catalog/products/new',
  '/stores',
  '/stores/new',
  '/customers',
  '/moderation',
  '/figures',
  '/shipping',
  '/team',
  '/team/roles',
  '/audit',
  '/messages',
  '/settings/messages',
  '/settings/going-live',
  '/settings',
];

describe('every page of the panel', () => {
  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
  ] as const)('has no serious fault that axe finds, at %i px in %s', async (width, scheme) => {
    const page = await openPanel(browser, { width, scheme, path: '/' });
    const cookie = await ownerCookie();
    const [store] = await call<{ id: string }[]>('GET', '/admin/stores', { cookie });
    const { items } = await call<{ items: { id: string }[] }>('GET', '/admin/products?limit=1', { cookie });
    const faults: string[] = [];
    for (const path of [...pages, `/stores/${store!.id}`, `/stores/${store!.id}/codes`, `/catalog/products/${items[0]!.id}`]) {
      await page.goto(facts.admin + path);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical') faults.push(`${path} ${id}: ${nodes[0]?.html.slice(0, 120)}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) faults.push(`${path} is ${overflow} px too wide`);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
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
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('密码').fill(facts.owner.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/customers$/);
  await page.context().close();
});
