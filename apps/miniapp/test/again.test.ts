import type { StorefrontProduct } from '@pailou/contracts';
import { describe, expect, it } from 'vitest';
import { deliveryHint, deliveryText } from '@/lib/delivery-words';
import { sectionAt, sectionTops } from '@/lib/menu-layout';
import { hasPhrase, togglePhrase } from '@/lib/note';
import { orderAgain } from '@/lib/order-again';
import { isGoing, nextText, stepTime, stepWord } from '@/lib/order-words';
import { maskPhone } from '@/lib/phone';
import { localized, messages } from '@/lib/text';
import { textScale } from '@/lib/text-scale';
import { clock, clockIn, weekdayIn } from '@/lib/time';

const tea: StorefrontProduct = {
  id: 'tea',
  handle: 'tea',
  name: { zh: '桂花乌龙', en: 'Osmanthus Oolong' },
  line: { zh: '', en: '' },
  description: { zh: '', en: '' },
  categoryId: 'c',
  pictures: [{ url: '/media/tea.webp', alt: '' }],
  soldOut: false,
  options: [
    {
      name: { zh: '杯型', en: 'Size' },
      values: [
        { zh: '中杯', en: 'Medium' },
        { zh: '大杯', en: 'Large' },
      ],
    },
  ],
  variants: [
    { id: 'medium', optionValues: ['中杯'], priceFen: 1800, compareAtFen: null, available: 0 },
    { id: 'large', optionValues: ['大杯'], priceFen: 2200, compareAtFen: null, available: 3 },
  ],
  modifierGroups: [
    {
      id: 'g',
      name: { zh: '加料', en: 'Extras' },
      min: 0,
      max: 2,
      modifiers: [{ id: 'pearls', name: { zh: '珍珠', en: 'Pearls' }, priceFen: 200 }],
    },
  ],
};
const line = (variantId: string, more: object = {}) => ({
  id: variantId,
  productId: 'tea',
  variantId,
  modifierIds: ['pearls'],
  name: { zh: variantId, en: '' },
  choice: '',
  pictureUrl: null,
  unitFen: 1,
  quantity: 2,
  totalFen: 2,
  refundedQuantity: 0,
  ...more,
});

describe('ordering again', () => {
  it('takes today’s name, price and choice for what can be had, as many as there are', () => {
    const { lines, gone } = orderAgain({ lines: [line('large', { quantity: 5 })] }, [tea], 'en');
    expect(gone).toEqual([]);
    expect(lines).toEqual([
      {
        variantId: 'large',
        productId: 'tea',
        modifierIds: ['pearls'],
        quantity: 3,
        name: tea.name,
        choice: 'Large / Pearls',
        pictureUrl: '/media/tea.webp',
        unitFen: 2400,
        totalFen: 7200,
        problem: null,
      },
    ]);
  });
  it('names what is gone: a product, a variant without stock, an extra that is sold no more', () => {
    const wish = [line('medium'), line('large', { productId: 'coffee' }), line('large', { modifierIds: ['jelly'] }), line('small')];
    const { lines, gone } = orderAgain({ lines: wish }, [tea], 'zh');
    expect(lines).toEqual([]);
    expect(gone.map(({ zh }) => zh)).toEqual(['medium', 'large', 'large', 'small']);
    expect(orderAgain({ lines: [line('large')] }, [{ ...tea, soldOut: true }], 'zh').gone).toHaveLength(1);
  });
});

describe('a note', () => {
  it('takes and gives back ready-made wishes, and keeps what was typed', () => {
    const once = togglePhrase('放门口', '不用餐具', 'zh');
    expect(once).toBe('放门口，不用餐具');
    expect([hasPhrase(once, '不用餐具'), hasPhrase(once, '餐具')]).toEqual([true, false]);
    expect(togglePhrase(once, '不用餐具', 'zh')).toBe('放门口');
    expect(togglePhrase('', 'No ice', 'en')).toBe('No ice');
  });
  it('never grows over what the shop takes', () => {
    const full = '茶'.repeat(200);
    expect(togglePhrase(full, '去冰', 'zh')).toBe(full);
  });
});

describe('an order', () => {
  const t = messages.zh;
  const of = (status: 'paid' | 'accepted' | 'ready' | 'completed' | 'cancelled' | 'expired' | 'unpaid', paidAt: string | null = null) => ({
    status,
    fulfilment: 'delivery' as const,
    paidAt,
  });
  it('says what comes next, and nothing when all is said', () => {
    expect(nextText(of('paid'), t)).toBe(t.orders.next.paid);
    expect(nextText(of('ready'), t)).toBe(t.orders.next.ready.delivery);
    expect([nextText(of('completed'), t), nextText(of('unpaid'), t), nextText(of('cancelled'), t)]).toEqual(['', '', '']);
    expect(nextText(of('cancelled', '2026-11-21T02:00:00Z'), t)).toBe(t.orders.next.cancelled);
  });
  it('has steps with a word for its way and the time of each', () => {
    const history = [{ at: '2026-11-21T02:00:00Z', status: 'ready' as const, event: 'ready', by: 'x' }];
    expect([stepWord('ready', of('paid'), t), stepWord('paid', of('paid'), t)]).toEqual(['送出', '支付']);
    expect([stepTime('ready', { history }), stepTime('completed', { history })]).toEqual([clock('2026-11-21T02:00:00Z'), '']);
    expect((['unpaid', 'ready', 'completed', 'expired'] as const).map((status) => isGoing({ status }))).toEqual([true, true, false, false]);
  });
});

describe('words', () => {
  it('tell a place’s own time', () => {
    expect(clockIn('Asia/Shanghai', '2026-11-21T14:30:00Z')).toBe('22:30');
    // Saturday evening in London is Sunday in Shanghai.
    expect([
      weekdayIn('Europe/London', new Date('2026-11-21T20:00:00Z')),
      weekdayIn('Asia/Shanghai', new Date('2026-11-21T20:00:00Z')),
    ]).toEqual([5, 6]);
    expect(clockIn('Nowhere/None', '2026-11-21T14:30:00Z')).toBe(clock('2026-11-21T14:30:00Z'));
  });
  it('say what bringing costs and how far it is from free', () => {
    const terms = { deliveryFeeFen: 600, freeDeliveryOverFen: 6000 };
    expect(deliveryText(terms, 4800, messages.en)).toBe('Delivery ¥6 · ¥12 more for free delivery');
    expect([deliveryText(terms, 6000, messages.en), deliveryText({ ...terms, deliveryFeeFen: 0 }, 1, messages.en)]).toEqual([
      messages.en.cart.freeNow,
      messages.en.cart.freeNow,
    ]);
    expect(deliveryText({ ...terms, freeDeliveryOverFen: null }, 1, messages.en)).toBe('Delivery ¥6');
    expect([deliveryHint(terms, 4800, messages.en), deliveryHint({ ...terms, freeDeliveryOverFen: null }, 1, messages.en)]).toEqual([
      '¥12 more for free delivery',
      'Delivery ¥6',
    ]);
  });
  it('of the business are set with thin spaces too, and Chinese stands in for English', () => {
    expect([localized({ zh: '龙井50克', en: '' }, 'zh'), localized({ zh: '龙井', en: '' }, 'en'), localized(null, 'zh')]).toEqual([
      '龙井\u200950\u2009克',
      '龙井',
      '',
    ]);
  });
  it('hide the middle of a phone number', () => {
    expect([maskPhone('13800138000'), maskPhone('+8613800138000'), maskPhone('60001'), maskPhone(null)]).toEqual([
      '138****8000',
      '+86138****8000',
      '60001',
      '',
    ]);
  });
});

describe('large text', () => {
  it('grows with the chosen size, never shrinks, and stops where the layout does', () => {
    expect([undefined, 15, 17, 19, 21, 40].map((px) => textScale(px))).toEqual([1, 1, 1, 1.1, 1.25, 1.4]);
    expect(textScale(20, 16)).toBe(1.25);
  });
  it('moves the rail’s marks with the rows', () => {
    const [plain, large] = [sectionTops([3, 2]), sectionTops([3, 2], 1.25)];
    expect(large[1]).toBe(plain[1]! * 1.25);
    expect(sectionAt(large, large[1]!)).toBe(1);
  });
});
