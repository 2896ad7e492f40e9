import { describe, expect, it } from 'vitest';
import { neighbour } from './board-keys';

describe('arrows on the board', () => {
  it('begin at the first ticket there is', () => {
    expect(neighbour([0, 2, 1], null, 'ArrowDown')).toEqual({ column: 1, row: 0 });
    expect(neighbour([0, 0, 0], null, 'ArrowDown')).toBeUndefined();
  });
  it('walk within a column and stop at its ends', () => {
    expect(neighbour([2, 0, 0], { column: 0, row: 0 }, 'ArrowDown')).toEqual({ column: 0, row: 1 });
    expect(neighbour([2, 0, 0], { column: 0, row: 1 }, 'ArrowDown')).toBeUndefined();
    expect(neighbour([2, 0, 0], { column: 0, row: 0 }, 'ArrowUp')).toBeUndefined();
  });
  it('jump over empty columns, to the nearest row there is', () => {
    expect(neighbour([5, 0, 2], { column: 0, row: 4 }, 'ArrowRight')).toEqual({ column: 2, row: 1 });
    expect(neighbour([5, 0, 2], { column: 2, row: 0 }, 'ArrowLeft')).toEqual({ column: 0, row: 0 });
    expect(neighbour([5, 0, 2], { column: 2, row: 0 }, 'ArrowRight')).toBeUndefined();
  });
});
