import type { AdminOrderView, RefundOrder } from '@pailou/contracts';
import type { In } from '../../lib/contract';

/** How many of each line to give back, by line id. */
export type Quantities = Readonly<Record<string, number>>;

/** What the chosen items come to, in fen. */
export function refundFen(order: Pick<AdminOrderView, 'lines'>, quantities: Quantities): number {
  return order.lines.reduce((sum, line) => sum + line.unitFen * (quantities[line.id] ?? 0), 0);
}

/** The command: chosen lines, or none named, which means all that is left (delivery too). */
export function refundBody(quantities: Quantities | null, reason: string, restock: boolean): In<typeof RefundOrder> {
  const rest = { reason: reason.trim(), restock };
  if (quantities === null) return rest;
  return {
    ...rest,
    lines: Object.entries(quantities)
      .filter(([, quantity]) => quantity > 0)
      .map(([lineId, quantity]) => ({ lineId, quantity })),
  };
}
