import { z } from 'zod';
import { Fen, Id, Instant, Localized, LongLocalized, Page } from './common.js';

export const CategoryInput = z.strictObject({ name: Localized, position: z.int().min(0).max(10_000).default(0) });
export type CategoryInput = z.infer<typeof CategoryInput>;
export const CategoryView = CategoryInput.extend({ id: Id, productCount: z.number() });
export type CategoryView = z.infer<typeof CategoryView>;
export const OptionInput = z.strictObject({ name: Localized, values: z.array(Localized).min(1).max(50) });
export const ModifierInput = z.strictObject({ name: Localized, priceFen: Fen.default(0) });
export const ModifierGroupInput = z.strictObject({
  name: Localized,
  min: z.int().min(0).max(20).default(0),
  max: z.int().min(1).max(20).default(1),
  modifiers: z.array(ModifierInput).min(1).max(50),
});
export const VariantInput = z.strictObject({
  id: Id.optional(),
  optionValues: z.array(z.string().max(200)).max(3).describe('the Chinese names of the chosen values, in the order of the options'),
  sku: z.string().max(64).default(''),
  barcode: z.string().max(64).default(''),
  priceFen: Fen,
  compareAtFen: Fen.nullable().default(null),
  stock: z.int().min(0).max(10_000_000).nullable().optional().describe('null: not counted; absent: as it is'),
});
export type VariantInput = z.infer<typeof VariantInput>;
export const ProductInput = z.strictObject({
  handle: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/)
    .optional(),
  name: Localized,
  line: Localized.nullable().default(null).describe('one line under the name'),
  description: LongLocalized.default({ zh: '', en: '' }),
  categoryId: Id.nullable(),
  status: z.enum(['draft', 'active', 'archived']).default('active'),
  vendor: z.string().max(120).default(''),
  tags: z.array(z.string().max(60)).max(50).default([]),
  pictures: z
    .array(z.strictObject({ url: z.string().max(1000), alt: z.string().max(200).default('') }))
    .max(20)
    .default([]),
  options: z.array(OptionInput).max(3).default([]),
  variants: z.array(VariantInput).min(1).max(200),
  modifierGroups: z.array(ModifierGroupInput).max(20).default([]),
  position: z.int().min(0).max(1_000_000).default(0),
});
export type ProductInput = z.infer<typeof ProductInput>;
export const UpdateProduct = ProductInput.partial();
export const ListProducts = Page.extend({
  q: z.string().trim().max(100).optional(),
  categoryId: Id.optional(),
  status: z.enum(['draft', 'active', 'archived']).optional(),
});
export const VariantView = z.strictObject({
  id: Id,
  optionValues: z.array(z.string()),
  sku: z.string(),
  barcode: z.string(),
  priceFen: Fen,
  compareAtFen: Fen.nullable(),
  stock: z.number().nullable().describe('on hand'),
  reserved: z.number(),
});
export type VariantView = z.infer<typeof VariantView>;
export const ModifierView = z.strictObject({ id: Id, name: Localized, priceFen: Fen });
export const ModifierGroupView = z.strictObject({
  id: Id,
  name: Localized,
  min: z.number(),
  max: z.number(),
  modifiers: z.array(ModifierView),
});
export type ModifierGroupView = z.infer<typeof ModifierGroupView>;
export const Picture = z.strictObject({ url: z.string(), alt: z.string() });
export const ProductView = z.strictObject({
  id: Id,
  handle: z.string(),
  name: Localized,
  line: Localized.nullable(),
  description: LongLocalized,
  categoryId: Id.nullable(),
  status: z.enum(['draft', 'active', 'archived']),
  vendor: z.string(),
  tags: z.array(z.string()),
  pictures: z.array(Picture),
  options: z.array(OptionInput),
  variants: z.array(VariantView),
  modifierGroups: z.array(ModifierGroupView),
  position: z.number(),
  soldOutStoreIds: z.array(Id),
  hiddenStoreIds: z.array(Id),
  createdAt: Instant,
  updatedAt: Instant,
});
export type ProductView = z.infer<typeof ProductView>;
export const StorefrontVariant = z.strictObject({
  id: Id,
  optionValues: z.array(z.string()),
  priceFen: Fen,
  compareAtFen: Fen.nullable(),
  available: z.number().nullable().describe('null: not counted'),
});
/** What a customer sees: one prepared query makes it. */
export const StorefrontProduct = z.strictObject({
  id: Id,
  handle: z.string(),
  name: Localized,
  line: Localized.nullable(),
  description: LongLocalized,
  categoryId: Id.nullable(),
  pictures: z.array(Picture),
  options: z.array(OptionInput),
  variants: z.array(StorefrontVariant),
  modifierGroups: z.array(ModifierGroupView),
  soldOut: z.boolean(),
});
export type StorefrontProduct = z.infer<typeof StorefrontProduct>;
export const MenuView = z.strictObject({
  categories: z
    .array(z.strictObject({ id: Id.nullable(), name: Localized.nullable(), products: z.array(StorefrontProduct) }))
    .describe('the last may have neither id nor name: products of no category'),
});
export type MenuView = z.infer<typeof MenuView>;
export const ListStorefrontProducts = Page.extend({ storeId: Id, q: z.string().trim().max(100).optional(), categoryId: Id.optional() });
export const SetAvailability = z.strictObject({ storeId: Id, hidden: z.boolean().optional(), soldOutToday: z.boolean().optional() });
export const SetStock = z.strictObject({ stock: z.int().min(0).max(10_000_000).nullable() });
export const ImportReport = z.strictObject({
  dryRun: z.boolean(),
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.array(z.strictObject({ line: z.number(), handle: z.string(), reason: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;
