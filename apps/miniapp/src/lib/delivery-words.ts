import type { StorefrontStore } from '@pailou/contracts';
import { money } from './money';
import type { Messages } from './text';

type DeliveryTerms = Pick<StorefrontStore, 'deliveryFeeFen' | 'freeDeliveryOverFen'>;

/** What bringing costs for a cart of so many fen, and how far it is from free: `配送费 ¥6 · 再加 ¥12 免配送费`. */
export function deliveryText(store: DeliveryTerms, totalFen: number, t: Messages): string {
  const { deliveryFeeFen: fee, freeDeliveryOverFen: free } = store;
  if (fee === 0 || (free !== null && totalFen >= free)) return t.cart.freeNow;
  const words = t.home.deliveryFee(money(fee));
  return free === null ? words : `${words} · ${t.cart.freeAfter(money(free - totalFen))}`;
}

/** The same in one short line, for the cart bar: how far it is from free, else what it costs. */
export function deliveryHint(store: DeliveryTerms, totalFen: number, t: Messages): string {
  const free = store.freeDeliveryOverFen;
  return store.deliveryFeeFen > 0 && free !== null && totalFen < free
    ? t.cart.freeAfter(money(free - totalFen))
    : deliveryText(store, totalFen, t);
}
