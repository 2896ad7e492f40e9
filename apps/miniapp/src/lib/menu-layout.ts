/** Heights of the menu in rpx, fixed so that nothing jumps while pictures load. The styles of the menu use the same. */
export const HEAD_RPX = 80;
export const ROW_RPX = 216;

/** Where each section begins, in rpx from the top of the list; `scale` is the person's reading size. */
export function sectionTops(counts: readonly number[], scale = 1): number[] {
  let top = 0;
  return counts.map((count) => {
    const start = top;
    top += (HEAD_RPX + count * ROW_RPX) * scale;
    return start;
  });
}

/** The section under the top edge of a list scrolled by `scrollTop` (rpx). */
export function sectionAt(tops: readonly number[], scrollTop: number): number {
  let at = 0;
  // Half a head early, so that the rail moves as the head arrives.
  tops.forEach((top, index) => {
    if (top <= scrollTop + HEAD_RPX / 2) at = index;
  });
  return at;
}
