import { api } from '../../lib/client';
import { localized } from '../../lib/i18n';
import { hitsOfAKind, type SearchSource } from '../../lib/search';
import { priceRange } from './summary';
import { t } from './texts';

/** By name in both languages, code or tag. */
export const search: SearchSource = {
  name: () => t('products'),
  permission: 'catalog:read',
  async find(words) {
    const { items } = await api.get('/admin/products', { query: { q: words, limit: hitsOfAKind } });
    return items.map((product) => ({
      id: product.id,
      title: localized(product.name),
      hint: `${t(product.status)} · ${priceRange(product.variants)}`,
      to: `/catalog/products/${product.id}`,
    }));
  },
};
