import { z } from 'zod';
import { Fen, Id, Instant, Localized } from './common.js';
import { OrderStatus, PriceStep } from './orders.js';
import { BillRowView } from './reconciliation.js';
import { ShippingStatus } from './shipping.js';

/** Search of an order by its number, or by any number of its payments and refunds, ours or WeChat's. */
export const FindOrderMoney = z.strictObject({ q: z.string().trim().max(64).default('') });
export const OrderMoneyHit = z.strictObject({
  id: Id,
  number: z.string(),
  storeName: Localized,
  status: OrderStatus,
  totalFen: Fen,
  createdAt: Instant,
});
export type OrderMoneyHit = z.infer<typeof OrderMoneyHit>;

const Notice = z.strictObject({ id: z.string(), eventType: z.string(), outcome: z.enum(['applied', 'mismatch']), receivedAt: Instant });
const HeardBy = z
  .enum(['notification', 'query', 'counter'])
  .nullable()
  .describe('how we came to know; null: not yet, or before we kept it');

export const OrderMoneyRefund = z.strictObject({
  id: Id,
  outRefundNo: z.string(),
  refundId: z.string().nullable(),
  amountFen: Fen,
  reason: z.string(),
  automatic: z.boolean(),
  status: z.enum(['pending', 'succeeded', 'failed']),
  released: z.boolean().describe('failed with the money still ours'),
  failure: z.string().nullable(),
  heardBy: HeardBy,
  createdAt: Instant,
  settledAt: Instant.nullable(),
  notices: z.array(Notice),
});
export const OrderMoneyAttempt = z.strictObject({
  id: Id,
  method: z.enum(['wechat', 'cash']),
  outTradeNo: z.string(),
  transactionId: z.string().nullable(),
  amountFen: Fen,
  refundedFen: Fen,
  status: z.enum(['created', 'prepaid', 'paid', 'closed', 'failed']),
  failure: z.string().nullable(),
  heardBy: HeardBy,
  createdAt: Instant,
  prepaidAt: Instant.nullable(),
  paidAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  notices: z.array(Notice),
  refunds: z.array(OrderMoneyRefund),
  shipping: z
    .strictObject({
      status: ShippingStatus,
      createdAt: Instant,
      reportedAt: Instant.nullable(),
      settledAt: Instant.nullable(),
      code: z.string().nullable(),
    })
    .nullable()
    .describe('how WeChat was told of the hand-over'),
  rows: z.array(BillRowView).describe('of WeChat’s bills that tell of it'),
});
export type OrderMoneyAttempt = z.infer<typeof OrderMoneyAttempt>;

/** Where each fen of an order came from and where it is now. Instants UTC, amounts in fen. */
export const OrderMoneyView = z.strictObject({
  id: Id,
  number: z.string(),
  storeName: Localized,
  status: OrderStatus,
  createdAt: Instant,
  paidAt: Instant.nullable(),
  lines: z.array(z.strictObject({ name: Localized, choice: z.string(), quantity: z.int(), unitFen: Fen, totalFen: Fen })),
  steps: z.array(PriceStep),
  totalFen: Fen,
  attempts: z.array(OrderMoneyAttempt),
  sums: z.strictObject({
    linesFen: z.int(),
    stepsFen: z.int().describe('what the steps of the price come to: the same as what is due'),
    dueFen: z.int(),
    paidFen: z.int().describe('all that came in, also what went back by itself'),
    returningFen: z.int().describe('refunds under way'),
    returnedFen: z.int().describe('refunds that reached the customer'),
    strandedFen: z.int().describe('refunds that neither arrived nor fell back to us: they wait at WeChat'),
    keptFen: z.int().describe('paid less all three'),
    feeFen: z.int().nullable().describe('by the bills; null while one is still to come'),
    netFen: z.int().nullable(),
    cashFen: z.int().describe('of what is kept: in the drawer'),
    heldFen: z.int().describe('of what is kept: WeChat holds it until it knows of the hand-over'),
    settledFen: z.int().describe('of what is kept: ours'),
    openFen: z.int().describe('what is due and neither paid nor given up; 0 when all adds up'),
  }),
});
export type OrderMoneyView = z.infer<typeof OrderMoneyView>;
