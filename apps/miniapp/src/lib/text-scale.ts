/** WeChat's standard size, px; what is at or below it needs no enlarging. */
const STANDARD_PX = 17;
const MOST = 1.4;

/** How much larger than usual this person reads, in steps of 0.05, from 1 to 1.4. */
export function textScale(px: number | undefined, standard = STANDARD_PX): number {
  if (!px || px <= standard) return 1;
  return Math.min(MOST, Math.round((px / standard) * 20) / 20);
}
