import { Injectable } from '@nestjs/common';
import type { Localized } from '@pailou/contracts';
import { Database } from '../../platform/database/database.js';

/** A variant as orders price it, at one store, now. Amounts in fen. */
export interface PricedVariant {
  variantId: string;
  productId: string;
  name: Localized;
  /** The chosen option values, for example `大杯 / 热` and `Large / Hot`. */
  choice: Localized;
  pictureUrl: string | null;
  priceFen: number;
  /** False when the product is not on sale at this store: draft, archived or hidden there. */
  onSale: boolean;
  /** Sold out at this store until its midnight. */
  soldOutToday: boolean;
  /** Pieces that may still be promised; null: not counted. */
  available: number | null;
  /** The product's modifier groups: `min` and `max` bound how many of each may be chosen. */
  groups: PricedGroup[];
}

export interface PricedGroup {
  groupId: string;
  name: Localized;
  min: number;
  max: number;
  modifierIds: string[];
}

export interface PricedModifier {
  modifierId: string;
  groupId: string;
  productId: string;
  name: Localized;
  priceFen: number;
}

/** Everything asked for that exists, by id; an absent id is gone. */
export interface PriceBook {
  variants: Map<string, PricedVariant>;
  modifiers: Map<string, PricedModifier>;
}

/** Prices, names and availability for pricing a cart; it only reads. */
@Injectable()
export class CatalogPricing {
  constructor(private readonly database: Database) {}

  /** Loads the variants and modifiers of a cart as they stand at that store now. */
  async load(storeId: string, variantIds: string[], modifierIds: string[]): Promise<PriceBook> {
    const [row] = await this.database.query<{ variants: PricedVariant[]; modifiers: PricedModifier[] }>('catalog.pricing', pricingSql, [
      storeId,
      variantIds,
      modifierIds,
    ]);
    return {
      variants: new Map((row?.variants ?? []).map((one) => [one.variantId, one])),
      modifiers: new Map((row?.modifiers ?? []).map((one) => [one.modifierId, one])),
    };
  }
}

const pricingSql = `
  select
    coalesce((
      select json_agg(json_build_object(
        'variantId', v.id, 'productId', p.id, 'name', p.name, 'choice', v.choice,
        'pictureUrl', p.pictures -> 0 ->> 'url', 'priceFen', v.price_fen,
        'onSale', p.status = 'active' and not coalesce(a.hidden, false),
        'soldOutToday', coalesce(a.sold_out_until > now(), false),
        'available', v.stock - v.reserved,
        'groups', coalesce((
          select json_agg(json_build_object(
            'groupId', g.id, 'name', g.name, 'min', g.min_choices, 'max', g.max_choices,
            'modifierIds', (select coalesce(json_agg(m.id order by m.position), '[]') from catalog_modifiers m where m.group_id = g.id)
          ) order by g.position) from catalog_modifier_groups g where g.product_id = p.id), '[]')
      ))
      from catalog_variants v
      join catalog_products p on p.id = v.product_id
      left join catalog_availability a on a.product_id = p.id and a.store_id = $1
      where v.id = any ($2::uuid[])
    ), '[]') as variants,
    coalesce((
      select json_agg(json_build_object(
        'modifierId', m.id, 'groupId', g.id, 'productId', g.product_id, 'name', m.name, 'priceFen', m.price_fen))
      from catalog_modifiers m join catalog_modifier_groups g on g.id = m.group_id
      where m.id = any ($3::uuid[])
    ), '[]') as modifiers`;
