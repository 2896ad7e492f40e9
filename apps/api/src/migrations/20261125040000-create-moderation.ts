export const up = `
-- What customers write or upload and others can see, and what WeChat or an operator thinks of it.
create table moderation_checks (
  id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  customer_id uuid not null,
  openid text not null,
  text text,
  picture_key text,
  picture_secret text unique,
  status text not null check (status in ('waiting', 'in_doubt', 'passed', 'refused', 'replaced')),
  -- WeChat was asked about a picture and answers later, under this name.
  asked_at timestamptz,
  trace_id text,
  suggest text check (suggest in ('pass', 'review', 'risky')),
  label int,
  doubt text check (doubt in ('review', 'inactive', 'no_answer', 'unreadable', 'failed')),
  code text,
  tries int not null default 0,
  -- Where the picture is public, and what stood in the place of what is shown: kept to be put back.
  public_url text,
  former text,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  -- What it was before an operator decided, for their undo.
  undo jsonb,
  check ((text is null) = (picture_key is not null)),
  check ((picture_key is null) = (picture_secret is null)),
  check (status <> 'in_doubt' or doubt is not null),
  check (status <> 'passed' or picture_key is null or public_url is not null)
);
create unique index moderation_checks_undecided on moderation_checks (kind, subject_id) where status in ('waiting', 'in_doubt');
create index moderation_checks_subject on moderation_checks (subject_id, kind, id desc);
create index moderation_checks_customer on moderation_checks (customer_id);
create index moderation_checks_queue on moderation_checks (status, id desc);
create unique index moderation_checks_trace on moderation_checks (trace_id) where trace_id is not null;

-- WeChat's verdicts of pictures, kept here first: one may come before the answer that names it.
create table moderation_verdicts (
  trace_id text primary key,
  suggest text not null check (suggest in ('pass', 'review', 'risky')),
  label int not null,
  code text,
  heard_at timestamptz not null
);
`;
