import { allocate, type Fen, fen } from '../../kernel/money.js';

/** A line of a paid order with what went back of it before. */
export interface RefundableLine {
  id: string;
  quantity: number;
  refundedQuantity: number;
  totalFen: number;
}

export interface RefundPart {
  lineId: string;
  quantity: number;
}

/**
 * What so many more pieces of a line come to. The line's total is divided over its pieces by largest remainder,
 * so that all pieces, refunded one by one, come to exactly the total.
 */
export function pieceFen(line: RefundableLine, quantity: number): Fen {
  const pieces = allocate(
    fen(line.totalFen),
    Array.from({ length: line.quantity }, () => 1),
  );
  return fen(pieces.slice(line.refundedQuantity, line.refundedQuantity + quantity).reduce((sum, piece) => sum + piece, 0));
}

/** The pieces that are left of each line. */
export function allThatIsLeft(lines: readonly RefundableLine[]): RefundPart[] {
  return lines
    .filter((line) => line.quantity > line.refundedQuantity)
    .map((line) => ({ lineId: line.id, quantity: line.quantity - line.refundedQuantity }));
}
