export const up = `
create table stores (
  id uuid primary key,
  name jsonb not null,
  address jsonb not null,
  phone text not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  time_zone text not null,
  picture_url text,
  hours jsonb not null,
  exceptions jsonb not null default '[]',
  closed_until timestamptz,
  pickup boolean not null,
  delivery boolean not null,
  dine_in boolean not null,
  delivery_fee_fen bigint not null check (delivery_fee_fen >= 0),
  free_delivery_over_fen bigint check (free_delivery_over_fen >= 0),
  created_at timestamptz not null default now()
);
create index stores_place on stores (latitude, longitude);

create table store_codes (
  id uuid primary key,
  store_id uuid not null references stores on delete cascade,
  kind text not null check (kind in ('door', 'shelf', 'table')),
  label text not null,
  scene text not null unique check (length(scene) between 1 and 32),
  product_id uuid,
  image_key text,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create unique index store_codes_table_label on store_codes (store_id, label) where kind = 'table' and deleted_at is null;
create index store_codes_store on store_codes (store_id, created_at) where deleted_at is null;
`;
