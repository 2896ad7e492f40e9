/** The pieces of SQL of which the catalogue's reads are made; PostgreSQL builds their JSON. */

const utc = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const modifierGroups = `coalesce((
  select json_agg(json_build_object(
    'id', g.id, 'name', g.name, 'min', g.min_choices, 'max', g.max_choices,
    'modifiers', (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'priceFen', m.price_fen) order by m.position), '[]')
                    from catalog_modifiers m where m.group_id = g.id)) order by g.position)
    from catalog_modifier_groups g where g.product_id = p.id), '[]')`;

/** What a customer sees of `p` where `a` is its availability at the store (may be null). */
export const storefrontProduct = `json_build_object(
  'id', p.id, 'handle', p.handle, 'name', p.name, 'line', p.line, 'description', p.description, 'categoryId', p.category_id,
  'pictures', p.pictures, 'options', p.options,
  'variants', (select coalesce(json_agg(json_build_object(
      'id', v.id, 'optionValues', v.option_values, 'priceFen', v.price_fen, 'compareAtFen', v.compare_at_fen, 'available', v.stock - v.reserved) order by v.position), '[]')
      from catalog_variants v where v.product_id = p.id),
  'modifierGroups', ${modifierGroups},
  'soldOut', coalesce(a.sold_out_until > now(), false)
     or not exists (select from catalog_variants v where v.product_id = p.id and (v.stock is null or v.stock > v.reserved)))`;

/** What an operator sees of `p`. */
export const adminProduct = `json_build_object(
  'id', p.id, 'handle', p.handle, 'name', p.name, 'line', p.line, 'description', p.description, 'categoryId', p.category_id,
  'status', p.status, 'vendor', p.vendor, 'tags', p.tags, 'pictures', p.pictures, 'options', p.options,
  'variants', (select coalesce(json_agg(json_build_object(
      'id', v.id, 'optionValues', v.option_values, 'sku', v.sku, 'barcode', v.barcode, 'priceFen', v.price_fen,
      'compareAtFen', v.compare_at_fen, 'stock', v.stock, 'reserved', v.reserved) order by v.position), '[]')
      from catalog_variants v where v.product_id = p.id),
  'modifierGroups', ${modifierGroups},
  'position', p.position,
  'soldOutStoreIds', (select coalesce(json_agg(a.store_id), '[]') from catalog_availability a where a.product_id = p.id and a.sold_out_until > now()),
  'hiddenStoreIds', (select coalesce(json_agg(a.store_id), '[]') from catalog_availability a where a.product_id = p.id and a.hidden),
  'createdAt', ${utc('p.created_at')}, 'updatedAt', ${utc('p.updated_at')})`;

/** The whole menu of store $1: categories in their order, each with its products; last, without a name, those of no category. */
export const menuSql = `
  select json_build_object('categories', coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'products', c.products) order by c.position, c.id), '[]'))::text as body
    from (select c.id, c.name, c.position, json_agg(${storefrontProduct} order by p.position, p.id) as products
            from catalog_products p
            left join catalog_categories c on c.id = p.category_id
            left join catalog_availability a on a.product_id = p.id and a.store_id = $1
           where p.status = 'active' and not coalesce(a.hidden, false)
           group by c.id) c
  having exists (select from stores where id = $1)`;

/** What a list is narrowed by; each kind has a statement of its own, so that its plan uses the index of that kind. */
export interface Narrowing {
  /** `short`: one or two Chinese characters, which an index of their own finds; trigrams find longer words. */
  search: 'short' | 'long' | false;
  category: boolean;
}

/** Whether the words of `p` hold what the searcher typed, as `searchOf` puts it. */
const holds = (search: 'short' | 'long', parameter: string): string =>
  search === 'short' ? `catalog_grams(p.search) @> array[${parameter}::text]` : `p.search like ${parameter}::text`;

/** The place before the first: always a place, so that the index begins there on every page. */
export const beforeAll: [number, string] = [-1, '00000000-0000-0000-0000-000000000000'];

/** Always true; a parameter must stand in the statement for its type to be known. */
const unused = (parameter: string) => `${parameter} is null`;

/** One page of store $1: $2 what is searched, $3 category, $4 and $5 the place after which it begins, $6 how many. */
export const listSql = ({ search, category }: Narrowing): string => `
  with rows as (
    select p.*, row_number() over (order by p.position, p.id) as n
      from (select p.* from catalog_products p
             where p.status = 'active'
               and ${search ? holds(search, '$2') : unused('$2::text')}
               and ${category ? 'p.category_id = $3::uuid' : unused('$3::uuid')}
               and (p.position, p.id) > ($4::int, $5::uuid)
               and not exists (select from catalog_availability h where h.product_id = p.id and h.store_id = $1 and h.hidden)
             order by p.position, p.id limit $6 + 1) p
  )
  select json_build_object(
    'items', coalesce((select json_agg(${storefrontProduct} order by p.n)
                         from rows p left join catalog_availability a on a.product_id = p.id and a.store_id = $1 where p.n <= $6), '[]'),
    'nextCursor', (select translate(encode(convert_to(json_build_array(p.position::text, p.id::text)::text, 'utf8'), 'base64'), E'+/=\\n', '-_')
                     from rows p where p.n = $6 and exists (select from rows m where m.n > $6))
  )::text as body
   where exists (select from stores where id = $1)`;

/** For operators: $1 what is searched, $2 category, $3 status, $4 and $5 the place after which it begins, $6 how many. */
export const adminListSql = ({ search, category }: Narrowing): string => `
  select ${adminProduct} as product
    from (select * from catalog_products p
           where ${search ? `p.id in (select p.id from catalog_products p where ${holds(search, '$1')} union select product_id from catalog_variants where ${search === 'short' ? 'strpos(lower(sku), $1::text) > 0' : 'lower(sku) like $1::text'})` : unused('$1::text')}
             and ${category ? 'p.category_id = $2::uuid' : unused('$2::uuid')}
             and (p.status = $3 or ($3::text is null and p.status <> 'archived'))
             and (p.position, p.id) > ($4::int, $5::uuid)
           order by p.position, p.id limit $6) p
   order by p.position, p.id`;

/** Product $1 as store $2 shows it. */
export const oneSql = `
  select (${storefrontProduct})::text as body
    from catalog_products p left join catalog_availability a on a.product_id = p.id and a.store_id = $2
   where p.id = $1 and p.status = 'active' and not coalesce(a.hidden, false)`;

/** How a search is made: by its length in characters. The columns are in lower case. */
export function searchOf(q: string | undefined): { search: Narrowing['search']; value: string | null } {
  const words = q?.toLowerCase() ?? '';
  if (words === '') return { search: false, value: null };
  if (/^\P{ASCII}{1,2}$/u.test(words)) return { search: 'short', value: words };
  // What is typed stands for itself, also `%` and `_`.
  return { search: 'long', value: `%${words.replace(/[\\%_]/g, '\\$&')}%` };
}
