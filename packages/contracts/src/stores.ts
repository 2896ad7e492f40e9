import { z } from 'zod';
import { Fen, Id, Instant, Localized } from './common.js';

/** `HH:MM` in the store's own zone; `24:00` ends a day. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
export const Interval = z.strictObject({ from: TimeOfDay, to: TimeOfDay });
export type Interval = z.infer<typeof Interval>;
/** Monday first: seven lists of intervals, none overlapping. */
export const WeeklyHours = z.array(z.array(Interval).max(6)).length(7);
export const HoursException = z.strictObject({
  date: z.iso.date(),
  intervals: z.array(Interval).max(6),
  note: z.string().max(60).default(''),
});
export type HoursException = z.infer<typeof HoursException>;
export const StoreInput = z.strictObject({
  name: Localized,
  address: Localized,
  phone: z.string().regex(/^\+?[0-9-]{5,17}$/),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  timeZone: z.string().min(1).max(64).default('Asia/Shanghai'),
  pictureUrl: z.string().max(500).nullable().default(null),
  hours: WeeklyHours,
  exceptions: z.array(HoursException).max(366).default([]),
  closedUntil: Instant.nullable().default(null).describe('temporary close'),
  pickup: z.boolean().default(true),
  delivery: z.boolean().default(false),
  dineIn: z.boolean().default(true),
  deliveryFeeFen: Fen.default(0),
  freeDeliveryOverFen: Fen.nullable().default(null),
});
export type StoreInput = z.infer<typeof StoreInput>;
export const UpdateStore = StoreInput.partial();
export type UpdateStore = Partial<StoreInput>;
/** For operators: everything. */
export const StoreView = StoreInput.extend({ id: Id, createdAt: Instant });
export type StoreView = z.infer<typeof StoreView>;
/** For customers. */
export const StorefrontStore = z.strictObject({
  id: Id,
  name: Localized,
  address: Localized,
  phone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  pictureUrl: z.string().nullable(),
  open: z.boolean(),
  openUntil: Instant.nullable(),
  opensAt: Instant.nullable(),
  distanceMetres: z.number().nullable(),
  pickup: z.boolean(),
  delivery: z.boolean(),
  dineIn: z.boolean(),
  deliveryFeeFen: Fen,
  freeDeliveryOverFen: Fen.nullable(),
  hours: WeeklyHours,
  timeZone: z.string(),
});
export type StorefrontStore = z.infer<typeof StorefrontStore>;
export const ListStorefrontStores = z.strictObject({
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
});
export const CodeKind = z.enum(['door', 'shelf', 'table']);
export const CreateCode = z.strictObject({ kind: CodeKind, label: z.string().trim().min(1).max(32), productId: Id.optional() });
export type CreateCode = z.infer<typeof CreateCode>;
/** A mini-program code printed at a door, a shelf or a table. `scene` is at most 32 characters. */
export const CodeView = z.strictObject({
  id: Id,
  storeId: Id,
  kind: CodeKind,
  label: z.string(),
  scene: z.string().max(32),
  page: z.string(),
  imageUrl: z.string().nullable(),
  productId: Id.nullable(),
});
export type CodeView = z.infer<typeof CodeView>;
/** What a scanned `scene` means. */
export const ScannedCode = z.strictObject({
  kind: CodeKind,
  storeId: Id,
  tableId: Id.nullable(),
  tableLabel: z.string().nullable(),
  productId: Id.nullable(),
});
export type ScannedCode = z.infer<typeof ScannedCode>;
