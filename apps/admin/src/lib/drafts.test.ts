import { afterEach, describe, expect, it } from 'vitest';
import { dropDraft, keepDraft, readDraft } from './drafts';

afterEach(() => localStorage.clear());
const empty = { name: '', price: '' };

describe('a draft', () => {
  it('is found again under its key, with what the form was opened with', () => {
    keepDraft('product.1', empty, { name: '桂花', price: '18' }, 1000);
    expect(readDraft('product.1', empty, 2000)).toEqual({ at: 1000, opened: empty, draft: { name: '桂花', price: '18' } });
    expect(readDraft('product.2', empty, 2000)).toBeNull();
    dropDraft('product.1');
    expect(readDraft('product.1', empty, 2000)).toBeNull();
  });
  it('is not offered once it is old, broken, or of another make of form', () => {
    keepDraft('a', empty, { name: '茶', price: '1' }, 0);
    expect(readDraft('a', empty, 15 * 86_400_000)).toBeNull();
    expect(readDraft('a', { name: '', price: '', stock: '' }, 1)).toBeNull();
    localStorage.setItem('pailou.draft.b', '{');
    expect(readDraft('b', empty, 1)).toBeNull();
  });
});
