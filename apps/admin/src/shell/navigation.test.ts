import { describe, expect, it } from 'vitest';
import { entriesOf, entryOf } from './navigation';
import { pagesOf } from './palette';
import { routes } from './routes';

describe('navigation', () => {
  it('shows what the permissions allow, and nothing that has no entry', () => {
    const one = entriesOf(routes, (permission) => permission === 'orders:read').map((entry) => entry.to);
    expect(one).toContain('/orders/board');
    expect(entriesOf(routes, () => false).map((entry) => entry.to)).not.toContain('/orders/board');
    expect(one).not.toContain('/sign-in');
  });
  it('leads to no page without a path parameter filled in, and to none twice', () => {
    const all = entriesOf(routes, () => true).map((entry) => entry.to);
    expect(all.filter((path) => path.includes(':'))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
  it('carries what waits on a page to its entry alone', () => {
    const waiting = entriesOf(
      routes,
      () => true,
      (path) => (path === '/conversations' ? 3 : 0),
    ).filter(({ badge }) => badge > 0);
    expect(waiting.map(({ to, badge }) => [to, badge])).toEqual([['/conversations', 3]]);
  });
  it('marks the entry of a page, or the nearest above it', () => {
    const all = entriesOf(routes, () => true);
    const marked = [
      '/',
      '/orders',
      '/orders/board',
      '/catalog/products/new',
      '/catalog/categories',
      '/stores/1/codes',
      '/team/roles',
      '/catalogue',
    ].map((path) => entryOf(all, path)?.to);
    expect(marked).toEqual(['/', '/orders', '/orders/board', '/catalog', '/catalog/categories', '/stores', '/team/roles', undefined]);
  });
  it('is searched by the names of pages, of their parts, and by addresses', () => {
    const all = entriesOf(routes, () => true);
    expect(pagesOf(all, ' 看板 ').map((line) => line.to)).toEqual(['/orders/board']);
    expect(pagesOf(all, 'GOING').map((line) => line.to)).toEqual(['/settings/going-live']);
    expect(pagesOf(all, '').length).toBe(all.length);
  });
});
