import { api } from '../../lib/client';
import { hitsOfAKind, type SearchSource } from '../../lib/search';
import { t } from './texts';

/** By name or e-mail. */
export const search: SearchSource = {
  name: () => t('team'),
  permission: 'operators:manage',
  async find(words) {
    const team = await api.get('/admin/operators');
    return team
      .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(words.toLowerCase()))
      .slice(0, hitsOfAKind)
      .map((one) => ({ id: one.id, title: one.name, hint: `${one.roleName} · ${one.email}`, to: `/team?operator=${one.id}` }));
  },
};
