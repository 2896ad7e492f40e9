export const up = `
create extension if not exists pg_trgm;

create table catalog_categories (
  id uuid primary key,
  name jsonb not null,
  position int not null default 0,
  created_at timestamptz not null default now()
);

create table catalog_products (
  id uuid primary key,
  handle text not null unique,
  name jsonb not null,
  line jsonb,
  description jsonb not null,
  category_id uuid references catalog_categories on delete set null,
  status text not null check (status in ('draft', 'active', 'archived')),
  vendor text not null default '',
  tags jsonb not null default '[]',
  pictures jsonb not null default '[]',
  options jsonb not null default '[]',
  position int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search text not null generated always as (
    lower(coalesce(name ->> 'zh', '') || ' ' || coalesce(name ->> 'en', '') || ' ' ||
          coalesce(line ->> 'zh', '') || ' ' || coalesce(line ->> 'en', '') || ' ' ||
          vendor || ' ' || handle || ' ' || (tags)::text)
  ) stored
);
create index catalog_products_menu on catalog_products (position, id) where status = 'active';
create index catalog_products_category on catalog_products (category_id);
create index catalog_products_search on catalog_products using gin (search gin_trgm_ops);

create table catalog_variants (
  id uuid primary key,
  product_id uuid not null references catalog_products on delete cascade,
  position int not null,
  option_values jsonb not null,
  choice jsonb not null,
  sku text not null default '',
  barcode text not null default '',
  price_fen bigint not null check (price_fen >= 0),
  compare_at_fen bigint check (compare_at_fen >= 0),
  stock int,
  reserved int not null default 0,
  constraint catalog_variants_reserved check (reserved >= 0),
  constraint catalog_variants_stock check (stock >= reserved),
  constraint catalog_variants_options unique (product_id, option_values) deferrable initially deferred
);
create index catalog_variants_sku on catalog_variants using gin (lower(sku) gin_trgm_ops);

create table catalog_modifier_groups (
  id uuid primary key,
  product_id uuid not null references catalog_products on delete cascade,
  name jsonb not null,
  min_choices int not null check (min_choices >= 0),
  max_choices int not null check (max_choices >= min_choices),
  position int not null
);
create index catalog_modifier_groups_product on catalog_modifier_groups (product_id);

create table catalog_modifiers (
  id uuid primary key,
  group_id uuid not null references catalog_modifier_groups on delete cascade,
  name jsonb not null,
  price_fen bigint not null check (price_fen >= 0),
  position int not null
);
create index catalog_modifiers_group on catalog_modifiers (group_id);

create table catalog_availability (
  product_id uuid not null references catalog_products on delete cascade,
  store_id uuid not null references stores on delete cascade,
  hidden boolean not null default false,
  sold_out_until timestamptz,
  primary key (product_id, store_id)
);
create index catalog_availability_store on catalog_availability (store_id);

alter table store_codes add constraint store_codes_product foreign key (product_id) references catalog_products on delete set null;
`;
