import { describe, expect, it } from 'vitest';
import { useBulk } from './bulk';
import { Problem } from './client';

describe('the same done to many', () => {
  it('goes on after a failure, and says which and why', async () => {
    const bulk = useBulk<string>();
    const seen: number[] = [];
    const ended = await bulk.start('上架', ['a', 'b', 'c'], async (item) => {
      seen.push(bulk.run.value!.done);
      if (item === 'b') throw Problem.of(409, { code: 'orders.not_possible', title: '不能这样做', status: 409 });
    });
    expect(seen).toEqual([0, 1, 2]);
    expect(ended).toMatchObject({ total: 3, done: 3, running: false, failures: [{ item: 'b', why: '不能这样做' }] });
  });
  it('stops between two, and knows how far it came', async () => {
    const bulk = useBulk<number>();
    const ended = await bulk.start('下架', [1, 2, 3], async (item) => {
      if (item === 2) bulk.stop();
    });
    expect(ended).toMatchObject({ total: 3, done: 2, failures: [] });
    bulk.close();
    expect(bulk.run.value).toBeNull();
  });
});
