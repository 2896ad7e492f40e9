export const up = `
create table orders_carts (
  customer_id uuid not null references customers on delete cascade,
  store_id uuid not null references stores on delete cascade,
  lines jsonb not null,
  updated_at timestamptz not null,
  primary key (customer_id, store_id)
);

-- The last number given out, by store and its own calendar day.
create table orders_numbers (
  store_id uuid not null references stores on delete cascade,
  day date not null,
  last int not null,
  primary key (store_id, day)
);

-- Names, prices, addresses and the zone stand here as they were when the order was made.
create table orders (
  id uuid primary key,
  number text not null,
  pickup_number text not null,
  store_id uuid not null references stores,
  store_name jsonb not null,
  time_zone text not null,
  customer_id uuid not null references customers,
  status text not null check (status in ('unpaid', 'paid', 'accepted', 'ready', 'completed', 'cancelled', 'expired')),
  fulfilment text not null check (fulfilment in ('pickup', 'delivery', 'dine_in')),
  table_id uuid,
  table_label text,
  address jsonb,
  contact_phone text,
  note text not null default '',
  steps jsonb not null,
  total_fen bigint not null check (total_fen >= 0),
  refunded_fen bigint not null default 0,
  stock text not null check (stock in ('reserved', 'sold', 'released')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  paid_at timestamptz,
  constraint orders_number unique (store_id, number),
  constraint orders_refunded check (refunded_fen between 0 and total_fen),
  constraint orders_refunded_after_paid check (refunded_fen = 0 or paid_at is not null),
  constraint orders_delivery check (fulfilment <> 'delivery' or address is not null),
  constraint orders_dine_in check (fulfilment <> 'dine_in' or table_id is not null)
);
create index orders_customer on orders (customer_id, id desc);
create index orders_store on orders (store_id, id desc);
create index orders_open on orders (store_id, id desc) where status in ('paid', 'accepted', 'ready');
create index orders_unpaid on orders (expires_at) where status = 'unpaid';
create index orders_paid_at on orders (paid_at) where paid_at is not null;

create table orders_lines (
  id uuid primary key,
  order_id uuid not null references orders on delete cascade,
  position int not null,
  product_id uuid not null,
  variant_id uuid not null,
  modifier_ids jsonb not null,
  name jsonb not null,
  choice jsonb not null,
  picture_url text,
  unit_fen bigint not null check (unit_fen >= 0),
  quantity int not null check (quantity > 0),
  total_fen bigint not null check (total_fen >= 0),
  refunded_quantity int not null default 0,
  restocked_quantity int not null default 0,
  unique (order_id, position),
  constraint orders_lines_refunded check (refunded_quantity between 0 and quantity),
  constraint orders_lines_restocked check (restocked_quantity between 0 and quantity)
);

-- One row for each refund of payments (same id). Automatic ones gave back money that was never honoured.
create table orders_refunds (
  id uuid primary key,
  order_id uuid not null references orders on delete cascade,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  status text not null check (status in ('pending', 'succeeded', 'failed')),
  automatic boolean not null,
  lines jsonb not null,
  restock boolean not null,
  created_at timestamptz not null
);
create index orders_refunds_order on orders_refunds (order_id, created_at);
create index orders_refunds_created on orders_refunds (created_at);

create table orders_history (
  id uuid primary key,
  order_id uuid not null references orders on delete cascade,
  at timestamptz not null,
  status text not null,
  event text not null,
  by text not null
);
create index orders_history_order on orders_history (order_id, id);
`;
