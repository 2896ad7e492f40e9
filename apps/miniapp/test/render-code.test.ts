// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { openShop } from './shop';
import { startWechat } from './wechat';

it('is opened by the code of a table, and orders there', async () => {
  const shop = await openShop();
  const wechat = startWechat(shop.url, { query: { scene: 'table7' } });
  const page = await wechat.open('pages/menu/index');
  await vi.waitFor(() => expect(page.text()).toContain('已选 7 桌'));
  expect(shop.asked).toContain('GET /storefront/codes/table7');
  expect(shop.unknown).toEqual([]);
  page.close();
  await shop.close();
});
