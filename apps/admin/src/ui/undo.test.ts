import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offerUndo, takeBack, undoMs, undos } from './undo';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe('undo', () => {
  it('is offered for ten seconds', () => {
    offerUndo('A01 已接单', async () => undefined);
    vi.advanceTimersByTime(undoMs - 1);
    expect(undos.value).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(undos.value).toEqual([]);
  });
  it('happens once, and then is offered no more', async () => {
    let times = 0;
    offerUndo('A01 已接单', async () => (times += 1));
    const [one] = undos.value;
    await Promise.all([takeBack(one!), takeBack(one!)]);
    expect(times).toBe(1);
    expect(undos.value).toEqual([]);
  });
  it('keeps the newest three', () => {
    for (const words of ['1', '2', '3', '4']) offerUndo(words, async () => undefined);
    expect(undos.value.map((one) => one.words)).toEqual(['2', '3', '4']);
  });
});
