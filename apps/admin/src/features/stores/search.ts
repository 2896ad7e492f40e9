import { api } from '../../lib/client';
import { localized } from '../../lib/i18n';
import { hitsOfAKind, type SearchSource } from '../../lib/search';
import { t } from './texts';

/** By name or address. There are few enough of them to look here. */
export const search: SearchSource = {
  name: () => t('stores'),
  permission: 'stores:read',
  async find(words) {
    const stores = await api.get('/admin/stores');
    return stores
      .filter(({ name, address }) =>
        [name.zh, name.en, address.zh, address.en].some((text) => text.toLowerCase().includes(words.toLowerCase())),
      )
      .slice(0, hitsOfAKind)
      .map((store) => ({ id: store.id, title: localized(store.name), hint: localized(store.address), to: `/stores/${store.id}` }));
  },
};
