import { Offline, Problem } from '@pailou/client';
import { beforeEach, expect, it, vi } from 'vitest';
import { fresh } from '@/lib/kept';
import { forgetAllBut, load, save } from '@/lib/storage';

const phone = new Map<string, unknown>();
vi.stubGlobal('uni', {
  getStorageSync: (key: string) => phone.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void phone.set(key, value),
  removeStorageSync: (key: string) => void phone.delete(key),
  getStorageInfoSync: () => ({ keys: [...phone.keys()] }),
});
beforeEach(() => phone.clear());
const away = () => Promise.reject(new Offline());

it('gives what is of now, and without a network what was seen last and when', async () => {
  const before = Date.now();
  expect(await fresh('orders', () => Promise.resolve(['A01']))).toEqual({ value: ['A01'], since: null });
  const seen = await fresh('orders', away);
  expect(seen.value).toEqual(['A01']);
  expect(seen.since).toBeGreaterThanOrEqual(before);
});
it('says that the network is away when nothing was seen, and never hides a refusal behind old news', async () => {
  await expect(fresh('orders', away)).rejects.toBeInstanceOf(Offline);
  await fresh('orders', () => Promise.resolve(['A01']));
  const refused = new Problem(404, 'orders.not_found', '没有找到订单');
  await expect(fresh('orders', () => Promise.reject(refused))).rejects.toBe(refused);
});
it('forgets a person whole, but for what says nothing of them', () => {
  for (const key of ['token', 'orders', 'addresses', 'choice:tea', 'locale']) save(key, key);
  forgetAllBut(['locale']);
  expect([...phone.keys()]).toEqual(['locale']);
  expect(load('locale')).toBe('locale');
});
