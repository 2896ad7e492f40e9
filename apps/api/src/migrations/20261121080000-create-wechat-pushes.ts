export const up = `
-- Each message that WeChat pushed, once: a delivery and its effects share a transaction.
create table wechat_pushes (
  key text primary key,
  type text not null,
  event text,
  at timestamptz not null,
  received_at timestamptz not null default now()
);
create index wechat_pushes_received on wechat_pushes (received_at);
`;
