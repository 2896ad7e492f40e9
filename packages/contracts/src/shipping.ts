import { z } from 'zod';
import { Id, Instant, Page } from './common.js';

export const ShippingStatus = z.enum(['waiting', 'reported', 'settled', 'failed', 'handled', 'not_needed']);
export type ShippingStatus = z.infer<typeof ShippingStatus>;
/** What WeChat was told of how a paid order reached its customer: until then it holds the money. */
export const ShippingReportView = z.strictObject({
  id: Id,
  orderId: Id,
  orderNumber: z.string(),
  amountFen: z.int(),
  logistics: z.enum(['express', 'local', 'virtual', 'pickup']),
  status: ShippingStatus,
  code: z.string().nullable().describe('WeChat’s own, when it was refused'),
  message: z.string().nullable(),
  tries: z.int(),
  createdAt: Instant,
  reportedAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  handledBy: z.string().nullable(),
  handledReason: z.string().nullable(),
});
export type ShippingReportView = z.infer<typeof ShippingReportView>;
export const ListShippingReports = Page.extend({ status: ShippingStatus.optional() });
/** Money that WeChat holds: paid and not yet reported, or reported and not yet settled. */
export const MoneyWaitingView = z.strictObject({
  unreportedFen: z.int(),
  unsettledFen: z.int(),
  failed: z.int().describe('reports that an operator must see'),
});
export type MoneyWaitingView = z.infer<typeof MoneyWaitingView>;
export const HandleShippingReport = z.strictObject({ reason: z.string().trim().min(1).max(200) });
