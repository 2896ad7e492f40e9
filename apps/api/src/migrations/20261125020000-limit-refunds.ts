export const up = `
-- WeChat takes at most 50 refunds of one payment: those that did not fall back to us are counted with the sum they make.
alter table payments_attempts add column refund_count int not null default 0;
update payments_attempts a set refund_count = (select count(*) from payments_refunds r where r.attempt_id = a.id and not r.released);
alter table payments_attempts add constraint payments_attempts_refund_count check (method <> 'wechat' or refund_count <= 50);

create or replace function payments_refunds_sum() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update payments_attempts set refunded_fen = refunded_fen + new.amount_fen, refund_count = refund_count + 1 where id = new.attempt_id;
  elsif tg_op = 'DELETE' or new.amount_fen <> old.amount_fen or new.attempt_id <> old.attempt_id then
    raise exception 'a refund is never deleted, and its amount and payment stay';
  elsif new.released and not old.released then
    update payments_attempts set refunded_fen = refunded_fen - new.amount_fen, refund_count = refund_count - 1 where id = new.attempt_id;
  elsif old.released and not new.released then
    raise exception 'a released refund stays released';
  end if;
  return null;
end $$;

-- How we heard of it: WeChat told us, or we asked. Unknown for what is older than this column.
alter table payments_attempts add column heard_by text check (heard_by in ('notification', 'query', 'counter'));
alter table payments_refunds add column heard_by text check (heard_by in ('notification', 'query', 'counter'));

create index payments_notifications_number on payments_notifications (number);
create index payments_notifications_received on payments_notifications (received_at);
create index payments_attempts_paid_at on payments_attempts (paid_at) where status = 'paid';
create index payments_refunds_settled_at on payments_refunds (settled_at) where settled_at is not null;

-- One row for each time that notifications stopped coming; at most one of a kind stands at a time.
create table payments_alarms (
  id uuid primary key,
  kind text not null check (kind in ('payment_notices', 'refund_notices')),
  unheard int not null check (unheard > 0),
  raised_at timestamptz not null,
  cleared_at timestamptz
);
create unique index payments_alarms_standing on payments_alarms (kind) where cleared_at is null;
`;
