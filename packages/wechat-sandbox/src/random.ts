/**
 * The n-th number (from 0) of a seed's sequence, 0 or more and below 1: the same for ever, so that chance can be repeated.
 * The mixing is that of mulberry32.
 */
export function randomAt(seed: number, n: number): number {
  let mixed = (seed + Math.imul(n + 1, 0x6d2b79f5)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
