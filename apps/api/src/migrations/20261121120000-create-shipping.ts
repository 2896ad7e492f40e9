export const up = `
-- How each payment through WeChat reached its customer, told once: WeChat holds the money until it knows.
create table shipping_reports (
  attempt_id uuid primary key references payments_attempts,
  order_id uuid not null,
  order_number text not null,
  out_trade_no text not null unique,
  openid text not null,
  logistics text not null check (logistics in ('express', 'local', 'virtual', 'pickup')),
  description text not null,
  status text not null check (status in ('waiting', 'reported', 'settled', 'failed', 'handled', 'not_needed')),
  code text,
  message text,
  tries int not null default 0,
  created_at timestamptz not null,
  reported_at timestamptz,
  settled_at timestamptz,
  handled_by text,
  handled_reason text
);
create index shipping_reports_failed on shipping_reports (attempt_id) where status = 'failed';
create index shipping_reports_waiting on shipping_reports (created_at) where status = 'waiting';
`;
