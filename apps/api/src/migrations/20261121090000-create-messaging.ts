export const up = `
create table messaging_templates (
  kind text primary key,
  template_id text not null,
  title text not null,
  fields jsonb not null,
  updated_at timestamptz not null
);

create table messaging_settings (
  single boolean primary key default true check (single),
  quiet_from text,
  quiet_to text,
  time_zone text not null default 'Asia/Shanghai'
);
insert into messaging_settings default values;

-- WeChat tells no one how many one-time permissions are left. The phone says that a customer accepted, and so does
-- WeChat's event for the same tap: whichever says more is believed, and each message spends one.
create table messaging_grants (
  customer_id uuid not null references customers on delete cascade,
  template_id text not null,
  reported int not null default 0 check (reported >= 0),
  pushed int not null default 0 check (pushed >= 0),
  spent int not null default 0,
  updated_at timestamptz not null,
  primary key (customer_id, template_id),
  constraint messaging_grants_spent check (spent between 0 and greatest(reported, pushed))
);

create table messaging_messages (
  id uuid primary key,
  kind text not null,
  subject text not null,
  customer_id uuid references customers on delete set null,
  values jsonb not null,
  page text not null,
  status text not null check (status in ('waiting', 'sending', 'sent', 'delivered', 'skipped', 'failed', 'unknown')),
  reason text,
  template_id text,
  data jsonb,
  wechat_id text,
  tries int not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint messaging_messages_once unique (kind, subject)
);
create index messaging_messages_customer on messaging_messages (customer_id);
create index messaging_messages_wechat on messaging_messages (wechat_id) where wechat_id is not null;
create index messaging_messages_open on messaging_messages (created_at) where status in ('waiting', 'sending');
`;
