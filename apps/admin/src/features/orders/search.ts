import { api } from '../../lib/client';
import { money } from '../../lib/format';
import { localized } from '../../lib/i18n';
import { hitsOfAKind, type SearchSource } from '../../lib/search';
import { t } from './texts';

/** By number, pickup number, or the customer's name or phone. */
export const search: SearchSource = {
  name: () => t('orders'),
  permission: 'orders:read',
  async find(words) {
    const { items } = await api.get('/admin/orders', { query: { q: words, limit: hitsOfAKind } });
    return items.map((order) => ({
      id: order.id,
      title: `${order.pickupNumber} · ${order.number}`,
      hint: [t(order.status), order.customer?.nickname ?? '', money(order.totalFen), localized(order.storeName)]
        .filter(Boolean)
        .join(' · '),
      to: `/orders?order=${order.id}`,
    }));
  },
};
