export const up = `
create table customers (
  id uuid primary key,
  nickname text,
  avatar_url text,
  phone_number text,
  locale text not null default 'zh' check (locale in ('zh', 'en')),
  privacy_version text,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index customers_newest on customers (created_at desc, id desc) where deleted_at is null;
create index customers_phone on customers (phone_number) where phone_number is not null;

create table customers_identities (
  id uuid primary key,
  customer_id uuid not null references customers,
  provider text not null check (provider in ('wechat_mini_program')),
  appid text not null,
  openid text not null,
  unionid text,
  created_at timestamptz not null,
  unique (provider, appid, openid)
);
create index customers_identities_unionid on customers_identities (unionid) where unionid is not null;
create index customers_identities_customer on customers_identities (customer_id);

create table customers_consents (
  id uuid primary key,
  customer_id uuid not null references customers,
  version text not null,
  given_at timestamptz not null,
  unique (customer_id, version)
);

create table customers_addresses (
  id uuid primary key,
  customer_id uuid not null references customers,
  name text not null,
  phone text not null,
  region text not null,
  detail text not null,
  is_default boolean not null,
  created_at timestamptz not null
);
create index customers_addresses_customer on customers_addresses (customer_id, created_at);
create unique index customers_addresses_default on customers_addresses (customer_id) where is_default;
`;
