import { z } from 'zod';
import { Fen, Id, Instant, Localized, Page } from './common.js';

export const Fulfilment = z.enum(['pickup', 'delivery', 'dine_in']);
export type Fulfilment = z.infer<typeof Fulfilment>;
export const CartLineInput = z.strictObject({
  variantId: Id,
  modifierIds: z.array(Id).max(20).default([]),
  quantity: z.int().min(1).max(99),
});
export type CartLineInput = z.infer<typeof CartLineInput>;
export const CartInput = z.strictObject({ lines: z.array(CartLineInput).max(60) });
/** The lines that the server keeps for a customer and store, priced as of now. */
export const CartLineView = z.strictObject({
  variantId: Id,
  productId: Id,
  modifierIds: z.array(Id),
  quantity: z.number(),
  name: Localized,
  choice: z.string(),
  pictureUrl: z.string().nullable(),
  unitFen: Fen,
  totalFen: Fen,
  problem: z.enum(['sold_out', 'not_enough', 'gone']).nullable(),
});
export type CartLineView = z.infer<typeof CartLineView>;
export const CartView = z.strictObject({ storeId: Id, lines: z.array(CartLineView), count: z.number(), totalFen: Fen });
export type CartView = z.infer<typeof CartView>;
export const QuoteInput = z.strictObject({
  storeId: Id,
  lines: z.array(CartLineInput).min(1).max(60),
  fulfilment: Fulfilment,
  addressId: Id.optional().describe('delivery'),
  tableId: Id.optional().describe('dine_in'),
});
export type QuoteInput = z.infer<typeof QuoteInput>;
/** One step of the price, in the order in which it was applied. */
export const PriceStep = z.strictObject({ kind: z.enum(['items', 'delivery']), label: Localized, amountFen: z.int() });
export const QuoteView = z.strictObject({ lines: z.array(CartLineView), steps: z.array(PriceStep), totalFen: Fen, hash: z.string() });
export type QuoteView = z.infer<typeof QuoteView>;
export const SubmitOrder = QuoteInput.extend({
  quoteHash: z.string().length(64),
  note: z.string().trim().max(200).default(''),
  contactPhone: z
    .string()
    .regex(/^\+?[0-9-]{6,17}$/)
    .optional(),
});
export type SubmitOrder = z.infer<typeof SubmitOrder>;
export const OrderStatus = z.enum(['unpaid', 'paid', 'accepted', 'ready', 'completed', 'cancelled', 'expired']);
export type OrderStatus = z.infer<typeof OrderStatus>;
export const RefundStatus = z.enum(['none', 'pending', 'partial', 'full']);
export const OrderLineView = z.strictObject({
  id: Id,
  productId: Id.nullable(),
  variantId: Id.describe('with modifierIds: what to order again'),
  modifierIds: z.array(Id),
  name: Localized,
  choice: z.string(),
  pictureUrl: z.string().nullable(),
  unitFen: Fen,
  quantity: z.number(),
  totalFen: Fen,
  refundedQuantity: z.number(),
});
export const RefundView = z.strictObject({
  id: Id,
  amountFen: Fen,
  reason: z.string(),
  status: z.enum(['pending', 'succeeded', 'failed']),
  createdAt: Instant,
});
export const OrderView = z.strictObject({
  id: Id,
  number: z.string(),
  pickupNumber: z.string(),
  storeId: Id,
  storeName: Localized,
  status: OrderStatus,
  refundStatus: RefundStatus,
  fulfilment: Fulfilment,
  tableLabel: z.string().nullable(),
  address: z.strictObject({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() }).nullable(),
  note: z.string(),
  lines: z.array(OrderLineView),
  steps: z.array(PriceStep),
  totalFen: Fen,
  refundedFen: Fen,
  refunds: z.array(RefundView),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  paidAt: Instant.nullable(),
  history: z.array(z.strictObject({ at: Instant, status: OrderStatus, event: z.string(), by: z.string() })),
});
export type OrderView = z.infer<typeof OrderView>;
export const AdminOrderView = OrderView.extend({
  customer: z.strictObject({ id: Id, nickname: z.string().nullable(), phoneNumber: z.string().nullable() }).nullable(),
});
export type AdminOrderView = z.infer<typeof AdminOrderView>;
export const ListOrders = Page.extend({ status: OrderStatus.optional() });
export const ListAdminOrders = Page.extend({
  status: OrderStatus.optional(),
  storeId: Id.optional(),
  customerId: Id.optional(),
  q: z.string().trim().max(60).optional(),
  open: z.enum(['true']).optional().describe('only paid, accepted and ready'),
  paidOn: z.iso.date().optional().describe('paid on this day, in the store’s own zone'),
  paidHour: z.coerce.number().int().min(0).max(23).optional().describe('paid in this hour, in the store’s own zone'),
  refundedOn: z.iso.date().optional().describe('refunded on this day, in the store’s own zone'),
});
export const RefundOrder = z.strictObject({
  lines: z
    .array(z.strictObject({ lineId: Id, quantity: z.int().min(1).max(99) }))
    .max(60)
    .optional()
    .describe('absent: all that is left'),
  reason: z.string().trim().min(1).max(60),
  restock: z.boolean().default(true),
});
export type RefundOrder = z.infer<typeof RefundOrder>;
/** What of a paid order may still go back through WeChat: 50 refunds of one payment, within a year. Cash has no limits. */
export const RefundLimitsView = z.strictObject({
  made: z.int().describe('refunds of the payment so far'),
  left: z.int().nullable().describe('how many more WeChat takes; null: no limit'),
  until: Instant.nullable().describe('the last instant at which WeChat takes one; null: no end'),
  refusal: z.enum(['too_many_refunds', 'refund_too_late']).nullable(),
});
export type RefundLimitsView = z.infer<typeof RefundLimitsView>;
/** What `wx.requestPayment` takes. */
export const PaymentParams = z.strictObject({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
});
export type PaymentParams = z.infer<typeof PaymentParams>;
export const FiguresView = z.strictObject({
  date: z.string(),
  revenueFen: Fen,
  orders: z.number(),
  averageFen: Fen,
  refundedFen: Fen,
  lastWeek: z.strictObject({ revenueFen: Fen, orders: z.number(), refundedFen: Fen }).describe('for today up to the same time of day'),
  hours: z.array(z.strictObject({ hour: z.number(), revenueFen: Fen, orders: z.number(), lastWeekFen: Fen, lastWeekOrders: z.number() })),
});
export type FiguresView = z.infer<typeof FiguresView>;
