import type { CartLineView } from '@pailou/contracts';
import { describe, expect, it } from 'vitest';
import { countOf, lineKey, totalOf, withQuantity } from '@/lib/cart-lines';
import { checkWords, undecided } from '@/lib/check-words';
import { liveUrl, pictureUrl, readConfig } from '@/lib/config';
import { orderCard, targetOf } from '@/lib/contact';
import { money } from '@/lib/money';
import { canCancel, statusText, stepsDone } from '@/lib/order-words';
import { messages } from '@/lib/text';
import { countdown, distance } from '@/lib/time';

const line = (over: Partial<CartLineView> = {}): CartLineView => ({
  variantId: 'v',
  productId: 'p',
  modifierIds: [],
  quantity: 1,
  name: { zh: '茶', en: 'Tea' },
  choice: '',
  pictureUrl: null,
  unitFen: 1800,
  totalFen: 1800,
  problem: null,
  ...over,
});

describe('the cart', () => {
  it('takes the same choice for the same line, in whatever order it was tapped', () => {
    expect(lineKey(line({ modifierIds: ['b', 'a'] }))).toBe(lineKey(line({ modifierIds: ['a', 'b'] })));
  });
  it('adds, changes and leaves', () => {
    const two = withQuantity([line()], line(), 2);
    expect([countOf(two), totalOf(two)]).toEqual([2, 3600]);
    expect(withQuantity(two, line({ variantId: 'w' }), 1)).toHaveLength(2);
    expect(withQuantity(two, line(), 0)).toEqual([]);
  });
});

describe('the way to the chat', () => {
  it('leads back to the page of the card that was tapped; a tab takes no query', () => {
    expect(targetOf({ path: '/packages/orders/detail', query: { id: 'o 1' } })).toEqual({
      tab: false,
      url: '/packages/orders/detail?id=o%201',
      query: { id: 'o 1' },
    });
    expect(targetOf({ path: 'pages/menu/index.html', query: { product: 'p' } })).toMatchObject({ tab: true, url: '/pages/menu/index' });
    expect([targetOf({}), targetOf({ path: '' })]).toEqual([null, null]);
  });
  it('offers a card of the order with its first picture', () => {
    const order = { id: 'o', number: '7', lines: [{ pictureUrl: null }, { pictureUrl: 'https://shop.cn/media/tea.webp' }] };
    expect(orderCard(order, '订单')).toEqual({
      title: '订单 7',
      path: 'packages/orders/detail?id=o',
      imageUrl: 'https://shop.cn/media/tea.webp',
    });
  });
});

describe('words', () => {
  it('write money, distance and what is left of time', () => {
    expect([money(1850), money(1800), money(-5), money(123456789)]).toEqual(['¥18.50', '¥18', '−¥0.05', '¥1,234,567.89']);
    expect([distance(318), distance(1440)]).toEqual([
      { unit: 'm', value: 320 },
      { unit: 'km', value: '1.4' },
    ]);
    expect([
      countdown('2026-11-21T02:30:00Z', Date.parse('2026-11-21T02:28:59Z')),
      countdown('2026-11-21T02:30:00Z', Date.parse('2026-11-21T03:00:00Z')),
    ]).toEqual(['1:01', '0:00']);
  });
  it('say each state of an order in both languages', () => {
    for (const t of Object.values(messages)) {
      expect(statusText({ status: 'ready', fulfilment: 'delivery' }, t)).toBe(t.orders.readyFor.delivery);
      expect(statusText({ status: 'paid', fulfilment: 'delivery' }, t)).toBe(t.orders.status.paid);
    }
    expect([stepsDone({ status: 'unpaid' }), stepsDone({ status: 'ready' }), stepsDone({ status: 'expired' })]).toEqual([0, 3, null]);
    expect([canCancel({ status: 'paid' }), canCancel({ status: 'accepted' })]).toEqual([true, false]);
  });
  it('are the same set in both languages, and none is empty', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value;
    expect(shape(messages.en)).toEqual(shape(messages.zh));
    expect(JSON.stringify(messages.en)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('the addresses', () => {
  it('come from the query, else the hosting page, else the build', () => {
    expect(readConfig({ query: '?api=https%3A%2F%2Fa.cn%2Fapi%2Fv1%2F', host: { apiUrl: 'https://b.cn' } }).apiUrl).toBe(
      'https://a.cn/api/v1',
    );
    expect(readConfig({ host: { sandbox: 'http://s/' }, built: 'https://c.cn/api/v1' })).toEqual({
      apiUrl: 'https://c.cn/api/v1',
      sandbox: 'http://s',
      customer: '',
    });
    expect(readConfig({}).apiUrl).toBe('/api/v1');
  });
  it('of pictures and of the live line stand on the API’s host', () => {
    expect(pictureUrl('/media/x.webp', 'https://a.cn/api/v1')).toBe('https://a.cn/media/x.webp');
    expect(pictureUrl('https://cdn/x.jpg', 'https://a.cn/api/v1')).toBe('https://cdn/x.jpg');
    expect(liveUrl('/api/v1', 'https://h5.cn')).toBe('wss://h5.cn/api/v1/live');
  });
});

describe('what is told of a new nickname or avatar', () => {
  const check = {
    status: 'refused',
    text: '加微信',
    pictureUrl: null,
    label: 10001,
    reason: null,
    createdAt: '2026-11-25T02:00:00Z',
  } as const;
  it('is that it is being checked, or why it was refused: in an operator’s words where there are some', () => {
    expect(checkWords('nickname', { ...check, status: 'in_doubt' }, messages.zh)).toContain('正在审核');
    expect(checkWords('nickname', check, messages.zh)).toBe('“加微信”没有通过审核：可能含有广告');
    expect(checkWords('nickname', { ...check, reason: '请换一个' }, messages.zh)).toContain('请换一个');
    expect(checkWords('avatar', { ...check, text: null, label: 4711 }, messages.en)).toContain('not fit to be shown');
    expect([checkWords('avatar', null, messages.en), undecided([null, check]), undecided([{ ...check, status: 'waiting' }])]).toEqual([
      '',
      false,
      true,
    ]);
  });
});
