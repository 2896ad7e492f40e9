import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';

/** What is to be paid, as it stands now. Amounts in fen. */
export interface PayableState {
  amountFen: number;
  /** Shown by WeChat beside the amount; cut to 40 characters. */
  description: string;
  customerId: string | null;
  /** False when it is paid, cancelled or expired: no new attempt begins. */
  open: boolean;
  /** When it stops being payable. */
  expiresAt: Date;
}

/** A payment that came in, told once. */
export interface PaidNews {
  attemptId: string;
  method: 'wechat' | 'cash';
  amountFen: number;
  paidAt: Date;
}

/** A refund that began or ended; each change is told once. */
export interface RefundNews {
  refundId: string;
  amountFen: number;
  reason: string;
  status: 'pending' | 'succeeded' | 'failed';
  /** Made by payments itself because the money could not be honoured. */
  automatic: boolean;
  /** Failed with the money still ours: it may be refunded anew. A failure that is not released waits at WeChat for the merchant. */
  released: boolean;
}

/**
 * Something that money can be paid for. All run inside the transaction that changes the payment,
 * with the payable locked, so they may not talk to the outside.
 */
export interface Payable {
  /** Locks the payable's row (`for update`) and describes it; null when there is none. */
  describe(tx: Tx, id: string): Promise<PayableState | null>;
  /** Money came in: 'honoured' keeps it, 'refund' makes payments give all of it back by itself (too late, or paid twice). */
  paid(tx: Tx, id: string, news: PaidNews): Promise<'honoured' | 'refund'>;
  refunded(tx: Tx, id: string, news: RefundNews): Promise<void>;
  /** An attempt ended without money. */
  closed(tx: Tx, id: string): Promise<void>;
}

/** Who can be paid for: modules of a higher rank sign up at start. */
@Injectable()
export class Payables {
  private readonly byType = new Map<string, Payable>();

  /** @param type kept in the database for ever, such as `order` */
  register(type: string, payable: Payable): void {
    if (this.byType.has(type)) throw new Error(`Two payables are called ${type}`);
    this.byType.set(type, payable);
  }

  get(type: string): Payable {
    const payable = this.byType.get(type);
    if (!payable) throw new Error(`Nobody registered the payable ${type}`);
    return payable;
  }
}
