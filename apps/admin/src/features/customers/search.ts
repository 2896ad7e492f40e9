import { api } from '../../lib/client';
import { hitsOfAKind, type SearchSource } from '../../lib/search';
import { c } from '../../lib/texts';
import { t } from './texts';

/** By nickname or phone. */
export const search: SearchSource = {
  name: () => t('customers'),
  permission: 'customers:read',
  async find(words) {
    const { items } = await api.get('/admin/customers', { query: { q: words, limit: hitsOfAKind } });
    return items.map((customer) => ({
      id: customer.id,
      title: customer.nickname ?? c('nameless'),
      hint: customer.phoneNumber ?? t('noPhone'),
      to: `/customers?customer=${customer.id}`,
    }));
  },
};
