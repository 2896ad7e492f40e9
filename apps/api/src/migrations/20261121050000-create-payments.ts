export const up = `
-- One row for each try to pay a payable; at most one of them lives at a time.
create table payments_attempts (
  id uuid primary key,
  payable_type text not null,
  payable_id uuid not null,
  method text not null check (method in ('wechat', 'cash')),
  out_trade_no text not null unique check (length(out_trade_no) between 6 and 32),
  amount_fen bigint not null check (amount_fen > 0),
  refunded_fen bigint not null default 0,
  status text not null check (status in ('created', 'prepaid', 'paid', 'closed', 'failed')),
  description text not null,
  openid text,
  prepay_id text,
  prepaid_at timestamptz,
  transaction_id text unique,
  failure text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  paid_at timestamptz,
  ended_at timestamptz,
  constraint payments_attempts_refunded check (refunded_fen between 0 and amount_fen),
  constraint payments_attempts_paid check ((status = 'paid') = (paid_at is not null)),
  constraint payments_attempts_refunded_after_paid check (refunded_fen = 0 or status = 'paid'),
  constraint payments_attempts_openid check (method <> 'wechat' or openid is not null)
);
create unique index payments_attempts_live on payments_attempts (payable_type, payable_id) where status in ('created', 'prepaid');
create index payments_attempts_payable on payments_attempts (payable_type, payable_id, created_at);
create index payments_attempts_open on payments_attempts (expires_at) where status in ('created', 'prepaid');

create table payments_refunds (
  id uuid primary key,
  attempt_id uuid not null references payments_attempts,
  out_refund_no text not null unique check (length(out_refund_no) between 1 and 64),
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  automatic boolean not null,
  status text not null check (status in ('pending', 'succeeded', 'failed')),
  -- Failed, and the money is still ours: it may be refunded anew.
  released boolean not null default false,
  refund_id text unique,
  failure text,
  tries int not null default 0,
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint payments_refunds_released check (not released or status = 'failed'),
  constraint payments_refunds_settled check ((status = 'pending') = (settled_at is null))
);
create index payments_refunds_attempt on payments_refunds (attempt_id);
create index payments_refunds_pending on payments_refunds (created_at) where status = 'pending';

-- The attempt's sum follows its refunds whoever writes them, so its check (never more than was paid) holds for all.
create function payments_refunds_sum() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update payments_attempts set refunded_fen = refunded_fen + new.amount_fen where id = new.attempt_id;
  elsif tg_op = 'DELETE' or new.amount_fen <> old.amount_fen or new.attempt_id <> old.attempt_id then
    raise exception 'a refund is never deleted, and its amount and payment stay';
  elsif new.released and not old.released then
    update payments_attempts set refunded_fen = refunded_fen - new.amount_fen where id = new.attempt_id;
  elsif old.released and not new.released then
    raise exception 'a released refund stays released';
  end if;
  return null;
end $$;
create trigger payments_refunds_sum after insert or update or delete on payments_refunds for each row execute function payments_refunds_sum();

-- WeChat's notifications by their id: each is applied once.
create table payments_notifications (
  id text primary key,
  event_type text not null,
  number text not null,
  outcome text not null check (outcome in ('applied', 'mismatch')),
  received_at timestamptz not null
);
`;
