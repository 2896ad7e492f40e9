import { z } from 'zod';
import { Id, Instant, Page } from './common.js';

/** A calendar day in China, `2026-11-21`: WeChat's bills are of such days. */
export const BillDay = z.iso.date();

/** How a day stands: no bill yet; WeChat did not give it; every row agrees; somebody must look. */
export const BillDayState = z.enum(['waiting', 'failing', 'matched', 'differing']);
export type BillDayState = z.infer<typeof BillDayState>;

/** What one side holds of a day, fen. */
export const BillDaySums = z.strictObject({
  payments: z.int(),
  paymentsFen: z.int(),
  refunds: z.int(),
  refundsFen: z.int(),
  feeFen: z.int().describe('what WeChat takes less what it gives back with refunds; on our side what the rate comes to'),
});
export type BillDaySums = z.infer<typeof BillDaySums>;

/** A day of the merchant's bill against our books. */
export const BillDayView = z.strictObject({
  id: BillDay.describe('the day'),
  state: BillDayState,
  problem: z.string().nullable().describe('WeChat’s code of the last try, when it failed'),
  nextTryAt: Instant.nullable(),
  fetchedAt: Instant.nullable(),
  theirs: BillDaySums.nullable(),
  ours: BillDaySums.nullable(),
  matched: z.int().describe('rows that agree'),
  openTasks: z.int(),
  closedTasks: z.int(),
  waiting: z.int().describe('rows that a later bill decides: near midnight, or money that WeChat still holds'),
  otherApps: z.int().describe('rows of other apps under the same merchant number'),
  openingFen: z.int().nullable().describe('the account before the first movement'),
  closingFen: z.int().nullable(),
});
export type BillDayView = z.infer<typeof BillDayView>;
export const ListBillDays = Page.extend({ state: BillDayState.optional() });

export const MoneyTaskKind = z.enum([
  'missing_here',
  'missing_there',
  'amount',
  'state',
  'duplicate',
  'fee',
  'fee_rate',
  'bill_sum',
  'fund_missing',
  'fund_amount',
  'fund_unknown',
  'fund_fee',
  'balance',
  'refund_failed',
  'payment_mismatch',
]);
export type MoneyTaskKind = z.infer<typeof MoneyTaskKind>;
export const MoneyTaskStatus = z.enum(['open', 'closed']);
export type MoneyTaskStatus = z.infer<typeof MoneyTaskStatus>;

/** What one side says; absent where it says nothing of the sort. Amounts in fen. */
export const MoneySide = z.strictObject({
  amountFen: z.int().optional(),
  feeFen: z.int().optional(),
  rate: z.string().optional(),
  state: z.string().optional().describe('ours: of the attempt or refund; WeChat’s: its own word'),
  at: Instant.optional(),
  count: z.int().optional(),
  balanceFen: z.int().optional(),
});
export type MoneySide = z.infer<typeof MoneySide>;

/** A difference of money that an operator closes with a reason, unless it closes itself. */
export const MoneyTaskView = z.strictObject({
  id: Id,
  kind: MoneyTaskKind,
  day: BillDay.nullable().describe('of the bill; null when no bill told of it'),
  subject: z.enum(['payment', 'refund', 'account']),
  number: z.string().describe('our number of the payment or refund; empty for the account'),
  transactionId: z.string().nullable().describe('WeChat’s number'),
  orderId: Id.nullable(),
  about: z.string().nullable().describe('what was paid for'),
  ours: MoneySide.nullable(),
  theirs: MoneySide.nullable(),
  differenceFen: z.int().nullable().describe('WeChat’s side less ours'),
  status: MoneyTaskStatus,
  createdAt: Instant,
  closedAt: Instant.nullable(),
  closedBy: z.string().nullable().describe('null while open, and when it closed itself'),
  reason: z.string().nullable(),
});
export type MoneyTaskView = z.infer<typeof MoneyTaskView>;
export const ListMoneyTasks = Page.extend({
  status: MoneyTaskStatus.optional(),
  kind: MoneyTaskKind.optional(),
  day: BillDay.optional(),
});
export const CloseMoneyTask = z.strictObject({ reason: z.string().trim().min(1).max(300) });

/** A row of a bill as it was kept. */
export const BillRowView = z.strictObject({
  id: Id,
  day: BillDay,
  bill: z.enum(['trade', 'fund']),
  kind: z.enum(['payment', 'refund', 'fee', 'other']),
  number: z.string().describe('ours'),
  wechatNumber: z.string(),
  at: Instant.nullable(),
  amountFen: z.int().describe('of a movement of the account: negative when it went out'),
  feeFen: z.int().nullable(),
  feeRate: z.string().nullable(),
  state: z.string().nullable(),
  business: z.string().nullable().describe('WeChat’s name of the movement'),
  balanceFen: z.int().nullable(),
  differs: z.boolean().describe('an open task tells of it'),
});
export type BillRowView = z.infer<typeof BillRowView>;
export const ListBillRows = Page.extend({ day: BillDay.optional(), bill: z.enum(['trade', 'fund']).optional() });

/** What somebody who answers for the money should see now. */
export const MoneyAlarmsView = z.strictObject({
  notices: z.array(
    z.strictObject({
      kind: z.enum(['payment_notices', 'refund_notices']),
      unheard: z.int().describe('how many in a row were found by asking only'),
      since: Instant,
      lastHeardAt: Instant.nullable(),
    }),
  ),
  openTasks: z.int(),
  urgentTasks: z.int().describe('of these: refunds that failed and payments that do not match'),
  failingDays: z.int().describe('bills that WeChat does not give'),
});
export type MoneyAlarmsView = z.infer<typeof MoneyAlarmsView>;
