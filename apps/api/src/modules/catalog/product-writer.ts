import { Injectable } from '@nestjs/common';
import type { ProductInput } from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { catalogProblems } from './catalog.errors.js';
import { choiceOf, handleOf, modifierFaults, optionFaults, pictureFaults, tidy } from './product-check.js';

/** Writes a product whole: its row, its variants, its modifiers. What stays the same keeps its id, because carts and orders point to it. */
@Injectable()
export class ProductWriter {
  /**
   * @param id of the product to change; null makes a new one
   * @returns its id
   * @throws Problem `catalog.bad_options`, `catalog.bad_modifiers`, `catalog.bad_pictures` (422), `catalog.handle_taken`, `catalog.stock_reserved`,
   * `catalog.variant_reserved` (409), `catalog.category_not_found` (404)
   */
  async write(tx: Tx, id: string | null, sent: ProductInput): Promise<string> {
    const input = tidy(sent);
    const options = optionFaults(input);
    if (options.length > 0) throw new Problem(catalogProblems.bad_options, { errors: options });
    const modifiers = modifierFaults(input);
    if (modifiers.length > 0) throw new Problem(catalogProblems.bad_modifiers, { errors: modifiers });
    const pictures = pictureFaults(input);
    if (pictures.length > 0) throw new Problem(catalogProblems.bad_pictures, { errors: pictures });
    const productId = id ?? newId();
    try {
      await this.writeRow(tx, productId, id === null, input);
      await this.writeVariants(tx, productId, input);
      await this.writeModifiers(tx, productId, input);
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
    return productId;
  }

  private async writeRow(tx: Tx, id: string, isNew: boolean, input: ProductInput): Promise<void> {
    const handle = input.handle ?? (isNew ? await freeHandle(tx, handleOf(input.name, `p-${id.slice(-12)}`)) : null);
    const values = [
      id,
      handle,
      json(input.name),
      json(input.line),
      json(input.description),
      input.categoryId,
      input.status,
      input.vendor,
      json(input.tags),
      json(input.pictures),
      json(input.options),
      input.position,
    ];
    if (isNew) {
      await tx.query(
        `insert into catalog_products (id, handle, name, line, description, category_id, status, vendor, tags, pictures, options, position)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        values,
      );
    } else {
      const [found]: [unknown[]] = await tx.query(
        `update catalog_products set handle = coalesce($2, handle), name = $3, line = $4, description = $5, category_id = $6, status = $7, vendor = $8,
                tags = $9, pictures = $10, options = $11, position = $12, updated_at = now() where id = $1 returning id`,
        values,
      );
      if (found.length === 0) throw new Problem(catalogProblems.not_found);
    }
  }

  private async writeVariants(tx: Tx, productId: string, input: ProductInput): Promise<void> {
    const before: { id: string; option_values: string[]; reserved: number }[] = await tx.query(
      'select id, option_values, reserved from catalog_variants where product_id = $1 order by id for update',
      [productId],
    );
    const idOf = (variant: ProductInput['variants'][number]) =>
      before.find((one) => one.id === variant.id)?.id ??
      before.find((one) => JSON.stringify(one.option_values) === JSON.stringify(variant.optionValues))?.id;
    const kept = new Set(input.variants.map(idOf));
    const gone = before.filter((one) => !kept.has(one.id));
    if (gone.some((one) => one.reserved > 0)) throw new Problem(catalogProblems.variant_reserved);
    await tx.query('delete from catalog_variants where id = any ($1)', [gone.map((one) => one.id)]);
    const done = new Set<string>();
    for (const [position, variant] of input.variants.entries()) {
      const known = idOf(variant);
      // A second variant that names the same id is a new one.
      const id = known && !done.has(known) ? known : newId();
      done.add(id);
      await tx.query(
        `insert into catalog_variants (id, product_id, position, option_values, choice, sku, barcode, price_fen, compare_at_fen, stock)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (id) do update set position = excluded.position, option_values = excluded.option_values, choice = excluded.choice, sku = excluded.sku,
           barcode = excluded.barcode, price_fen = excluded.price_fen, compare_at_fen = excluded.compare_at_fen,
           stock = case when $11 then excluded.stock else catalog_variants.stock end`,
        [
          id,
          productId,
          position,
          json(variant.optionValues),
          json(choiceOf(input.options, variant.optionValues)),
          variant.sku,
          variant.barcode,
          variant.priceFen,
          variant.compareAtFen,
          variant.stock ?? null,
          variant.stock !== undefined,
        ],
      );
    }
  }

  private async writeModifiers(tx: Tx, productId: string, input: ProductInput): Promise<void> {
    const before: { id: string; name: { zh: string }; modifiers: { id: string; name: { zh: string } }[] }[] = await tx.query(
      `select g.id, g.name, coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name)) from catalog_modifiers m where m.group_id = g.id), '[]') as modifiers
         from catalog_modifier_groups g where g.product_id = $1`,
      [productId],
    );
    const keptGroups: string[] = [];
    const keptModifiers: string[] = [];
    for (const [position, group] of input.modifierGroups.entries()) {
      const known = before.find((one) => one.name.zh === group.name.zh && !keptGroups.includes(one.id));
      const groupId = known?.id ?? newId();
      keptGroups.push(groupId);
      await tx.query(
        `insert into catalog_modifier_groups (id, product_id, name, min_choices, max_choices, position) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set name = excluded.name, min_choices = excluded.min_choices, max_choices = excluded.max_choices, position = excluded.position`,
        [groupId, productId, json(group.name), group.min, group.max, position],
      );
      for (const [index, modifier] of group.modifiers.entries()) {
        const same = known?.modifiers.find((one) => one.name.zh === modifier.name.zh && !keptModifiers.includes(one.id));
        const modifierId = same?.id ?? newId();
        keptModifiers.push(modifierId);
        await tx.query(
          `insert into catalog_modifiers (id, group_id, name, price_fen, position) values ($1, $2, $3, $4, $5)
           on conflict (id) do update set name = excluded.name, price_fen = excluded.price_fen, position = excluded.position`,
          [modifierId, groupId, json(modifier.name), modifier.priceFen, index],
        );
      }
    }
    await tx.query('delete from catalog_modifier_groups where product_id = $1 and not (id = any ($2))', [productId, keptGroups]);
    await tx.query(
      'delete from catalog_modifiers m using catalog_modifier_groups g where g.id = m.group_id and g.product_id = $1 and not (m.id = any ($2))',
      [productId, keptModifiers],
    );
  }
}

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

async function freeHandle(tx: Tx, wanted: string): Promise<string> {
  const taken: { handle: string }[] = await tx.query('select handle from catalog_products where handle = $1 or handle like $2', [
    wanted,
    `${wanted}-%`,
  ]);
  const handles = new Set(taken.map((row) => row.handle));
  if (!handles.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!handles.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

/** The constraints of the database in words of the module. */
export function refusalOf(error: unknown): Problem | undefined {
  switch ((error as { driverError?: { constraint?: string } }).driverError?.constraint) {
    case 'catalog_products_handle_key':
      return new Problem(catalogProblems.handle_taken);
    case 'catalog_products_category_id_fkey':
      return new Problem(catalogProblems.category_not_found);
    case 'catalog_variants_stock':
      return new Problem(catalogProblems.stock_reserved);
    default:
      return undefined;
  }
}
