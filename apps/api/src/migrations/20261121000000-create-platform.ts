export const up = `
create extension if not exists pg_trgm;

create table events (
  id uuid primary key,
  type text not null,
  payload jsonb not null,
  at timestamptz not null default now()
);
create index events_at on events (at, id);

-- One row for each listener that an event reached: its effect and this row share a transaction.
create table event_deliveries (
  event_id uuid not null references events on delete cascade,
  listener text not null,
  at timestamptz not null default now(),
  primary key (event_id, listener)
);

create table idempotency_keys (
  scope text not null,
  key text not null,
  body_hash text not null,
  status int,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (scope, key)
);

create table audit_log (
  id uuid primary key,
  at timestamptz not null default now(),
  operator_id uuid not null,
  operator_name text not null,
  action text not null,
  entity_type text not null,
  entity_id text not null,
  before jsonb,
  after jsonb
);
create index audit_log_at on audit_log (at desc, id desc);

-- Small facts that processes share, such as WeChat's access token.
create table shared_values (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);
`;
