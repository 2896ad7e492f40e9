export const up = `
-- A day of the merchant's bill (China's calendar), and what came of comparing it with our books.
create table reconciliation_days (
  day date primary key,
  asked_at timestamptz,
  tries int not null default 0,
  next_try_at timestamptz,
  problem text,
  fetched_at timestamptz,
  matched_at timestamptz,
  -- {payments, paymentsFen, refunds, refundsFen, feeFen} of each side, and the bill's own last line.
  theirs jsonb,
  ours jsonb,
  summary jsonb,
  matched int not null default 0,
  waiting int not null default 0,
  other_apps int not null default 0,
  opening_fen bigint,
  closing_fen bigint,
  constraint reconciliation_days_fetched check (fetched_at is null or matched_at is not null)
);

-- Every row of both bills. WeChat drops them after three months; the books of a business are kept for years.
create table reconciliation_rows (
  id uuid primary key,
  day date not null references reconciliation_days,
  bill text not null check (bill in ('trade', 'fund')),
  kind text not null check (kind in ('payment', 'refund', 'fee', 'other')),
  appid text,
  at timestamptz,
  -- Ours: of the payment or of the refund; and of the payment in any case.
  number text not null,
  out_trade_no text,
  wechat_number text not null,
  amount_fen bigint not null,
  fee_fen bigint,
  fee_rate text,
  state text,
  business text,
  balance_fen bigint
);
create index reconciliation_rows_day on reconciliation_rows (day, bill, id);
create index reconciliation_rows_number on reconciliation_rows (number);
create index reconciliation_rows_wechat_number on reconciliation_rows (wechat_number);

-- What the two books do not say alike, and other money that somebody must look at. The same difference is one task for ever.
create table reconciliation_tasks (
  id uuid primary key,
  day date references reconciliation_days,
  kind text not null,
  key text not null,
  subject text not null check (subject in ('payment', 'refund', 'account')),
  number text not null,
  transaction_id text,
  payable_type text,
  payable_id uuid,
  about text,
  ours jsonb,
  theirs jsonb,
  difference_fen bigint,
  status text not null check (status in ('open', 'closed')),
  created_at timestamptz not null,
  closed_at timestamptz,
  -- Null where it closed itself: the difference is gone.
  closed_by text,
  reason text,
  constraint reconciliation_tasks_once unique nulls not distinct (day, kind, key),
  constraint reconciliation_tasks_closed check ((status = 'closed') = (closed_at is not null) and (status = 'closed') = (reason is not null)),
  constraint reconciliation_tasks_by check (closed_by is null or status = 'closed')
);
create index reconciliation_tasks_open on reconciliation_tasks (id desc) where status = 'open';
create index reconciliation_tasks_day on reconciliation_tasks (day, id desc);
`;
