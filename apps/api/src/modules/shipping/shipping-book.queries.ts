import { Injectable } from '@nestjs/common';
import type { ShippingStatus } from '@pailou/contracts';
import { Database, type Tx } from '../../platform/database/database.js';

/** How WeChat was told of the hand-over that a payment was for. */
export interface ReportStory {
  attemptId: string;
  status: ShippingStatus;
  code: string | null;
  createdAt: string;
  reportedAt: string | null;
  settledAt: string | null;
}

/** Reads for who follows the money: what WeChat still holds of it. */
@Injectable()
export class ShippingBook {
  constructor(private readonly database: Database) {}

  /** Which of these payments WeChat does not hold (any more), as far as we know. */
  async freed(tx: Tx, attemptIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select attempt_id as id from shipping_reports where attempt_id = any ($1) and status in ('settled', 'not_needed')`,
      [attemptIds],
    );
    return rows.map(({ id }) => id);
  }

  async reports(attemptIds: readonly string[]): Promise<ReportStory[]> {
    const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    return this.database.query<ReportStory>(
      'shipping.reports_of',
      `select attempt_id as "attemptId", status, code, ${iso('created_at')} as "createdAt", ${iso('reported_at')} as "reportedAt", ${iso('settled_at')} as "settledAt"
         from shipping_reports where attempt_id = any ($1)`,
      [attemptIds],
    );
  }
}
